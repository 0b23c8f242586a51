/**
 * What a round of the control plane stands on: BGP sessions that are up, what BGP originates, what is injected
 * into OSPF, by which BGP routes next hops are reached. Two rounds with the same facts have the same outcome; facts
 * that come and go name who disagrees.
 */
import { formatPrefix, prefixKey, type Prefix } from '../address';
import type { Origination } from './bgp';
import type { Sessions, Speaker } from './bgp-sessions';
import type { OspfExternal } from './ospf';
import type { Route } from './route';

interface Fact {
  readonly prefix: Prefix | null;
  readonly nodes: readonly number[];
}

/** By a text that is the same exactly for the same fact. */
export type Facts = ReadonlyMap<string, Fact>;

export function factsOf(
  speakers: readonly Speaker[],
  sessions: Sessions,
  originations: readonly Origination[],
  externals: readonly OspfExternal[],
  leanings: readonly { readonly node: number; readonly route: Route }[],
): Facts {
  const facts = new Map<string, Fact>();
  const nodeOf = (speaker: number): number => speakers[speaker]?.node ?? -1;
  for (const session of sessions) {
    if (session === null) continue;
    const { from, to, fromAddress } = session;
    facts.set(`session ${from} ${to} ${fromAddress}`, { prefix: null, nodes: [nodeOf(from), nodeOf(to)] });
  }
  for (const { speaker, prefix, med, origin, nextHop } of originations)
    facts.set(`bgp ${speaker} ${prefixKey(prefix)} ${med} ${origin} ${nextHop}`, {
      prefix,
      nodes: [nodeOf(speaker)],
    });
  for (const { router, prefix, metric, type, forwarding } of externals)
    facts.set(`ospf ${router} ${prefixKey(prefix)} ${metric} ${type} ${forwarding}`, {
      prefix,
      nodes: [router],
    });
  for (const { node, route } of leanings) {
    const { prefix, nextHops, metric } = route;
    const hops = nextHops.map(({ egress, address }) => `${egress} ${address}`).join(', ');
    facts.set(`leaning ${node} ${prefixKey(prefix)} ${metric} ${hops}`, { prefix, nodes: [node] });
  }
  return facts;
}

export function sameFacts(a: Facts, b: Facts): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

/** Which prefixes and routers differ between two rounds, in words. */
export function describeChanges(a: Facts, b: Facts, nameOf: (node: number) => string): string {
  const changed = [...missing(a, b), ...missing(b, a)];
  const prefixes = new Set(changed.flatMap(({ prefix }) => (prefix === null ? [] : [formatPrefix(prefix)])));
  const names = new Set(changed.flatMap(({ nodes }) => nodes).map(nameOf));
  const what = prefixes.size === 0 ? 'BGP sessions' : `routes to ${[...prefixes].toSorted().join(', ')}`;
  return `${what} come and go at ${[...names].toSorted().join(', ')}`;
}

function missing(from: Facts, within: Facts): Fact[] {
  return [...from].flatMap(([key, fact]) => (within.has(key) ? [] : [fact]));
}
