/**
 * Scenarios: networks with a name, each another one after some edits. A cell's fence names one (`scenario NAME
 * from base`), or a console line does (`scenario NAME from base { shutdown r1; set ... }`).
 */
import type { EditEntry } from '../../../shared/evaluation';
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import type { ScenarioNetworks } from '../scenario-networks';
import { hashTexts } from '../hash';
import { suggest } from '../topology/nearest';
import { carryOut, type EditLine } from './edits';
import type { Network, Scenarios, Tools } from './state';
import { errorAt, wordsOf, type Word } from './words';

/** The network that a cell sees; no scenario may have its name. */
export const BASE = 'base';

export interface ScenarioHead {
  readonly name: Word;
  readonly from: Word;
}

export interface ScenarioLine extends ScenarioHead {
  readonly edits: readonly EditLine[];
}

const said = strings.reasons.commands.scenario;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** Reads `NAME [from OTHER]`. @param line of the words, for problems */
export function parseHead(words: readonly Word[], line: number, end: number): ScenarioHead | Problem {
  const [name, preposition, from, surplus] = words;
  if (name === undefined) return errorAt(line, { column: end }, said.noName, said.head);
  if (!NAME.test(name.text)) {
    return errorAt(line, name, said.badName(name.text.slice(0, 80)), said.nameLetters);
  }
  if (name.text === BASE) return errorAt(line, name, said.isBase(BASE), said.anotherName);
  if (preposition === undefined) return { name, from: { text: BASE, column: end } };
  if (preposition.text !== 'from')
    return errorAt(line, preposition, said.expectedFrom(preposition.text), said.head);
  if (from === undefined) return errorAt(line, { column: end }, said.noStart, said.head);
  if (surplus !== undefined) return errorAt(line, surplus, said.unexpected(surplus.text), said.head);
  return { name, from };
}

/** Whether a console command names a scenario. */
export function isScenarioLine(command: string): boolean {
  return /^scenario(?:[ \t{]|$)/.test(command);
}

/** Reads `scenario NAME [from OTHER] { EDIT; EDIT }`. @param command with its column in the line */
export function parseScenarioLine(command: Word, line: number): ScenarioLine | Problem {
  const { text, column } = command;
  const end = column + text.length;
  const open = text.indexOf('{');
  const place = (word: Word): Word => ({ ...word, column: word.column + column - 1 });
  const words = wordsOf(open === -1 ? text : text.slice(0, open)).map(place);
  const head = parseHead(words.slice(1), line, open === -1 ? end : column + open);
  if ('severity' in head) return head;
  if (open === -1) return errorAt(line, { column: end }, said.noEdits, said.line);
  const parts = partsOf(text, open + 1);
  if (parts === null) return errorAt(line, { column: end }, said.noBrace, said.line);
  const rest = text.slice(parts.next).trim();
  if (rest !== '') {
    const at = { text: rest, column: column + text.lastIndexOf(rest) };
    return errorAt(line, at, said.afterBrace, said.line);
  }
  const edits = parts.parts.flatMap(({ start, stop }) => {
    const part = text.slice(start, stop);
    const edit = part.trim();
    return edit === '' ? [] : [{ text: edit, line, column: column + start + part.indexOf(edit) }];
  });
  return { ...head, edits };
}

/** The parts between semicolons up to the closing brace, outside quotes and inner brackets; null if it is missing. */
function partsOf(
  text: string,
  from: number,
): { readonly parts: readonly { start: number; stop: number }[]; readonly next: number } | null {
  const parts: { start: number; stop: number }[] = [];
  let start = from;
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /[\s[{,:;]$/.test(text.slice(from - 1, at))) {
      quote = character;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    else if (character === '}' && depth > 0) depth -= 1;
    else if (character === '}') return { parts: [...parts, { start, stop: at }], next: at + 1 };
    else if (character === ';' && depth === 0) {
      parts.push({ start, stop: at });
      start = at + 1;
    }
  }
  return null;
}

export interface Defined<Document> {
  /** Null where it is wrong. */
  readonly network: Network<Document> | null;
  readonly edits: readonly EditEntry[];
  readonly problems: readonly Problem[];
}

function wrong(problem: Problem): Defined<never> {
  return { network: null, edits: [], problems: [problem] };
}

/** Makes the network of a scenario. @param line of its head, for problems */
export function define<Document, Simulation>(
  { name, from }: ScenarioHead,
  lines: readonly EditLine[],
  line: number,
  base: Network<Document>,
  known: Scenarios<Document>,
  tools: Tools<Document, Simulation>,
): Defined<Document> {
  if (known.has(name.text)) return wrong(errorAt(line, name, said.taken(name.text), said.anotherName));
  const start = from.text === BASE ? base : known.get(from.text);
  if (start === undefined) {
    const hint = suggest(from.text, [BASE, ...known.keys()]) ?? said.writeBase;
    return wrong(errorAt(line, from, said.noneAbove(from.text), hint));
  }
  if (start === null) return wrong(errorAt(line, from, said.isWrong(from.text), said.mendFirst));
  const { document, edits, problems } = carryOut(tools.engine, start.document, lines);
  if (document === null) return { network: null, edits, problems };
  const key = hashTexts([start.key, lines.map(({ text }) => text).join('\n')]);
  const network = { key, document, view: tools.engine.networkView(document) };
  return { network, edits, problems: [...problems, ...tools.simulationOf(network).problems] };
}

/** The named networks as commands ask for them. */
export function scenarioNetworks<Document, Simulation>(
  scenarios: Scenarios<Document>,
  { simulationOf }: Pick<Tools<Document, Simulation>, 'simulationOf'>,
): ScenarioNetworks<Simulation> {
  return {
    names: [...scenarios.keys()],
    simulationOf: (name) => {
      const network = scenarios.get(name);
      if (network === undefined) return null;
      if (network !== null) return simulationOf(network);
      return {
        ok: false,
        problems: [errorAt(1, { column: 1 }, said.wrongEdits, said.mendScenario)],
      };
    },
  };
}
