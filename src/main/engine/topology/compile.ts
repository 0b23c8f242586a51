/** Topology to network: gives every element its node, interfaces and segments, and settles what is up. */
import { addCircuits, addGateways, addPeerings, addTunnelsOfGateways, addVnets } from './compile-azure';
import { addHosts, addRouters, plainSegments } from './compile-plain';
import { addGlobalReach, addRouteServers } from './compile-transit';
import type { Topology } from './model';
import type { Network } from './network';
import { NetworkBuilder } from './network-builder';

/** Builds the network of a validated topology. */
export function compileNetwork(topology: Topology): Network {
  const builder = new NetworkBuilder();
  const segmentOf = plainSegments(builder, topology);
  addVnets(builder, topology);
  addRouters(builder, topology, segmentOf);
  addGateways(builder, topology);
  addCircuits(builder, topology);
  addHosts(builder, topology, segmentOf);
  addPeerings(builder, topology);
  addTunnelsOfGateways(builder, topology, segmentOf);
  addGlobalReach(builder, topology);
  addRouteServers(builder, topology);
  return builder.finish();
}
