/**
 * Single changes of a YAML text as it was typed: the characters that a change is about are replaced, so that
 * comments, order and layout of all the rest stay. Null is given where that is not possible.
 */
import { isAlias, isCollection, isMap, isScalar, isSeq, stringify } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import type { EditStep } from './edit-steps';
import { isList, isObject, valueAt, type Json, type JsonObject, type Path } from './json';
import { readNodes } from './yaml';

/** Characters of a text and what comes in their place. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Entry = Pair<Node, Node | null>;
type Mapping = YAMLMap<Node, Node | null>;

/** Where a value stands: its entry in a mapping, an item of a list, or the whole text. */
type Slot = { readonly entry: Entry } | { readonly item: Node } | null;

/**
 * The text with a step of an edit written into it. `after` is the normal form of what it then says: a shorthand
 * that the step reaches into is written out from there.
 */
export function writeStep(text: string, step: EditStep, after: JsonObject): string | null {
  const read = readNodes(text);
  if (read === null) return null;
  const splices = splicesOf(text, read.contents, step, after);
  return splices === null ? null : spliced(text, splices);
}

function spliced(text: string, splices: readonly Splice[]): string {
  return splices
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, { from, to, text: put }) => changed.slice(0, from) + put + changed.slice(to), text);
}

function splicesOf(
  text: string,
  contents: Node | null,
  { path, ...step }: EditStep,
  after: JsonObject,
): readonly Splice[] | null {
  let node = contents;
  let slot: Slot = null;
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap<Node, Node | null>(node)) {
      const entry: Entry | undefined = node.items.find((each) => keyOf(each) === String(key));
      if (entry === undefined)
        return step.type === 'delete' ? [] : inserted(text, node, path.slice(depth), step.value);
      if (last && step.type === 'delete') return removed(text, node, entry, slot);
      slot = { entry };
      node = entry.value;
    } else if (isSeq<Node>(node)) {
      const item: Node | undefined = node.items[Number(key)];
      if (item === undefined || (last && step.type === 'delete')) return null;
      slot = { item };
      node = item;
    } else if (slot === null) {
      return contents === null && step.type === 'set' ? appended(text, path, step.value) : null;
    } else {
      // A shorthand, such as an address for an interface.
      const whole = valueAt(after, path.slice(0, depth));
      return isAlias(node) || whole === undefined ? null : replaced(text, slot, whole);
    }
  }
  return slot === null || step.type === 'delete' ? null : replaced(text, slot, step.value);
}

function keyOf({ key }: Entry): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? null);
}

/** A value on one line. */
function flowText(value: Json): string {
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, each]) => flowEntry(key, each));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  // In a list of its own, so that what a flow collection gives a meaning to gets its quotes.
  const options = { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false } as const;
  return stringify([value], options).trim().slice(1, -1);
}

function flowEntry(key: string, value: Json): string {
  return `${flowText(key)}: ${flowText(value)}`;
}

function nested(path: Path, value: Json): Json {
  return path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
}

/** Lines of a new entry; what leads to it gets lines of its own, as does a value among such that have them. */
function blockEntry(indent: string, path: Path, value: Json, spread: boolean): string {
  const [key = '', ...rest] = path;
  const name = `${indent}${flowText(String(key))}:`;
  if (rest.length > 0) return `${name}\n${blockEntry(`${indent}  `, rest, value, spread)}`;
  if (!spread || !isObject(value) || Object.keys(value).length === 0) return `${name} ${flowText(value)}`;
  const lines = Object.entries(value).map(([each, inner]) => `${indent}  ${flowEntry(each, inner)}`);
  return [name, ...lines].join('\n');
}

function appended(text: string, path: Path, value: Json): readonly Splice[] {
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return [{ from: text.length, to: text.length, text: `${gap}${blockEntry('', path, value, false)}\n` }];
}

function inserted(text: string, map: Mapping, path: Path, value: Json): readonly Splice[] | null {
  const last = map.items.at(-1);
  if (map.flow === true) {
    const entry = flowEntry(String(path[0]), nested(path.slice(1), value));
    return last === undefined ? insertedFirst(text, map, entry) : insertedInFlow(text, map, last, entry);
  }
  if (last === undefined) return null;
  const at = lineEnd(text, endOf(text, last));
  const indent = ' '.repeat(startOf(last.key) - lineStart(text, startOf(last.key)));
  const spread = isMap(last.value) && last.value.flow !== true;
  return [{ from: at, to: at, text: `\n${blockEntry(indent, path, value, spread)}` }];
}

function insertedFirst(text: string, map: Mapping, entry: string): readonly Splice[] {
  const [from, to] = spanOf(map);
  const empty = text.slice(from + 1, to - 1).trim() === '';
  return [empty ? { from, to, text: `{ ${entry} }` } : { from: from + 1, to: from + 1, text: ` ${entry}` }];
}

function insertedInFlow(text: string, map: Mapping, last: Entry, entry: string): readonly Splice[] {
  const end = endOf(text, last);
  const tail = text.slice(end, spanOf(map)[1] - 1);
  const comma = tail.replaceAll(/#.*/g, '').indexOf(',');
  const indent = text.slice(lineStart(text, startOf(last.key)), startOf(last.key));
  if (indent.trim() === '' && tail.includes('\n')) {
    // Each entry has a line of its own, perhaps with a comment behind it.
    const at = lineEnd(text, end);
    const line = { from: at, to: at, text: `\n${indent}${entry}${comma < 0 ? '' : ','}` };
    return comma < 0 ? [{ from: end, to: end, text: ',' }, line] : [line];
  }
  const at = comma < 0 ? end : end + comma + 1;
  return [{ from: at, to: at, text: comma < 0 ? `, ${entry}` : ` ${entry},` }];
}

function replaced(text: string, slot: NonNullable<Slot>, value: Json): readonly Splice[] | null {
  const put = flowText(value);
  if ('item' in slot) {
    if (isCollection(slot.item) && slot.item.flow !== true) return null;
    const [from, to] = spanOf(slot.item);
    return [{ from, to, text: put }];
  }
  const { entry } = slot;
  const node = entry.value;
  const onNewLines = isCollection(node) && node.flow !== true;
  if (node !== null && !isEmpty(node) && !onNewLines) {
    const [from, to] = spanOf(node);
    return [{ from, to: from + text.slice(from, to).trimEnd().length, text: put }];
  }
  const colon = colonOf(text, entry);
  const to = onNewLines ? endOf(text, entry) : (colon ?? keyEnd(entry));
  if (colon === null) return [{ from: to, to, text: `: ${put}` }];
  return [{ from: colon, to, text: ` ${put}` }];
}

function removed(text: string, map: Mapping, entry: Entry, slot: Slot): readonly Splice[] | null {
  if (map.flow === true) return removedFromFlow(text, map, entry);
  const from = lineStart(text, startOf(entry.key));
  // The first entry of an item of a list stands behind its hyphen.
  if (text.slice(from, startOf(entry.key)).trim() !== '') return null;
  const line = { from, to: Math.min(lineEnd(text, endOf(text, entry)) + 1, text.length), text: '' };
  if (map.items.length > 1 || slot === null) return [line];
  if ('item' in slot) return null;
  const colon = colonOf(text, slot.entry);
  return colon === null ? null : [{ from: colon, to: colon, text: ' {}' }, line];
}

function removedFromFlow(text: string, map: Mapping, entry: Entry): readonly Splice[] | null {
  const index = map.items.indexOf(entry);
  const before = map.items[index - 1];
  const [from, end] = [startOf(entry.key), endOf(text, entry)];
  const start = lineStart(text, from);
  const rest = /^[ \t]*,?[ \t]*(?:#.*)?\n/.exec(text.slice(end));
  if (text.slice(start, from).trim() === '' && rest !== null)
    return [{ from: start, to: end + rest[0].length, text: '' }];
  if (index < map.items.length - 1) {
    const gap = /^\s*,[ \t]*/.exec(text.slice(end));
    return gap === null ? null : [{ from, to: end + gap[0].length, text: '' }];
  }
  if (before !== undefined) {
    const previous = endOf(text, before);
    return text.slice(previous, from).includes('#') ? null : [{ from: previous, to: end, text: '' }];
  }
  const [opening, closing] = spanOf(map);
  const comment = text.slice(opening, closing).includes('#');
  return comment ? [{ from, to: end, text: '' }] : [{ from: opening, to: closing, text: '{}' }];
}

function spanOf(node: Node): readonly [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

function startOf(node: Node): number {
  return spanOf(node)[0];
}

function isEmpty(node: Node): boolean {
  const [from, to] = spanOf(node);
  return from === to;
}

function keyEnd({ key }: Entry): number {
  return spanOf(key)[1];
}

/** Behind the colon of an entry; null where it has none, as a word alone in braces. */
function colonOf(text: string, entry: Entry): number | null {
  const gap = /^[ \t]*:/.exec(text.slice(keyEnd(entry), keyEnd(entry) + 80));
  return gap === null ? null : keyEnd(entry) + gap[0].length;
}

/** Behind the last character of an entry that is no comment and no blank. */
function endOf(text: string, entry: Entry): number {
  const { value } = entry;
  if (value === null || isEmpty(value)) return colonOf(text, entry) ?? keyEnd(entry);
  if (isMap<Node, Node | null>(value) && value.flow !== true) {
    const last = value.items.at(-1);
    return last === undefined ? keyEnd(entry) : endOf(text, last);
  }
  if (isSeq<Node>(value) && value.flow !== true) return endOfItem(text, value.items.at(-1), entry);
  const [from, to] = spanOf(value);
  return from + text.slice(from, to).trimEnd().length;
}

function endOfItem(text: string, item: Node | undefined, entry: Entry): number {
  if (item === undefined) return keyEnd(entry);
  if (isMap<Node, Node | null>(item) && item.flow !== true) {
    const last = item.items.at(-1);
    if (last !== undefined) return endOf(text, last);
  }
  if (isSeq<Node>(item) && item.flow !== true) return endOfItem(text, item.items.at(-1), entry);
  const [from, to] = spanOf(item);
  return from + text.slice(from, to).trimEnd().length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
