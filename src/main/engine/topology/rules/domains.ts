/** Who shares a wire: the addresses of every LAN and link, for the rules about addresses and gateways. */
import type { InterfaceAddress } from '../../address';
import type { Path } from '../json';
import type { EndPoint, Topology } from '../model';

export interface Member {
  readonly node: string;
  readonly kind: 'router' | 'host';
  /** `r1:eth0`, or the name of a host. */
  readonly label: string;
  readonly address: InterfaceAddress;
  /** Where the address stands. */
  readonly path: Path;
}

export interface Domain {
  readonly kind: 'lan' | 'link';
  readonly name: string;
  /** Those that have an address. */
  readonly members: readonly Member[];
}

const known = new WeakMap<Topology, readonly Domain[]>();

export function domainsOf(topology: Topology): readonly Domain[] {
  const found = known.get(topology);
  if (found !== undefined) return found;
  const lans = new Map<string, Member[]>(Object.keys(topology.lans).map((name) => [name, []]));
  for (const [node, router] of Object.entries(topology.routers))
    for (const [name, { lan }] of Object.entries(router.interfaces))
      if (lan !== null) addTo(lans.get(lan), memberAt(topology, { node, interface: name }));
  for (const [node, { lan }] of Object.entries(topology.hosts))
    if (lan !== null) addTo(lans.get(lan), memberAt(topology, { node, interface: '' }));
  const links = Object.entries(topology.links).map(([name, { ends }]): Domain => {
    const members: Member[] = [];
    for (const end of ends) addTo(members, memberAt(topology, end));
    return { kind: 'link', name, members };
  });
  const domains = [...[...lans].map(([name, members]): Domain => ({ kind: 'lan', name, members })), ...links];
  known.set(topology, domains);
  return domains;
}

function addTo(members: Member[] | undefined, member: Member | null): void {
  if (member !== null) members?.push(member);
}

function memberAt(topology: Topology, end: EndPoint): Member | null {
  const host = topology.hosts[end.node];
  if (host !== undefined) {
    const path = ['hosts', end.node, 'address'];
    return { node: end.node, kind: 'host', label: end.node, address: host.address, path };
  }
  const address = topology.routers[end.node]?.interfaces[end.interface]?.address ?? null;
  if (address === null) return null;
  const path = ['routers', end.node, 'interfaces', end.interface, 'address'];
  return { node: end.node, kind: 'router', label: `${end.node}:${end.interface}`, address, path };
}
