/** Plain networks as a lab: routers, hosts, links, and a bridge for each LAN. */
import { formatAddress, formatPrefix, prefixOf, type Address, type InterfaceAddress } from '../address';
import { configuredPeerings, highestAddress } from '../routing/bgp-sessions';
import { hostDefaultRoute, interfacesOf } from '../routing/local-routes';
import { splitContext } from '../topology/contexts';
import type { Interface, Neighbor, Router, StaticRoute, Topology } from '../topology/model';
import { interfaceAt, interfaceKey, nodeAt, segmentAt, type Network } from '../topology/network';
import { frrConf, type FrrInterface, type FrrRouter, type Timers } from './frr-conf';
import type { LabBuilder, Machine } from './lab';

const HOST_INTERFACE = 'eth0';
const BRIDGE = 'br0';

/** What the parts of an export share. */
export interface Export {
  readonly topology: Topology;
  readonly network: Network;
  readonly lab: LabBuilder;
  readonly timers: Timers;
  /** Machines of routers and hosts, by their name in the topology. */
  readonly machines: Map<string, Machine>;
}

/** Makes the machines of routers, hosts and LANs and wires them; configurations come later. */
export function plainMachines(context: Export): void {
  const { topology, lab, machines } = context;
  // A router and its VRFs are one machine; the router comes before them.
  for (const name of Object.keys(topology.routers)) {
    const device = splitContext(name)?.router;
    const known = device === undefined ? undefined : machines.get(device);
    machines.set(name, known ?? lab.machine(name, 'router'));
  }
  for (const [name, host] of Object.entries(topology.hosts))
    if (host.vnet === null) machines.set(name, lab.machine(name, 'host'));
  for (const link of Object.values(topology.links)) {
    const [a, b] = link.ends.map((end) => ({ machine: machines.get(end.node), label: end.interface }));
    if (a?.machine === undefined || b?.machine === undefined) continue;
    lab.wire(a.machine, a.machine.plug(a.label), b.machine, b.machine.plug(b.label));
  }
  for (const name of Object.keys(topology.lans)) bridge(context, name);
}

function bridge({ network, lab, machines }: Export, name: string): void {
  const segment = network.segments.find((entry) => entry.kind === 'lan' && entry.name === name);
  if (segment === undefined) return;
  const machine = lab.machine(name, 'switch');
  machine.commands.push(`ip link add name ${BRIDGE} type bridge`);
  for (const index of segment.interfaces) {
    const { node, name: label } = interfaceAt(network, index);
    const member = machines.get(nodeAt(network, node).name);
    if (member === undefined) continue;
    const port = machine.plug(interfaceKey(member.name, label));
    lab.wire(machine, port, member, member.plug(label));
    machine.commands.push(`ip link set dev ${port} master ${BRIDGE}`);
    machine.switch(port, segment.enabled);
  }
  machine.switch(BRIDGE, segment.enabled);
}

export function configureHosts({ topology, network, lab, machines }: Export): void {
  for (const [name, host] of Object.entries(topology.hosts)) {
    const machine = machines.get(name);
    if (host.vnet !== null || machine === undefined) continue;
    const [nic] = interfacesOf(network, network.nodeByName.get(name) ?? -1);
    const kernelName = machine.interfaces.get(HOST_INTERFACE);
    if (nic === undefined || kernelName === undefined) continue;
    machine.sysctls['net.ipv4.ip_forward'] = 0;
    machine.sysctls['net.ipv4.ip_default_ttl'] = host.initialTtl;
    machine.address(kernelName, host.address);
    machine.switch(kernelName, nic.enabled && switchedOn(network, nic.segment));
    const gateway = hostDefaultRoute(network, nic.node, host)?.nextHops[0]?.address ?? null;
    if (gateway !== null) machine.commands.push(`ip route replace default via ${formatAddress(gateway)}`);
    silence(lab, machine, host.icmp.answers);
  }
}

/** Linux can be told not to answer echo requests, but not to keep quiet where a TTL runs out. */
export function silence(lab: LabBuilder, machine: Machine, answers: boolean): void {
  if (answers) return;
  machine.sysctls['net.ipv4.icmp_echo_ignore_all'] = 1;
  lab.note(
    `${machine.source} does not answer pings, but tells where a TTL runs out; in the model it is silent.`,
  );
}

export function configureRouters(context: Export): void {
  const { topology, network, machines } = context;
  const parts = new Map<Machine, FrrRouter[]>();
  for (const [name, router] of Object.entries(topology.routers)) {
    const machine = machines.get(name);
    if (machine === undefined) continue;
    const vrf = splitContext(name)?.vrf ?? null;
    if (vrf !== null) addVrf(context, machine, vrf, (parts.get(machine) ?? []).length);
    const interfaces = configureInterfaces(context, machine, name, router, vrf);
    const node = network.nodeByName.get(name) ?? -1;
    if (network.nodes[node]?.up !== true) continue;
    for (const daemon of [
      router.ospf === null ? null : 'ospfd',
      router.bgp === null ? null : 'bgpd',
    ] as const)
      if (daemon !== null && !machine.daemons.includes(daemon)) machine.daemons.push(daemon);
    const part: FrrRouter = {
      vrf,
      routerId: router.routerId ?? highestAddress(network, node),
      router,
      interfaces,
      via: (route) => viaOf(context, machine, node, route),
      updateSource: sessionSources(context, node),
      timers: context.timers,
    };
    parts.set(machine, [...(parts.get(machine) ?? []), part]);
  }
  for (const [machine, contexts] of parts) machine.frr = frrConf(machine.name, contexts);
}

/** ospfd knows nothing of what BGP knows of a route. */
function noteOspfMaps(lab: LabBuilder, name: string, router: Router): void {
  for (const { routeMap } of router.ospf?.redistribute ?? []) {
    const entries = routeMap === null ? [] : (router.routeMaps[routeMap] ?? []);
    if (entries.some(({ match }) => match.community.length > 0 || match.asPath !== null))
      lab.note(
        `${name} matches communities or AS paths in route map ${routeMap}, which redistributes into OSPF; FRR takes no notice of them there.`,
      );
  }
}

/** Routing tables of Linux below this have uses of their own. */
const FIRST_TABLE = 1000;

/** A VRF is a device of the kernel, with a routing table of its own. */
function addVrf({ lab }: Export, machine: Machine, vrf: string, index: number): void {
  machine.commands.push(
    `ip link add name ${vrf} type vrf table ${FIRST_TABLE + index}`,
    `ip link set dev ${vrf} up`,
  );
  lab.note(`${machine.source} needs a kernel with VRFs (the vrf module) for its VRF ${vrf}.`);
}

function configureInterfaces(
  context: Export,
  machine: Machine,
  name: string,
  router: Router,
  vrf: string | null,
): FrrInterface[] {
  const { network, lab } = context;
  const node = network.nodeByName.get(name) ?? -1;
  const interfaces: FrrInterface[] = [];
  const onLoopback = { ospf: false };
  for (const entry of interfacesOf(network, node)) {
    const settings = router.interfaces[entry.name];
    if (settings === undefined) continue;
    const takesPart = router.ospf !== null && takesPartInOspf(network, router, entry.index);
    const plugged = machine.interfaces.get(entry.name);
    if (plugged === undefined) {
      const mayUseLoopback = vrf === null && (takesPart || router.ospf === null);
      const own = unplugged(machine, entry.name, settings, mayUseLoopback);
      if (own === 'lo') onLoopback.ospf ||= takesPart && entry.enabled;
      else interfaces.push(frrInterface(router, settings, own, entry.name, takesPart, false, false));
      if (vrf !== null) machine.commands.push(`ip link set dev ${own} master ${vrf}`);
      if (own !== 'lo') machine.switch(own, entry.enabled);
      if (settings.address !== null && (own !== 'lo' || entry.enabled))
        machine.address(own, settings.address);
      continue;
    }
    if (vrf !== null) machine.commands.push(`ip link set dev ${plugged} master ${vrf}`);
    const pointToPoint = entry.segment !== -1 && segmentAt(network, entry.segment).kind !== 'lan';
    interfaces.push(frrInterface(router, settings, plugged, entry.name, takesPart, pointToPoint));
    if (settings.address !== null)
      machine.address(plugged, entry.nic === null ? settings.address : { ...settings.address, length: 32 });
    machine.switch(plugged, entry.enabled && (!pointToPoint || switchedOn(network, entry.segment)));
    if (settings.reversePathCheck) {
      machine.sysctls[`net.ipv4.conf.${plugged}.rp_filter`] = 2;
      lab.note(
        `${name} ${entry.name} checks sources loosely (rp_filter 2); Linux lets a default route vouch for a source, the model does not.`,
      );
    }
  }
  machine.switch('lo', true);
  if (onLoopback.ospf) {
    interfaces.push({
      kernelName: 'lo',
      description: null,
      ospf: { area: router.ospf?.area ?? 0, cost: null, passive: false, pointToPoint: false },
    });
  }
  if (vrf !== null) return interfaces;
  silence(lab, machine, router.icmp.answers);
  noteOspfMaps(lab, name, router);
  if (router.ttlCheck === 'before-lookup')
    lab.note(`${name} checks TTL before it looks up a route; Linux does it the other way round.`);
  return interfaces;
}

/** A link that is shut takes its ends down; a LAN its ports at the bridge, so that routers lose carrier alone. */
function switchedOn(network: Network, segment: number): boolean {
  return segment === -1 || segmentAt(network, segment).kind === 'lan' || segmentAt(network, segment).enabled;
}

/**
 * An interface that is plugged into nothing: a host address belongs on the loopback, a subnet on an interface
 * of its own. OSPF runs on all of `lo` alike, so that what stays out of it or is in another area goes elsewhere.
 */
function unplugged(machine: Machine, label: string, settings: Interface, mayUseLoopback: boolean): string {
  const { address, ospfCost, ospfArea } = settings;
  const isLoopback = address?.length === 32 && mayUseLoopback && ospfCost === null && ospfArea === null;
  const kernelName = isLoopback ? 'lo' : `dummy${machine.interfaces.size + 1}`;
  machine.interfaces.set(label, kernelName);
  if (!isLoopback) machine.commands.push(`ip link add name ${kernelName} type dummy`);
  return kernelName;
}

function takesPartInOspf(network: Network, router: Router, index: number): boolean {
  const { name, segment, address } = interfaceAt(network, index);
  if (router.ospf === null || address === null) return false;
  if (router.ospf.interfaces !== null) return router.ospf.interfaces.includes(name);
  return segment === -1 || ['link', 'lan'].includes(segmentAt(network, segment).kind);
}

function frrInterface(
  router: Router,
  settings: Interface,
  kernelName: string,
  label: string,
  takesPart: boolean,
  pointToPoint: boolean,
  isPlugged = true,
): FrrInterface {
  // A loopback costs nothing; what stands for one on a device of its own costs the least there is.
  const cost = settings.ospfCost ?? (isPlugged ? (router.ospf?.defaultCost ?? null) : 1);
  const description = settings.description === null ? label : `${label}: ${settings.description}`;
  const area = settings.ospfArea ?? router.ospf?.area ?? 0;
  const ospf = takesPart ? { area, cost, passive: settings.ospfPassive, pointToPoint } : null;
  return { kernelName, description: description.replaceAll(/\s+/g, ' '), ospf };
}

function viaOf({ network, lab }: Export, machine: Machine, node: number, route: StaticRoute): string {
  const { via, track, prefix } = route;
  if (track !== null)
    lab.note(
      `${machine.source} uses its route to ${formatPrefix(prefix)} whether or not ${formatAddress(track)} can be reached: FRR does not track addresses.`,
    );
  switch (via.kind) {
    case 'address':
      return formatAddress(via.address);
    case 'discard':
      return 'blackhole';
    case 'internet':
      lab.note(`${machine.source} drops what the model sends to the Internet.`);
      return 'blackhole';
    case 'interface': {
      const kernelName = machine.interfaces.get(via.interface) ?? via.interface;
      const own = interfacesOf(network, node).find((entry) => entry.name === via.interface);
      const peer = own === undefined ? null : farEnd(network, own.index);
      // An Ethernet wire needs to be told who is at its other end.
      return peer === null ? kernelName : `${formatAddress(peer)} ${kernelName} onlink`;
    }
  }
}

/** Address at the other end of a point-to-point segment. */
function farEnd(network: Network, index: number): Address | null {
  const { segment } = interfaceAt(network, index);
  if (segment === -1) return null;
  const { kind, interfaces } = segmentAt(network, segment);
  const other = interfaces.find((candidate) => candidate !== index);
  return kind === 'lan' || other === undefined ? null : interfaceAt(network, other).address;
}

/** Own addresses of the sessions whose neighbour is not on a wire of the router. */
function sessionSources({ network, topology }: Export, node: number): (neighbor: Neighbor) => Address | null {
  const sources = new Map<Address, Address>();
  for (const peering of configuredPeerings(network, topology)) {
    for (const end of peering) {
      if (end.node !== node || end.reach.kind === 'wired') continue;
      sources.set(end.reach.address, end.address);
    }
  }
  return ({ address }) => {
    const own = interfacesOf(network, node);
    const onWire = own.some((entry) => entry.address !== null && entry.length < 32 && covers(entry, address));
    return onWire ? null : (sources.get(address) ?? null);
  };
}

function covers(
  entry: { readonly address: Address | null; readonly length: number },
  address: Address,
): boolean {
  if (entry.address === null) return false;
  const own: InterfaceAddress = { address: entry.address, length: entry.length };
  return prefixOf(own).address === prefixOf({ address, length: entry.length }).address;
}
