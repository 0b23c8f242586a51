/** What joins more than two: Global Reach, Route Servers, virtual hubs. */
import { strings } from '../../../../shared/strings';
import { formatAddress, formatPrefix, prefixContains } from '../../address';
import type { GlobalReach, RouteServer } from '../model';
import type { Context } from './context';

const said = strings.reasons.topology.transit;
const { vnets } = strings.reasons.topology;

export const ROUTE_SERVER_SUBNET = 'RouteServerSubnet';
/** The AS number of Route Servers, and of VPN gateways that exchange routes with them. */
const AZURE_AS = 65_515;

export function checkTransit(context: Context): void {
  const pairs = new Map<string, string>();
  for (const [name, reach] of Object.entries(context.topology.globalReach))
    checkReach(context, name, reach, pairs);
  const servers = new Map<string, string>();
  for (const [name, server] of Object.entries(context.topology.routeServers)) {
    checkServer(context, name, server);
    const other = servers.get(server.vnet);
    if (other !== undefined)
      context.error(['routeServers', name, 'vnet'], said.serverTaken(server.vnet, other), said.oneServer);
    servers.set(server.vnet, name);
  }
  for (const [name, { vnets }] of Object.entries(context.topology.virtualHubs))
    for (const [index, vnet] of vnets.entries())
      context.refers(['virtualHubs', name, 'vnets', index], vnet, ['vnet']);
}

function checkReach(
  context: Context,
  name: string,
  { circuits, prefix }: GlobalReach,
  pairs: Map<string, string>,
): void {
  const path = ['globalReach', name];
  for (const [index, circuit] of circuits.entries())
    context.refers([...path, 'circuits', index], circuit, ['circuit']);
  const key = circuits.toSorted().join(' ');
  const other = pairs.get(key);
  if (circuits[0] === circuits[1])
    context.error([...path, 'circuits'], said.withItself(name, circuits[0]), said.twoCircuits);
  else if (other !== undefined) context.error([...path, 'circuits'], said.joined(other), said.removeOne);
  pairs.set(key, name);
  if (prefix.length !== 29) context.error([...path, 'prefix'], said.no29(formatPrefix(prefix)), said.take29);
}

function checkServer(
  context: Context,
  name: string,
  { vnet, instances, branchToBranch, asn }: RouteServer,
): void {
  const path = ['routeServers', name];
  if (!context.refers([...path, 'vnet'], vnet, ['vnet'])) return;
  const subnet = context.topology.vnets[vnet]?.subnets[ROUTE_SERVER_SUBNET];
  for (const [index, address] of instances.entries())
    if (subnet === undefined || !prefixContains(subnet.prefix, address))
      context.error(
        [...path, 'instances', index],
        vnets.notInSubnet(formatAddress(address), ROUTE_SERVER_SUBNET, vnet),
        subnet === undefined
          ? vnets.addSubnet(ROUTE_SERVER_SUBNET, vnet)
          : vnets.thatIs([formatPrefix(subnet.prefix)]),
      );
  if (asn !== AZURE_AS) context.error([...path, 'asn'], said.serverAs(AZURE_AS), said.removeAsn);
  if (!branchToBranch) return;
  for (const [gateway, entry] of Object.entries(context.topology.gateways)) {
    if (entry.vnet !== vnet || entry.type !== 'vpn') continue;
    const at = [...path, 'branchToBranch'];
    if (entry.asn !== AZURE_AS) context.warn(at, said.otherAs(gateway, entry.asn), said.needsAs(AZURE_AS));
    if (!entry.activeActive) context.warn(at, said.notActive(gateway), said.needsActive);
  }
}
