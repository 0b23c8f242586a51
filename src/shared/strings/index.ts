/**
 * Every text a person reads in menus, dialogs and windows, in one typed catalogue. A second language is a
 * second value of this type.
 */
import { dialogStrings } from './dialogs';
import { menuStrings } from './menu';

export const strings = {
  menu: menuStrings,
  dialogs: dialogStrings,
};

export type Strings = typeof strings;
