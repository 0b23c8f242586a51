/** VNets, their peerings and gateways, by the rules of Azure. */
import { strings } from '../../../../shared/strings';
import {
  formatAddress,
  formatPrefix,
  prefixContains,
  prefixCovers,
  prefixesOverlap,
  type Address,
  type Prefix,
} from '../../address';
import { FABRIC_INTERFACE } from '../azure-interfaces';
import type { Path } from '../json';
import type { Gateway, Peering, VNet } from '../model';
import { checkDuplicates } from './addresses';
import type { Context } from './context';

const said = strings.reasons.topology.vnets;

export const GATEWAY_SUBNET = 'GatewaySubnet';

/** Azure keeps the first four addresses and the last of every subnet. */
const RESERVED_AT_START = 4;

export function checkVNets(context: Context): void {
  const { topology } = context;
  for (const [name, vnet] of Object.entries(topology.vnets)) checkSpace(context, name, vnet);
  for (const [name, host] of Object.entries(topology.hosts)) {
    const vnet = host.vnet === null ? undefined : topology.vnets[host.vnet];
    if (host.vnet !== null && vnet !== undefined)
      checkVm(context, ['hosts', name, 'address'], host.address.address, host.vnet, vnet);
  }
  checkGateways(context);
  checkPeerings(context);
  checkVNetAddresses(context);
}

function checkSpace(context: Context, name: string, vnet: VNet): void {
  const path = ['vnets', name];
  const inSpace = (prefix: Prefix): boolean => vnet.addressSpace.some((space) => prefixCovers(space, prefix));
  checkApart(
    context,
    vnet.addressSpace.map((prefix, index) => ({ prefix, path: [...path, 'addressSpace', index] })),
  );
  const subnets = Object.entries(vnet.subnets).map(([key, { prefix }]) => ({
    key,
    prefix,
    path: [...path, 'subnets', key],
  }));
  checkApart(context, subnets);
  for (const subnet of subnets)
    if (!inSpace(subnet.prefix))
      context.error(
        subnet.path,
        said.subnetOutside(formatPrefix(subnet.prefix), name),
        said.thatIs(vnet.addressSpace.map(formatPrefix)),
      );
  for (const [index, prefix] of vnet.advertise.entries())
    if (!inSpace(prefix))
      context.error(
        [...path, 'advertise', index],
        said.prefixOutside(formatPrefix(prefix), name),
        said.ownOnly,
      );
}

function checkApart(
  context: Context,
  entries: readonly { readonly prefix: Prefix; readonly path: Path }[],
): void {
  for (const [index, { prefix, path }] of entries.entries()) {
    const other = entries.slice(0, index).find((earlier) => prefixesOverlap(earlier.prefix, prefix));
    if (other !== undefined)
      context.error(path, said.overlaps(formatPrefix(prefix), formatPrefix(other.prefix)), said.noOverlap);
  }
}

/** The address of a NIC: in one of the VNet's subnets, and not where gateways live. */
export function checkVm(context: Context, path: Path, address: Address, name: string, vnet: VNet): void {
  const subnet = Object.entries(vnet.subnets).find(([, { prefix }]) => prefixContains(prefix, address));
  if (subnet === undefined) {
    const choices = Object.entries(vnet.subnets).map(([key, { prefix }]) => `${key} ${formatPrefix(prefix)}`);
    const hint = choices.length > 0 ? said.itsSubnets(choices) : said.addSubnets(name);
    context.error(path, said.inNoSubnet(formatAddress(address), name), hint);
  } else if (subnet[0] === GATEWAY_SUBNET) {
    context.error(path, said.inGatewaySubnet(formatAddress(address), name), said.onlyGateways);
  } else if (address - subnet[1].prefix.address < RESERVED_AT_START && subnet[1].prefix.length <= 29) {
    context.warn(
      path,
      said.kept(formatAddress(address)),
      said.firstFree(formatAddress(subnet[1].prefix.address + RESERVED_AT_START)),
    );
  }
}

/** An address of a gateway or of an MSEE's tunnel end must lie in the GatewaySubnet of its VNet. */
export function checkInGatewaySubnet(context: Context, path: Path, address: Address, vnetName: string): void {
  const vnet = context.topology.vnets[vnetName];
  const subnet = vnet?.subnets[GATEWAY_SUBNET]?.prefix;
  if (vnet !== undefined && (subnet === undefined || !prefixContains(subnet, address)))
    context.error(
      path,
      said.notInSubnet(formatAddress(address), GATEWAY_SUBNET, vnetName),
      subnet === undefined ? said.addSubnet(GATEWAY_SUBNET, vnetName) : said.thatIs([formatPrefix(subnet)]),
    );
}

function checkGateways(context: Context): void {
  const taken = new Map<string, string>();
  for (const [name, gateway] of Object.entries(context.topology.gateways)) {
    const path = ['gateways', name];
    if (!context.refers([...path, 'vnet'], gateway.vnet, ['vnet', 'virtualHub'])) continue;
    const key = `${gateway.vnet} ${gateway.type}`;
    const other = taken.get(key);
    if (other === undefined) taken.set(key, name);
    else context.error([...path, 'type'], said.sameType(gateway.vnet, other), said.oneOfEach);
    for (const [index, address] of gateway.instances.entries())
      checkInGatewaySubnet(context, [...path, 'instances', index], address, gateway.vnet);
    if (gateway.activeActive) checkActiveActive(context, name, gateway);
    if (!gateway.instances.includes(gateway.bgpAddress))
      checkInGatewaySubnet(context, [...path, 'bgpAddress'], gateway.bgpAddress, gateway.vnet);
  }
}

function checkActiveActive(context: Context, name: string, { type, instances }: Gateway): void {
  const path = ['gateways', name, 'activeActive'];
  if (type !== 'vpn') context.error(path, said.onlyVpn, said.bothPaths);
  else if (instances.length !== 2) context.error(path, said.instances(name, instances.length), said.writeTwo);
}

function checkPeerings(context: Context): void {
  const pairs = new Map<string, string>();
  const borrowed = new Map<string, string>();
  for (const [name, peering] of Object.entries(context.topology.peerings)) {
    const path = ['peerings', name];
    if (name === FABRIC_INTERFACE) context.error(path, said.ownInterface(name), said.renamePeering, 'key');
    const found = peering.ends.map(({ vnet }) =>
      context.refers(
        [...path, 'ends', vnet],
        vnet,
        Object.hasOwn(context.topology.virtualHubs, peering.ends[0].vnet) ? ['vnet', 'virtualHub'] : ['vnet'],
      )
        ? context.topology.vnets[vnet]
        : undefined,
    );
    const pair = peering.ends
      .map(({ vnet }) => vnet)
      .toSorted()
      .join(' ');
    const twin = pairs.get(pair);
    if (twin !== undefined) context.error(path, said.joined(twin), said.removePeering, 'key');
    pairs.set(pair, name);
    if (found[0] !== undefined && found[1] !== undefined)
      checkOverlap(context, path, peering, found[0], found[1]);
    for (const index of [0, 1] as const) checkRemoteGateways(context, path, peering, index, borrowed);
  }
}

function checkOverlap(context: Context, path: Path, { ends }: Peering, first: VNet, second: VNet): void {
  for (const near of first.addressSpace)
    for (const far of second.addressSpace)
      if (prefixesOverlap(near, far))
        context.error(
          [...path, 'ends'],
          said.spacesOverlap(formatPrefix(near), ends[0].vnet, formatPrefix(far), ends[1].vnet),
          said.refused,
          'key',
        );
}

function checkRemoteGateways(
  context: Context,
  path: Path,
  peering: Peering,
  index: 0 | 1,
  borrowed: Map<string, string>,
): void {
  const near = peering.ends[index];
  const far = peering.ends[1 - index]!;
  if (!near.useRemoteGateways) return;
  const at = [...path, 'ends', near.vnet, 'useRemoteGateways'];
  const gateways = (vnet: string): [string, Gateway][] =>
    Object.entries(context.topology.gateways).filter(([, gateway]) => gateway.vnet === vnet);
  const ownGateway = gateways(near.vnet)[0];
  const other = borrowed.get(near.vnet);
  borrowed.set(near.vnet, String(path[1]));
  if (!far.allowGatewayTransit) context.error(at, said.noTransit(far.vnet), said.allowTransit(far.vnet));
  if (ownGateway !== undefined) context.error(at, said.ownGateway(near.vnet, ownGateway[0]), said.notBoth);
  if (other !== undefined) context.error(at, said.borrowed(near.vnet, other), said.onePeering);
  const hasRouteServer = Object.values(context.topology.routeServers).some(({ vnet }) => vnet === far.vnet);
  const isHub = Object.hasOwn(context.topology.virtualHubs, far.vnet);
  if (gateways(far.vnet).length === 0 && !hasRouteServer && !isHub)
    context.warn(at, said.noGateway(far.vnet), said.addGateway(far.vnet));
}

/** VMs, gateways and tunnel ends of one VNet share its addresses. */
function checkVNetAddresses(context: Context): void {
  const { hosts, routers, gateways, circuits } = context.topology;
  const members = new Map<
    string,
    { label: string; address: { address: Address; length: number }; path: Path }[]
  >();
  const add = (vnet: string, label: string, address: Address, path: Path): void => {
    const entry = { label, address: { address, length: 32 }, path };
    const list = members.get(vnet);
    if (list === undefined) members.set(vnet, [entry]);
    else list.push(entry);
  };
  for (const [name, { vnet, address }] of Object.entries(hosts))
    if (vnet !== null) add(vnet, name, address.address, ['hosts', name, 'address']);
  for (const [name, { interfaces }] of Object.entries(routers))
    for (const [key, { vnet, address }] of Object.entries(interfaces))
      if (vnet !== null && address !== null)
        add(vnet, `${name}:${key}`, address.address, ['routers', name, 'interfaces', key, 'address']);
  for (const [name, { vnet, instances, bgpAddress }] of Object.entries(gateways)) {
    for (const [index, address] of instances.entries())
      add(vnet, name, address, ['gateways', name, 'instances', index]);
    if (!instances.includes(bgpAddress)) add(vnet, name, bgpAddress, ['gateways', name, 'bgpAddress']);
  }
  for (const [name, { vnet, instances }] of Object.entries(context.topology.routeServers))
    for (const [index, address] of instances.entries())
      add(vnet, name, address, ['routeServers', name, 'instances', index]);
  for (const [name, circuit] of Object.entries(circuits))
    for (const [key, connection] of Object.entries(circuit.connections)) {
      const vnet = gateways[connection.gateway]?.vnet;
      if (vnet === undefined) continue;
      const path = ['circuits', name, 'connections', key];
      add(vnet, key, connection.primary, [...path, 'primary']);
      if (connection.secondary !== null) add(vnet, key, connection.secondary, [...path, 'secondary']);
    }
  for (const [vnet, list] of members)
    checkDuplicates(context, list, strings.reasons.topology.wires.holders.vnet(vnet));
}
