/**
 * Every text a person reads in menus, dialogs and windows, in typed catalogues of one shape, and the words of
 * this process: `strings` is one object for as long as the process lives, and `speak` fills it with another
 * language. Whoever keeps a part of it sees the change; a single text, or a list, must be read when it is shown.
 */
import type { Language } from '../language';
import { appStrings } from './app';
import { diagramStrings } from './diagram';
import { dialogStrings } from './dialogs';
import { handoutStrings } from './handout';
import { helpStrings } from './help';
import { japanese } from './ja';
import { menuStrings } from './menu';
import { presentStrings } from './present';
import { reasonStrings } from './reasons';
import { tableStrings } from './tables';
import type { Translation } from './translation';

const english = {
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

export type EnglishStrings = typeof english;
export type Strings = Translation<EnglishStrings>;

export const CATALOGUES: Readonly<Record<Language, Strings>> = { en: english, ja: japanese };

type Branch = { [key: string]: unknown };

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes the leaves of one tree those of the other; branches stay the objects they are. */
function fill(target: Branch, source: object): Branch {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    target[key] = isBranch(value) ? fill(isBranch(present) ? present : {}, value) : value;
  }
  return target;
}

const words: Branch = fill({}, english);
let spoken: Language = 'en';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- filled with a whole catalogue, here and by `speak`.
export const strings = words as unknown as Strings;

/** The language of `strings`. */
export function language(): Language {
  return spoken;
}

export function speak(language: Language): void {
  if (language === spoken) return;
  spoken = language;
  fill(words, CATALOGUES[language]);
}
