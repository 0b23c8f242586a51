/** Which words of a text name something of a network. */
import type { NetworkView } from '../../shared/network-view';
import type { CommandResult, ProbeView, Walk } from '../../shared/results';
import { areaRef, linkRef, nodeRef, prefixRef, type Reference } from '../diagrams/references';

export type Names = ReadonlyMap<string, Reference>;

const known = new WeakMap<NetworkView, Names>();

/** Names of nodes, links and areas, addresses of interfaces, prefixes of areas. A node's name comes first. */
export function namesOf(view: NetworkView): Names {
  const found = known.get(view);
  if (found !== undefined) return found;
  const names = new Map<string, Reference>();
  const add = (word: string, reference: Reference): void => {
    if (!names.has(word)) names.set(word, reference);
  };
  for (const node of view.nodes) add(node.name, nodeRef(node.name));
  for (const link of view.links) add(link.name, linkRef(link.name));
  for (const area of view.areas) add(area.name, areaRef(area.name));
  for (const node of view.nodes) {
    for (const { address } of node.interfaces) {
      if (address !== null) add(address.split('/')[0] ?? address, nodeRef(node.name));
    }
  }
  for (const { prefixes, subnets = [] } of view.areas) {
    for (const prefix of [...prefixes, ...subnets.map((subnet) => subnet.prefix)])
      add(prefix, prefixRef(prefix));
  }
  known.set(view, names);
  return names;
}

/**
 * The names in the text of a result: an address that several have, as VRFs allow, is there that of the node the
 * packets met.
 */
export function namesIn(result: CommandResult, view: NetworkView): Names {
  const names = namesOf(view);
  const met = addressesIn(result).filter(([address, node]) => names.get(address) !== nodeRef(node));
  return met.length === 0
    ? names
    : new Map([...names, ...met.map(([address, node]) => [address, nodeRef(node)] as const)]);
}

type Met = readonly [address: string, node: string];

function addressesIn(result: CommandResult): readonly Met[] {
  switch (result.kind) {
    case 'trace':
    case 'ping':
      return [
        ...ofWalk(result.probe, result.forwardWalk),
        ...ofHops(result.kind === 'trace' ? result.hops : []),
      ];
    case 'traceroute':
    case 'paths':
      return result.walks.flatMap((walk) => ofWalk(result.probe, walk));
    case 'trace-both':
      return [...addressesIn(result.forward), ...addressesIn(result.back)];
    case 'mtr':
    case 'pathping':
      return ofHops(result.hops);
    default:
      return [];
  }
}

function ofWalk({ sourceAddress, targetAddress }: ProbeView, { steps }: Walk): readonly Met[] {
  return steps.flatMap(({ node, ingressAddress, action }, index): Met[] => [
    ...(index === 0 ? [[sourceAddress, node] as const] : []),
    ...(ingressAddress === null ? [] : [[ingressAddress, node] as const]),
    ...(action === 'accepted' ? [[targetAddress, node] as const] : []),
  ]);
}

function ofHops(
  hops: readonly { readonly address: string | null; readonly node: string | null }[],
): readonly Met[] {
  return hops.flatMap(({ address, node }) =>
    address === null || node === null ? [] : [[address, node] as const],
  );
}

const inProse = new WeakMap<NetworkView, Names>();

/**
 * The names that a plain word of prose may be: nodes, addresses and prefixes. Links and areas are often called as
 * things are called anyway, and a single letter is a word.
 */
export function proseNamesOf(view: NetworkView): Names {
  const found = inProse.get(view);
  if (found !== undefined) return found;
  const names = new Map(
    [...namesOf(view)].filter(
      ([word, reference]) => word.length > 1 && (reference.startsWith('node:') || PREFIX.test(word)),
    ),
  );
  inProse.set(view, names);
  return names;
}

export interface Word {
  readonly text: string;
  /** Null for what names nothing. */
  readonly reference: Reference | null;
}

/** Letters, digits and what may stand inside a name (`pe1@red` is a VRF), an address or a prefix. */
const WORD = /[\p{Letter}\p{Number}_][\p{Letter}\p{Number}_./@-]*/gu;
const PREFIX = /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/;

/**
 * The text in pieces, in order; joined they are the text again.
 * @param strangers whether a prefix that no part of the network bears is one all the same, as tables hold them
 */
export function wordsOf(text: string, names: Names, strangers = true): readonly Word[] {
  const pieces: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const [whole] = match;
    // A name at the end of a sentence has a full stop behind it.
    const word = names.has(whole) ? whole : whole.replace(/[./@-]+$/, '');
    const reference = names.get(word) ?? (strangers && PREFIX.test(word) ? prefixRef(word) : null);
    if (reference === null) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), reference: null });
    pieces.push({ text: word, reference });
    end = match.index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), reference: null });
  return pieces;
}
