/** What the inspector shows: a thing of a network, or the answer to a command. */
import type { NetworkView } from '../../shared/network-view';
import type { Notebook } from '../../shared/notebook';
import type { Match } from '../app/find';

export interface Inspected {
  /** Of the network in which it was pointed at. */
  readonly networkKey: string;
  /** Null where a command alone was asked. */
  readonly reference: string | null;
  readonly question: Question | null;
  /** The place in a text that was gone to from here. */
  readonly shown: Match | null;
  /** What it showed before this, to go back to. */
  readonly earlier: Inspected | null;
}

export type Subject = Pick<Inspected, 'networkKey' | 'reference' | 'question'>;

/** @param before what the inspector shows now; null while it is closed */
export function inspect(before: Inspected | null, subject: Subject): Inspected {
  const same = before !== null && keyOf(before) === keyOf(subject);
  return { ...subject, shown: null, earlier: same ? before.earlier : before };
}

/** The last of what was shown whose network is still there. */
export function lastKnown(
  inspected: Inspected | null,
  networks: Readonly<Record<string, NetworkView>>,
): Inspected | null {
  for (let each = inspected; each !== null; each = each.earlier)
    if (networks[each.networkKey] !== undefined) return each;
  return null;
}

/** One text for one subject. */
export function keyOf({ networkKey, reference, question }: Subject): string {
  return JSON.stringify([networkKey, reference, question]);
}

export interface Question {
  readonly node: string;
  readonly command: string;
}

export interface Fact {
  readonly term: string;
  readonly text: string;
}

export function splitReference(reference: string): { readonly kind: string; readonly name: string } {
  const at = reference.indexOf(':');
  return { kind: reference.slice(0, at), name: reference.slice(at + 1) };
}

/** What can be asked about a thing; the first is asked when it is opened. */
export function questionsAbout(reference: string, view: NetworkView): readonly Question[] {
  const { kind, name } = splitReference(reference);
  if (kind === 'prefix') {
    const node = view.nodes.find((each) => each.kind !== 'internet')?.name;
    return node === undefined ? [] : [{ node, command: `announcements ${name}` }];
  }
  if (kind === 'area') {
    const fabric = view.nodes.find((node) => node.kind === 'vnet' && node.name === name);
    return fabric === undefined ? [] : asks(name, ['show ip route', 'perspective']);
  }
  if (kind !== 'node') return [];
  const node = view.nodes.find((each) => each.name === name);
  if (node === undefined) return [];
  switch (node.kind) {
    case 'host':
      return asks(
        name,
        node.area?.kind === 'vnet'
          ? ['show effective-routes', 'perspective']
          : ['show ip route', 'perspective'],
      );
    case 'vnet':
      return asks(name, ['show ip route', 'perspective']);
    case 'router':
      return asks(name, [
        'show ip route',
        ...(node.asn === null ? [] : ['show ip bgp']),
        'show ospf',
        'perspective',
      ]);
    case 'msee':
    case 'vpn-gateway':
    case 'er-gateway':
      return asks(name, ['show ip bgp', 'show ip route', 'perspective']);
    case 'internet':
      return [];
    default:
      return asks(name, ['show ip route', 'perspective']);
  }
}

function asks(node: string, commands: readonly string[]): Question[] {
  return commands.map((command) => ({ node, command }));
}

export interface Place {
  readonly cellId: string;
  /** From 1. */
  readonly position: number;
  /** Line in the cell, from 1. */
  readonly line: number;
  /** Offsets of the name in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** In a topology the lines that describe it; null where it is only mentioned. */
  readonly described: string | null;
}

/**
 * Where a notebook's text names it, a place for each cell: where a topology describes it, else the first mention. A
 * VRF stands in a topology with its router.
 */
export function placesOf(name: string, notebook: Notebook): readonly Place[] {
  const device = name.replace(/@.*$/, '');
  return notebook.cells.flatMap(({ id, kind, text }, index) => {
    const word = kind === 'topology' ? device : name;
    const key = kind === 'topology' ? keyFor(word).exec(text) : null;
    const found = key ?? wordFor(word).exec(text);
    if (found === null) return [];
    const line = text.slice(0, found.index).split('\n').length;
    return [
      {
        cellId: id,
        position: index + 1,
        line,
        start: found.index,
        end: found.index + word.length,
        described: key === null ? null : describedFrom(text.split('\n').slice(line - 1)),
      },
    ];
  });
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function wordFor(name: string): RegExp {
  return new RegExp(`(?<![\\w.-])${escaped(name)}(?![\\w-])`, 'u');
}

/** As a key of YAML; an end point such as `r1:eth0` has no blank behind the colon. */
function keyFor(name: string): RegExp {
  return new RegExp(`(?<=^\\s*|[{,]\\s*)${escaped(name)}(?=\\s*:(?:\\s|$))`, 'mu');
}

/** How far in a line begins. */
function inset(line: string): number {
  return line.search(/\S|$/);
}

/** The first line and those further in beneath it, as far to the left as they can be. */
function describedFrom(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const own = inset(first);
  const end = rest.findIndex((line) => line.trim() !== '' && inset(line) <= own);
  const all = [first, ...(end === -1 ? rest : rest.slice(0, end))];
  return all
    .map((line) => line.slice(Math.min(own, inset(line))))
    .join('\n')
    .trimEnd();
}
