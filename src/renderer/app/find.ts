/**
 * Finding and replacing across all cells, on the texts of the notebook rather than on what is drawn: what is
 * folded away or far out of view is found too.
 */
import type { Cell, Operation } from '../../shared/notebook';
import { perform, requestFocus, unfold, type AppState } from './state';

export interface FindQuery {
  readonly text: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
}

/** Offsets in the text of a cell; the end is exclusive. */
export interface Match {
  readonly cellId: string;
  readonly start: number;
  readonly end: number;
}

export interface FindState extends FindQuery {
  readonly replacement: string;
  /** The line to replace with is open. */
  readonly replacing: boolean;
  /** The match that is shown. */
  readonly current: Match | null;
  /** Asks for the keyboard; each new number is a new wish. */
  readonly tick: number;
  /** The last regular expression that was tried, on which cells, and whether it was done in time. */
  readonly tried: (Trial & { readonly quick: boolean }) | null;
}

/** A regular expression on cells: until it is known to end soon, it is not used. */
export interface Trial {
  /** The expression and its flags. */
  readonly query: string;
  readonly cells: readonly Cell[];
}

/** More matches than anyone goes through; the count then says so. */
export const MOST_MATCHES = 10_000;

/** Nothing is asked yet. */
export const NO_FIND: FindState = {
  text: '',
  regex: false,
  matchCase: false,
  replacement: '',
  replacing: false,
  current: null,
  tick: 0,
  tried: null,
};

/** The pattern of a query; an Error where it is no regular expression, null where nothing is asked. */
export function patternOf({ text, regex, matchCase }: FindQuery): RegExp | SyntaxError | null {
  if (text === '') return null;
  const source = regex ? text : text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  try {
    return new RegExp(source, matchCase ? 'gmu' : 'gimu');
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

function queryOf({ text, matchCase }: FindQuery): string {
  return `${matchCase ? 'case' : 'any'} ${text}`;
}

function triedOn({ find, notebook }: Pick<AppState, 'find' | 'notebook'>): FindState['tried'] {
  const tried = find?.tried ?? null;
  return find !== null && tried?.query === queryOf(find) && tried.cells === notebook.cells ? tried : null;
}

/** The trial that the search waits for; null where it waits for none. */
export function trialOf(state: Pick<AppState, 'find' | 'notebook'>): Trial | null {
  const { find, notebook } = state;
  if (find === null || !find.regex || !(patternOf(find) instanceof RegExp)) return null;
  return triedOn(state) === null ? { query: queryOf(find), cells: notebook.cells } : null;
}

/** The expression has ended soon: its matches are there from now on, and the first is shown. */
export function prove(state: AppState, trial: Trial): AppState {
  const next = withFind(state, { tried: { ...trial, quick: true } });
  return next.find?.current === null && triedOn(next) !== null ? step(next, 1) : next;
}

export function tooSlow(state: AppState, trial: Trial): AppState {
  return withFind(state, { tried: { ...trial, quick: false } });
}

export function isTooSlow(state: Pick<AppState, 'find' | 'notebook'>): boolean {
  return state.find?.regex === true && triedOn(state)?.quick === false;
}

/** The matches of what is asked; none of a regular expression that is not known to end soon. */
export function matchesOf(state: Pick<AppState, 'find' | 'notebook'>): readonly Match[] {
  const { find, notebook } = state;
  if (find === null || (find.regex && triedOn(state)?.quick !== true)) return [];
  return findMatches(notebook.cells, find);
}

/** The matches in the order of the notebook; one may be a place alone, as `^` is. */
export function findMatches(cells: readonly Cell[], query: FindQuery): readonly Match[] {
  const pattern = patternOf(query);
  if (!(pattern instanceof RegExp)) return [];
  const matches: Match[] = [];
  for (const { id, text } of cells) {
    for (const found of text.matchAll(pattern)) {
      matches.push({ cellId: id, start: found.index, end: found.index + found[0].length });
      if (matches.length === MOST_MATCHES) return matches;
    }
  }
  return matches;
}

/**
 * What a replacement writes for one match: `$1`, `$<name>`, `$&` and `$$` mean what they do in JavaScript, and `\n`, `\t`
 * and `\\` what they do in an expression: the field has one line.
 */
function written(query: FindState, found: RegExpMatchArray): string {
  if (!query.regex) return query.replacement;
  return query.replacement.replaceAll(
    /\\[nt\\]|\$(?:\$|&|(\d{1,2})|<([^>]+)>)/g,
    (whole, number: string | undefined, name: string | undefined) => {
      if (whole.startsWith('\\')) return ESCAPED[whole] ?? whole;
      if (whole === '$$') return '$';
      if (whole === '$&') return found[0];
      if (name !== undefined) return found.groups?.[name] ?? '';
      return group(found, number ?? '');
    },
  );
}

const ESCAPED: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\' };

/** A group by its number: `$12` is the first one and a 2 where there are no twelve. */
function group(found: RegExpMatchArray, number: string): string {
  const whole = Number(number);
  if (whole > 0 && whole < found.length) return found[whole] ?? '';
  const first = Number(number[0]);
  const fits = number.length === 2 && first > 0 && first < found.length;
  return fits ? `${found[first] ?? ''}${number[1] ?? ''}` : `$${number}`;
}

/** The text with all its matches replaced, or only the one that begins at `only`. */
function replaced(text: string, query: FindState, pattern: RegExp, only: number | null): string {
  let result = '';
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (only !== null && found.index !== only) continue;
    result += text.slice(end, found.index) + written(query, found);
    end = found.index + found[0].length;
  }
  return result + text.slice(end);
}

function replaceIn(state: AppState, match: Match | null, at: number): AppState {
  const { find, notebook } = state;
  const pattern = find === null ? null : patternOf(find);
  if (find === null || !(pattern instanceof RegExp)) return state;
  if (find.regex && triedOn(state)?.quick !== true) return state;
  const operations = notebook.cells.flatMap((cell): Operation[] => {
    if (match !== null && match.cellId !== cell.id) return [];
    const text = replaced(cell.text, find, pattern, match?.start ?? null);
    return text === cell.text ? [] : [{ type: 'set-text', id: cell.id, text }];
  });
  const next = perform(state, operations, at, 'whole');
  // What a replacement writes needs no trial of its own.
  const { tried } = find;
  return tried === null ? next : withFind(next, { tried: { ...tried, cells: next.notebook.cells } });
}

/** Replaces every match in the notebook, as one step of undo. `at` is a time in ms. */
export function replaceAll(state: AppState, at: number): AppState {
  const next = replaceIn(state, null, at);
  return next.find === null ? next : { ...next, find: { ...next.find, current: null } };
}

/** Replaces the match that is shown and goes on to the next one; shows the first where none is shown yet. */
export function replaceNext(state: AppState, at: number): AppState {
  const current = state.find?.current ?? null;
  if (current === null) return step(state, 1);
  const before = state.notebook.cells.find((cell) => cell.id === current.cellId)?.text.length ?? 0;
  const next = replaceIn(state, current, at);
  const after = next.notebook.cells.find((cell) => cell.id === current.cellId)?.text.length ?? 0;
  const end = current.end + after - before;
  // The next match may begin where this one ends; one that is a place alone is found there again.
  const start = current.start === current.end ? end : end - 1;
  return step(withFind(next, { current: { ...current, start, end } }), 1);
}

function withFind(state: AppState, change: Partial<FindState>): AppState {
  return state.find === null ? state : { ...state, find: { ...state.find, ...change } };
}

/** Opens the line to find with; what is asked already stays. */
export function openFind(state: AppState, replacing: boolean): AppState {
  const find = state.find ?? NO_FIND;
  return {
    ...state,
    find: { ...find, replacing: replacing || (state.find?.replacing ?? false), tick: find.tick + 1 },
  };
}

/** Closes it and goes to the match that was shown. */
export function closeFind(state: AppState): AppState {
  const id = state.find?.current?.cellId ?? state.selected;
  const closed = { ...state, find: null };
  return id === null ? closed : requestFocus({ ...closed, selected: id, anchor: id }, id, 'cell');
}

/** Asks for something else; the first match from the cell that is selected on is shown. */
export function changeQuery(state: AppState, change: Partial<FindQuery>): AppState {
  return step(withFind(state, { ...change, current: null }), 1);
}

export function setReplacement(state: AppState, replacement: string): AppState {
  return withFind(state, { replacement });
}

/** Where a match stands in the notebook, to compare it with others. */
function place(cells: ReadonlyMap<string, number>, match: Match): readonly [number, number] {
  return [cells.get(match.cellId) ?? -1, match.start];
}

/** Shows the next match (1) or the one before (-1), around the end of the notebook. */
export function step(state: AppState, by: 1 | -1): AppState {
  if (state.find === null) return openFind(state, false);
  // The match that is shown stays until the expression has been tried again.
  if (trialOf(state) !== null) return state;
  const matches = matchesOf(state);
  const indexes = new Map(state.notebook.cells.map((cell, index) => [cell.id, index]));
  const { current } = state.find;
  const from =
    current === null
      ? ([state.selected === null ? 0 : (indexes.get(state.selected) ?? 0), -1] as const)
      : place(indexes, current);
  const compare = (match: Match): number => {
    const [cell, start] = place(indexes, match);
    return cell - from[0] || start - from[1];
  };
  const next =
    by === 1
      ? (matches.find((match) => compare(match) > 0) ?? matches[0])
      : (matches.findLast((match) => compare(match) < 0) ?? matches.at(-1));
  const shown = withFind(state, { current: next ?? null });
  if (next === undefined) return shown;
  return unfold({ ...shown, selected: next.cellId, anchor: next.cellId }, [next.cellId]);
}
