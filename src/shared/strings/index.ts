/**
 * Every text a person reads in menus, dialogs and windows, in one typed catalogue. A second language is a
 * second value of this type.
 */
import { appStrings } from './app';
import { diagramStrings } from './diagram';
import { dialogStrings } from './dialogs';
import { handoutStrings } from './handout';
import { menuStrings } from './menu';
import { tableStrings } from './tables';

export const strings = {
  app: appStrings,
  diagram: diagramStrings,
  menu: menuStrings,
  dialogs: dialogStrings,
  handout: handoutStrings,
  tables: tableStrings,
};

export type Strings = typeof strings;
