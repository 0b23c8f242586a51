/**
 * Drafts to the topology: fills in what an element takes from others (the length of a host's address, its
 * site, the TTL model of a tunnel end). A result is made anew only where its draft or what it took changed.
 */
import type { InterfaceAddress } from '../address';
import { prefixContains, prefixOf } from '../address';
import { record } from './json';
import { withVirtualHubs } from './virtual-hubs';
import type { Connection, ConnectionEnd, EndPoint, Host, Link, Router, Topology, VNet } from './model';
import type { HostDraft } from './schema';
import type { ConnectionDraft } from './schema-azure';
import type { Drafts } from './sections';

const hosts = new WeakMap<HostDraft, Host>();
const connections = new WeakMap<ConnectionDraft, Connection>();

/** What the drafts say of each other, found once for all hosts. */
interface Surroundings {
  /** The length a host's address takes, by host name, where its LAN or link tells. */
  readonly linkLengths: ReadonlyMap<string, number>;
  /** Router addresses by LAN name. */
  readonly lanAddresses: ReadonlyMap<string, readonly InterfaceAddress[]>;
}

export function resolve(drafts: Drafts): Topology {
  const around: Surroundings = { linkLengths: linkLengths(drafts), lanAddresses: lanAddresses(drafts) };
  return {
    ...drafts,
    ...withVirtualHubs(drafts),
    connections: sharedRecord(drafts.connections, (draft) => resolveConnection(drafts, draft)),
    hosts: sharedRecord(drafts.hosts, (draft, name) => resolveHost(drafts, around, name, draft)),
  };
}

function sharedRecord<D, V>(
  drafts: Readonly<Record<string, D>>,
  make: (draft: D, name: string) => V,
): Record<string, V> {
  return record(Object.entries(drafts).map(([name, draft]) => [name, make(draft, name)]));
}

function resolveHost(drafts: Drafts, around: Surroundings, name: string, draft: HostDraft): Host {
  const site = draft.site ?? (draft.lan === null ? null : (drafts.lans[draft.lan]?.site ?? null));
  // 32 where nothing tells: a rule warns of it.
  const length = draft.address.length ?? takenLength(drafts, around, name, draft) ?? 32;
  const known = hosts.get(draft);
  if (known !== undefined && known.site === site && known.address.length === length) return known;
  const host: Host = { ...draft, site, address: { address: draft.address.address, length } };
  hosts.set(draft, host);
  return host;
}

/** The prefix length a host's address takes from its subnet, LAN or link; null where none tells. */
function takenLength(drafts: Drafts, around: Surroundings, name: string, draft: HostDraft): number | null {
  if (draft.vnet !== null) return subnetOf(drafts.vnets[draft.vnet], draft.address.address);
  if (draft.lan === null) return around.linkLengths.get(name) ?? null;
  const lanPrefix = drafts.lans[draft.lan]?.prefix ?? null;
  if (lanPrefix !== null) return lanPrefix.length;
  const addresses = around.lanAddresses.get(draft.lan) ?? [];
  return addresses.find((each) => prefixContains(prefixOf(each), draft.address.address))?.length ?? null;
}

function subnetOf(vnet: VNet | undefined, address: number): number | null {
  const subnets = Object.values(vnet?.subnets ?? {});
  return subnets.find(({ prefix }) => prefixContains(prefix, address))?.prefix.length ?? null;
}

function linkLengths(drafts: Drafts): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  const addressOf = (end: EndPoint): InterfaceAddress | null =>
    drafts.routers[end.node]?.interfaces[end.interface]?.address ?? null;
  for (const { ends } of Object.values<Link>(drafts.links)) {
    const [first, second] = ends;
    for (const [near, far] of [
      [first, second],
      [second, first],
    ] as const) {
      const length = drafts.hosts[near.node]
        ? (addressOf(far)?.length ?? drafts.hosts[far.node]?.address.length ?? null)
        : null;
      if (length !== null) lengths.set(near.node, length);
    }
  }
  return lengths;
}

function lanAddresses(drafts: Drafts): ReadonlyMap<string, readonly InterfaceAddress[]> {
  const addresses = new Map<string, InterfaceAddress[]>();
  for (const router of Object.values<Router>(drafts.routers))
    for (const { lan, address } of Object.values(router.interfaces)) {
      if (lan === null || address === null) continue;
      const list = addresses.get(lan);
      if (list === undefined) addresses.set(lan, [address]);
      else list.push(address);
    }
  return addresses;
}

/** A VPN gateway heads the uniform model, a router the pipe model, unless the end says otherwise. */
function resolveConnection(drafts: Drafts, draft: ConnectionDraft): Connection {
  const end = (index: 0 | 1): ConnectionEnd => {
    const { ttl, node, ...rest } = draft.ends[index];
    return { ...rest, node, ttl: ttl ?? (drafts.gateways[node] === undefined ? 'pipe' : 'uniform') };
  };
  const ends = [end(0), end(1)] as const;
  const known = connections.get(draft);
  if (known !== undefined && known.ends.every(({ ttl }, index) => ttl === ends[index]!.ttl)) return known;
  const connection: Connection = { ...draft, ends };
  connections.set(draft, connection);
  return connection;
}
