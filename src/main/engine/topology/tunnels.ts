/**
 * The tunnels of a connection, by the interfaces at their ends. An active-active gateway has one from each of its
 * two instances: to the two instances of another such gateway one each, to anybody else two.
 */
import type { Address } from '../address';
import type { Connection, ConnectionEnd, Topology } from './model';

export interface TunnelEnd {
  readonly node: string;
  readonly interface: string;
  /** The instance's address for BGP, and the one it answers from; null for routers, whose interfaces have their own. */
  readonly address: Address | null;
  readonly end: ConnectionEnd;
}

export type Tunnel = readonly [TunnelEnd, TunnelEnd];

export function tunnelsOf(topology: Topology, name: string, { ends }: Connection): Tunnel[] {
  const isActiveActive = ends.some(({ node }) => topology.gateways[node]?.activeActive === true);
  const instances = isActiveActive ? [0, 1] : [0];
  return instances.flatMap((instance): Tunnel[] => {
    const [first, second] = ends.map((end) => endOf(topology, name, end, instance));
    return first == null || second == null ? [] : [[first, second]];
  });
}

/** Null where a router has no interface for the tunnel. */
function endOf(topology: Topology, name: string, end: ConnectionEnd, instance: number): TunnelEnd | null {
  const { node } = end;
  const gateway = topology.gateways[node];
  const own = instance === 0 ? end.interface : end.second;
  if (gateway === undefined) return own === null ? null : { node, interface: own, address: null, end };
  const address = gateway.activeActive
    ? (gateway.instances[instance] ?? gateway.bgpAddress)
    : gateway.bgpAddress;
  return { node, interface: instance === 0 ? name : `${name}/${instance}`, address, end };
}
