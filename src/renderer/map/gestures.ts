/**
 * What hands do to a map, as lines of edits: the text stays the truth, and the map only follows it. On the map of
 * an edit cell they are lines of that cell; on the map of a topology cell its YAML comes to say them.
 */
import { createCell } from '../../shared/document';
import type { WrittenEdits } from '../../shared/ipc';
import type { NetworkView } from '../../shared/network-view';
import type { Operation } from '../../shared/notebook';
import { cellIndex, perform, type AppState } from '../app/state';
import { words } from '../app/strings';
import { endsOf } from './addresses';

export type Gesture =
  | { readonly kind: 'shutdown' | 'no shutdown' | 'remove'; readonly name: string }
  | { readonly kind: 'latency'; readonly name: string; readonly latency: string }
  | { readonly kind: 'position'; readonly name: string; readonly position: readonly [number, number] }
  /** Where the map would have it. */
  | { readonly kind: 'no position'; readonly name: string }
  | { readonly kind: 'host'; readonly name: string; readonly lan: string; readonly address: string }
  | {
      readonly kind: 'router';
      readonly name: string;
      /** Null: it stands alone. */
      readonly at: { readonly lan: string; readonly address: string } | null;
    }
  | {
      readonly kind: 'link';
      readonly name: string;
      readonly from: string;
      readonly to: string;
      readonly subnet: string;
    };

/** The lines of an edit cell that do what a gesture means in a network. */
export function linesOf(gesture: Gesture, network: NetworkView): readonly string[] {
  switch (gesture.kind) {
    case 'shutdown':
    case 'no shutdown':
    case 'remove':
      return [`${gesture.kind} ${gesture.name}`];
    case 'latency':
      return [`set ${gesture.name} latency ${gesture.latency}`];
    case 'position':
      return [`set ${gesture.name} position [${gesture.position.join(', ')}]`];
    case 'no position':
      return [`unset ${gesture.name} position`];
    case 'host':
      return [`add host ${gesture.name} { lan: ${gesture.lan}, address: ${gesture.address} }`];
    case 'router': {
      const { name, at } = gesture;
      if (at === null) return [`add router ${name} { interfaces: {} }`];
      return [
        ...gatewaysKept(network, at.lan),
        `add router ${name} { interfaces: { eth0: { address: ${at.address}, lan: ${at.lan} } } }`,
      ];
    }
    case 'link': {
      const { name, from, to, subnet } = gesture;
      const [first, second] = endsOf(subnet) ?? [subnet, subnet];
      const [a, b] = [freeInterface(network, from), freeInterface(network, to)];
      return [
        `set ${from} interfaces ${a} ${first}`,
        `set ${to} interfaces ${b} ${second}`,
        `add link ${name} { ends: [${from}:${a}, ${to}:${b}] }`,
      ];
    }
  }
}

/** Hosts of a LAN with one router use it unsaid; beside a second one it has to be said. */
function gatewaysKept({ nodes }: NetworkView, lan: string): readonly string[] {
  const on = (kind: 'router' | 'host'): { name: string; address: string | null }[] =>
    nodes
      .filter((node) => node.kind === kind)
      .flatMap(({ name, interfaces }) =>
        interfaces.filter(({ link }) => link === lan).map(({ address }) => ({ name, address })),
      );
  const [router, another] = on('router');
  if (router === undefined || another !== undefined || router.address === null) return [];
  const [gateway] = router.address.split('/');
  return on('host').map(({ name }) => `set ${name} gateway ${gateway}`);
}

function freeInterface(network: NetworkView, router: string): string {
  const names = network.nodes.find(({ name }) => name === router)?.interfaces.map(({ name }) => name) ?? [];
  let number = 0;
  while (names.includes(`eth${number}`)) number += 1;
  return `eth${number}`;
}

interface Overtaken {
  /** Whether the line takes back another, which then need not be said at all. */
  readonly takesBack: (line: string) => boolean;
  /** What a line begins with that it says anew. */
  readonly saidBefore: string | null;
}

/** What a line does to those above it, so that a cell does not fill up with trials. */
function overtaken(line: string): Overtaken {
  const only = (other: string): Overtaken => ({ takesBack: (each) => each === other, saidBefore: line });
  if (line.startsWith('no shutdown ')) return only(line.slice(3));
  if (line.startsWith('shutdown ')) return only(`no ${line}`);
  const placed = /^unset (\S+) position$/.exec(line)?.[1];
  if (placed !== undefined)
    return { takesBack: (each) => each.startsWith(`set ${placed} position `), saidBefore: line };
  return { takesBack: () => false, saidBefore: /^set (\S+) (?:latency|position) /.exec(line)?.[0] ?? null };
}

/** The text of an edit cell with lines added: one that takes back another of its lines takes that line away. */
export function withLines(text: string, added: readonly string[]): string {
  let lines = text === '' ? [] : text.split('\n');
  for (const line of added) {
    const { takesBack, saidBefore } = overtaken(line);
    const at = lines.findLastIndex((each) => takesBack(each.trim()));
    if (at >= 0) {
      lines = lines.toSpliced(at, 1);
      continue;
    }
    const again = lines.findLastIndex((each) => saidBefore !== null && each.trim().startsWith(saidBefore));
    lines = again >= 0 ? lines.with(again, line) : [...lines, line];
  }
  return lines.join('\n');
}

/** Writes lines into the edit cell of a map, or into the one right below its topology cell, or a new one there. */
export function writeLines(state: AppState, cellId: string, lines: readonly string[]): AppState {
  const { cells } = state.notebook;
  const index = cellIndex(state, cellId);
  const own = cells[index];
  if (own === undefined) return state;
  const below = cells[index + 1];
  const target = own.kind === 'topology' ? (below?.kind === 'edit' ? below : null) : own;
  const added = target ?? createCell('edit', lines.join('\n'), cells);
  const operation: Operation =
    target === null
      ? { type: 'insert', cell: added, after: cellId }
      : { type: 'set-text', id: target.id, text: withLines(target.text, lines) };
  const told = own.kind === 'topology' ? words.editing.map.writtenBelow : words.editing.map.written;
  return write(state, operation, added.id, told(lines.at(-1) ?? ''));
}

/**
 * Takes over what became of lines that were to be written into a topology cell. Where its text cannot say them,
 * an edit cell below it does.
 */
export function takeWritten(
  state: AppState,
  cellId: string,
  lines: readonly string[],
  written: WrittenEdits,
): AppState {
  switch (written.kind) {
    case 'written':
      return write(
        state,
        { type: 'set-text', id: cellId, text: written.text },
        cellId,
        words.editing.map.written(lines.at(-1) ?? ''),
      );
    case 'unfit':
      return writeLines(state, cellId, lines);
    case 'refused':
      return { ...state, toast: { text: words.editing.map.refused(written.reason), step: null } };
  }
}

function write(state: AppState, operation: Operation, id: string, told: string): AppState {
  // A time before all others: a gesture joins no typing.
  const next = perform(state, [operation], 0, 'whole');
  if (next === state) return state;
  return {
    ...next,
    flash: { ids: new Set([id]), shown: id, tick: state.flash.tick + 1 },
    toast: { text: told, step: next.undo.length },
  };
}
