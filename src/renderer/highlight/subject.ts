/** What the inspector shows: a thing of a network, or the answer to a command. */
import type { NetworkView } from '../../shared/network-view';
import type { Notebook } from '../../shared/notebook';

export interface Inspected {
  /** Of the network in which it was pointed at. */
  readonly networkKey: string;
  /** Null where a command alone was asked. */
  readonly reference: string | null;
  readonly question: Question | null;
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
}

/** Where a notebook's text names it, a place for each cell; a VRF stands in a topology with its router. */
export function placesOf(name: string, notebook: Notebook): readonly Place[] {
  const whole = wordFor(name);
  const router = wordFor(name.replace(/@.*$/, ''));
  return notebook.cells.flatMap((cell, index) => {
    const word = cell.kind === 'topology' ? router : whole;
    const line = cell.text.split('\n').findIndex((each) => word.test(each));
    return line === -1 ? [] : [{ cellId: cell.id, position: index + 1, line: line + 1 }];
  });
}

function wordFor(name: string): RegExp {
  return new RegExp(`(?<![\\w.-])${name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\w-])`, 'u');
}
