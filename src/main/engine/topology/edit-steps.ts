/**
 * Edits: a change of a topology as a plain JSON value, applied to an immutable document and giving a new one
 * that shares all it did not touch, with the edit that takes it back.
 */
import type { Problem, Result } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { build, type TopologyDocument } from './document';
import { normaliseElement } from './drafts';
import type { Issue } from './issue';
import { isList, isObject, isReservedKey, own, valueAt, type Json, type JsonObject, type Path } from './json';
import { isSectionName } from './sections';

const said = strings.reasons.editProblems;

export type EditStep =
  /** Sets the value at a path of the input; a new key comes before the key `before`, or last. */
  | { readonly type: 'set'; readonly path: Path; readonly value: Json; readonly before?: string }
  | { readonly type: 'delete'; readonly path: Path };

export interface Edit {
  /** What it does, in one sentence without a full stop. */
  readonly summary: string;
  readonly steps: readonly EditStep[];
}

export interface Applied {
  readonly document: TopologyDocument;
  readonly inverse: Edit;
  readonly summary: string;
}

/** As `applyEdit`, with the places of what is wrong as paths of the input. */
export type Application =
  | { readonly ok: true; readonly applied: Applied; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Applies an edit as a whole or not at all. Never throws. Warnings are those the edit brought. */
export function applyEdit(document: TopologyDocument, edit: Edit): Result<Applied> {
  const result = application(document, edit);
  const problems = (result.ok ? result.warnings : result.issues).map(unplaced);
  return result.ok ? { ok: true, value: result.applied, problems } : { ok: false, problems };
}

/** A problem of an edit that has no text: its path stands in the message. */
function unplaced({ severity, message, hint, path }: Issue): Problem {
  const where = path.slice(1).join(' ');
  const whole = where === '' ? message : `${where}: ${message}`;
  return { severity, message: whole, ...(hint === undefined ? {} : { hint }), line: 1, column: 1 };
}

export function application(document: TopologyDocument, edit: Edit): Application {
  let input: JsonObject = document.input;
  const undo: EditStep[] = [];
  for (const step of edit.steps) {
    const taken = take(input, step);
    if (taken instanceof Blocked) return { ok: false, issues: [taken.issue] };
    input = taken.input;
    undo.unshift(...taken.undo);
  }
  const inverse: Edit = { summary: `Undo: ${edit.summary}`, steps: undo };
  const { summary } = edit;
  if (input === document.input) return { ok: true, applied: { document, inverse, summary }, warnings: [] };
  const built = build(input);
  if (!built.ok) return { ok: false, issues: built.issues.filter(({ severity }) => severity === 'error') };
  const old = new Set(document.warnings.map(warningKey));
  const warnings = built.document.warnings.filter((issue) => !old.has(warningKey(issue)));
  return { ok: true, applied: { document: built.document, inverse, summary }, warnings };
}

function warningKey({ path, message }: Issue): string {
  return JSON.stringify([path, message]);
}

class Blocked {
  readonly issue: Issue;

  constructor(path: Path, message: string, hint?: string) {
    this.issue = { severity: 'error', path, at: 'value', message, ...(hint === undefined ? {} : { hint }) };
  }
}

interface Taken {
  readonly input: JsonObject;
  /** The step that takes it back; none where nothing changed. */
  readonly undo: readonly EditStep[];
}

function take(input: JsonObject, step: EditStep): Taken | Blocked {
  const { path } = step;
  if (path.length === 0) return new Blocked(path, said.nameChange);
  const reserved = path.find((key) => typeof key === 'string' && isReservedKey(key));
  if (reserved !== undefined) return new Blocked(path, said.reserved(String(reserved)));
  const taken = step.type === 'set' ? takeSet(input, step) : takeDelete(input, path);
  if (taken instanceof Blocked) return taken;
  return { input: normaliseTouched(taken.input, path), undo: taken.undo };
}

function takeSet(input: JsonObject, { path, value, before }: EditStep & { type: 'set' }): Taken | Blocked {
  const depth = depthOf(input, path);
  const old = valueAt(input, path);
  if (old === value) return { input, undo: [] };
  if (old !== undefined)
    return { input: replace(input, path, value, undefined), undo: [{ type: 'set', path, value: old }] };
  // A new entry: what is missing on the way to it is made too, from the last mapping that is there.
  const at = path.slice(0, depth);
  const holder = valueAt(input, at);
  if (holder === null) {
    const changed = replace(input, at, nest(path.slice(depth), value), undefined);
    return { input: changed, undo: [{ type: 'set', path: at, value: null }] };
  }
  const entry = path.slice(0, depth + 1);
  if (isList(holder)) return new Blocked(entry, said.noItem, said.items(holder.length));
  if (!isObject(holder)) return new Blocked(entry, said.noProperties);
  const changed = replace(input, entry, nest(path.slice(depth + 1), value), before);
  return { input: changed, undo: [{ type: 'delete', path: entry }] };
}

function takeDelete(input: JsonObject, path: Path): Taken | Blocked {
  const holder = valueAt(input, path.slice(0, -1));
  const key = String(path.at(-1));
  if (!isObject(holder) || !Object.hasOwn(holder, key)) return { input, undo: [] };
  const keys = Object.keys(holder);
  const next = keys[keys.indexOf(key) + 1];
  const kept = Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key));
  const changed = path.length === 1 ? kept : replace(input, path.slice(0, -1), kept, undefined);
  const back: EditStep = {
    type: 'set',
    path,
    value: holder[key]!,
    ...(next === undefined ? {} : { before: next }),
  };
  return { input: changed, undo: [back] };
}

/** How many steps of a path lead to something. */
function depthOf(input: Json, path: Path): number {
  let depth = 0;
  while (depth < path.length && valueAt(input, path.slice(0, depth + 1)) !== undefined) depth++;
  return depth;
}

/** The value within mappings of these keys. */
function nest(path: Path, value: Json): Json {
  return path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
}

/** A copy along the path only. All of the path but its last step leads to something. */
function replace(input: JsonObject, path: Path, value: Json, before: string | undefined): JsonObject {
  const [key, ...rest] = path;
  const name = String(key);
  const next = rest.length === 0 ? value : replaceIn(own(input, name) ?? {}, rest, value, before);
  if (rest.length > 0 || Object.hasOwn(input, name) || before === undefined)
    return { ...input, [name]: next };
  const entries = Object.entries(input);
  const index = entries.findIndex(([other]) => other === before);
  return Object.fromEntries(entries.toSpliced(index < 0 ? entries.length : index, 0, [name, next]));
}

function replaceIn(holder: Json, path: Path, value: Json, before: string | undefined): Json {
  if (!isList(holder)) return replace(isObject(holder) ? holder : {}, path, value, before);
  const [index, ...rest] = path;
  const next = rest.length === 0 ? value : replaceIn(holder[Number(index)] ?? {}, rest, value, before);
  return holder.with(Number(index), next);
}

/** Writes out the shorthands a step brought into its element. */
function normaliseTouched(input: JsonObject, path: Path): JsonObject {
  const [section, name] = path.map(String);
  if (section === undefined || name === undefined || !isSectionName(section)) return input;
  const element = valueAt(input, [section, name]);
  if (element === undefined) return input;
  const normal = normaliseElement(section, element);
  return normal === element ? input : replace(input, [section, name], normal, undefined);
}
