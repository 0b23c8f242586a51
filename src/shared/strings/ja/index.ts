/** The catalogue in Japanese. */
import type { EnglishStrings } from '..';
import type { Translation } from '../translation';
import { appStrings } from './app';
import { diagramStrings } from './diagram';
import { dialogStrings } from './dialogs';
import { handoutStrings } from './handout';
import { helpStrings } from './help';
import { menuStrings } from './menu';
import { presentStrings } from './present';
import { reasonStrings } from './reasons';
import { tableStrings } from './tables';

export const japanese: Translation<EnglishStrings> = {
  app: appStrings,
  diagram: diagramStrings,
  menu: menuStrings,
  dialogs: dialogStrings,
  handout: handoutStrings,
  help: helpStrings,
  present: presentStrings,
  reasons: reasonStrings,
  tables: tableStrings,
};
