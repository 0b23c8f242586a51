/**
 * What a round of the control plane stands on: BGP sessions that are up, what BGP originates, what is injected
 * into OSPF, by which BGP routes next hops are reached. Two rounds with the same facts have the same outcome; facts
 * that come and go name who disagrees.
 */
import { prefixKey, type Prefix } from '../address';
import type { Origination } from './bgp';
import type { Sessions, Speaker } from './bgp-sessions';
import type { OspfExternal } from './ospf';
import type { Route } from './route';

export interface Fact {
  /** What it says something about: a session, or a prefix at a router in a protocol. */
  readonly about: string;
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
    const about = aboutSession(session);
    facts.set(`${about} ${from} ${fromAddress}`, { about, prefix: null, nodes: [nodeOf(from), nodeOf(to)] });
  }
  for (const { speaker, prefix, med, origin, nextHop, shaped } of originations) {
    const about = aboutOrigination(speaker, prefix);
    const { asPath = [], communities = [], localPreference = '', weight = '' } = shaped ?? {};
    const more = `${localPreference} ${weight} ${asPath.join(',')} ${communities.join(',')}`;
    facts.set(`${about} ${med} ${origin} ${nextHop} ${more}`, { about, prefix, nodes: [nodeOf(speaker)] });
  }
  for (const { router, prefix, metric, type, forwarding } of externals) {
    const about = aboutExternal(router, prefix);
    facts.set(`${about} ${metric} ${type} ${forwarding}`, { about, prefix, nodes: [router] });
  }
  for (const { node, route } of leanings) {
    const { prefix, nextHops, metric, bgp } = route;
    const hops = nextHops.map(({ egress, address }) => `${egress} ${address}`).join(', ');
    const about = aboutLeaning(node, prefix);
    facts.set(`${about} ${metric} ${bgp?.nextHop} ${hops}`, { about, prefix, nodes: [node] });
  }
  return facts;
}

/** Both directions of a session are one. */
export function aboutSession({ from, to }: { readonly from: number; readonly to: number }): string {
  return `session ${Math.min(from, to)} ${Math.max(from, to)}`;
}

export function aboutOrigination(speaker: number, prefix: Prefix): string {
  return `bgp ${speaker} ${prefixKey(prefix)}`;
}

export function aboutExternal(router: number, prefix: Prefix): string {
  return `ospf ${router} ${prefixKey(prefix)}`;
}

export function aboutLeaning(node: number, prefix: Prefix): string {
  return `leaning ${node} ${prefixKey(prefix)}`;
}

export function sameFacts(a: Facts, b: Facts): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}
