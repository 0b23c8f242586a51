/**
 * Azure's parts as FRR routers that behave alike. A VNet's fabric is a router with a wire to each NIC; it hears
 * by BGP what its gateways learned and prefers its own space, ExpressRoute, VPN, in this order. Gateways and
 * MSEEs speak BGP as the real ones do. Wires inside Azure have no subnets: every address is a host route.
 */
import { formatAddress, formatPrefix, type Address } from '../address';
import { peersOf, vnetAndPeerSpace } from '../routing/azure-space';
import { interfacesOf } from '../routing/local-routes';
import { circuitPaths, mseePeeringAddress } from '../topology/compile-azure';
import type { Circuit, Gateway } from '../topology/model';
import { AzureRouter, fabricAddress, prefixListLines } from './azure-router';
import { silence, type Export } from './plain';

/** Local preferences in the fabric: what it learned over ExpressRoute before the same by VPN. */
const EXPRESSROUTE_PREFERENCE = 200;
const VPN_PREFERENCE = 100;
const PRIVATE_SPACE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
/** The same AS number serves all gateways: a circuit joins VNets only if they take paths with their own. */
const TAKE_OWN_AS = 'allowas-in 10';
/** Behind everything that BGP learned. */
const LAST_RESORT = 254;

export class AzureParts {
  private readonly routers = new Map<string, AzureRouter>();

  constructor(private readonly context: Export) {}

  /** Makes and wires the machines; routers' ends of tunnels and peerings are plugged in on the way. */
  build(): void {
    const { topology, lab } = this.context;
    if (Object.keys(topology.vnets).length + Object.keys(topology.circuits).length === 0) return;
    lab.note(
      'The fabric of a VNet is a router of its own: traces show it as one more hop, and it spends TTL.',
    );
    for (const name of Object.keys(topology.vnets)) this.addFabric(name);
    for (const [name, gateway] of Object.entries(topology.gateways)) this.addGateway(name, gateway);
    for (const [name, circuit] of Object.entries(topology.circuits)) this.addCircuit(name, circuit);
    this.addPeerings();
    this.addTunnels();
    this.addVms();
    this.addNics();
    this.noteLimits();
  }

  /** Writes the configurations, once every wire is known. */
  configure(): void {
    for (const router of this.routers.values()) router.finish(this.context.timers);
  }

  private router(name: string): AzureRouter {
    const known = this.routers.get(name);
    if (known === undefined) throw new RangeError(`no Azure router ${name}`);
    return known;
  }

  private make(name: string, asn: number, routerId: Address): AzureRouter {
    const { lab, network, machines } = this.context;
    const machine = lab.machine(name, 'router');
    machines.set(name, machine);
    const up = network.nodes[network.nodeByName.get(name) ?? -1]?.up === true;
    const made = new AzureRouter(lab, machine, up, asn, routerId);
    this.routers.set(name, made);
    return made;
  }

  private addFabric(name: string): void {
    const { topology, network } = this.context;
    const vnet = topology.vnets[name];
    if (vnet === undefined) return;
    const own = fabricAddress(vnet);
    const remote = peersOf(network, topology, name).find((peer) => peer.givesGateways)?.name ?? name;
    const gateways = Object.values(topology.gateways).filter((gateway) => gateway.vnet === remote);
    const asn = (gateways.find(({ type }) => type === 'expressroute') ?? gateways[0])?.asn ?? 65515;
    const fabric = this.make(name, asn, own);
    fabric.loopback(own);
    for (const prefix of vnet.addressSpace) fabric.route(formatPrefix(prefix), 'blackhole');
    for (const prefix of [...PRIVATE_SPACE, '0.0.0.0/0']) fabric.route(prefix, 'blackhole', LAST_RESORT);
    fabric.policy(
      ...prefixListLines('own-space', 'permit', vnetAndPeerSpace(network, topology, name), 32),
      ...['expressroute', 'vpn'].flatMap((type) => [
        `route-map from-${type} deny 10`,
        ' match ip address prefix-list own-space',
        `route-map from-${type} permit 20`,
        ` set local-preference ${type === 'vpn' ? VPN_PREFERENCE : EXPRESSROUTE_PREFERENCE}`,
      ]),
      'route-map from-hub deny 10',
      ' match ip address prefix-list own-space',
      'route-map from-hub permit 20',
      'route-map nothing deny 10',
    );
  }

  private addGateway(name: string, gateway: Gateway): void {
    const { topology, network, lab } = this.context;
    const instance = gateway.instances[0] ?? gateway.bgpAddress;
    const router = this.make(name, gateway.asn, instance);
    const fabric = this.router(gateway.vnet);
    const fabricOwn = fabric.routerId;
    for (const address of new Set([instance, gateway.bgpAddress])) router.loopback(address);
    const wire = router.join(fabric, 'vnet', name);
    router.route(`${formatAddress(fabricOwn)}/32`, wire.here);
    for (const prefix of vnetAndPeerSpace(network, topology, gateway.vnet))
      router.route(formatPrefix(prefix), `${formatAddress(fabricOwn)} ${wire.here} onlink`);
    for (const address of new Set([instance, gateway.bgpAddress]))
      fabric.route(`${formatAddress(address)}/32`, wire.there);
    const users = peersOf(network, topology, gateway.vnet).filter((peer) => peer.usesGateways);
    const announced = [gateway.vnet, ...users.map((peer) => peer.name)].flatMap(
      (vnet) => topology.vnets[vnet]?.advertise ?? [],
    );
    for (const prefix of announced) router.announce(prefix);
    const space = vnetAndPeerSpace(network, topology, gateway.vnet);
    const isVpn = gateway.type === 'vpn';
    router.policy(
      ...prefixListLines('own-space', 'permit', space, 32),
      ...prefixListLines('announced', 'permit', announced, null),
      'ip prefix-list default seq 5 permit 0.0.0.0/0',
      'route-map from-outside deny 10',
      ' match ip address prefix-list own-space',
      'route-map from-outside permit 20',
      // An ExpressRoute gateway passes nothing on, a VPN gateway everything but a default route.
      ...(isVpn
        ? [
            'route-map to-outside deny 10',
            ' match ip address prefix-list default',
            'route-map to-outside permit 20',
          ]
        : ['route-map to-outside permit 10', ' match ip address prefix-list announced']),
      'route-map nothing deny 10',
    );
    const far = formatAddress(fabricOwn);
    const unchanged = fabric.asn === gateway.asn ? [] : ['attribute-unchanged next-hop'];
    router.neighbor(far, fabric.asn, instance, [
      'route-map nothing in',
      ...(isVpn ? ['next-hop-self'] : ['addpath-tx-all-paths', ...unchanged]),
    ]);
    fabric.neighbor(formatAddress(instance), gateway.asn, fabricOwn, [
      `route-map from-${gateway.type} in`,
      'route-map nothing out',
      TAKE_OWN_AS,
    ]);
    if (gateway.instances.length > 1 && !gateway.activeActive)
      lab.note(`${name} is one machine; its standby instances are left out.`);
    silence(lab, router.machine, gateway.icmp.answers);
  }

  private addCircuit(name: string, circuit: Circuit): void {
    const { lab, machines, network } = this.context;
    for (const [which, path] of circuitPaths(circuit)) {
      const own = mseePeeringAddress(path);
      const connections = Object.entries(circuit.connections);
      const tunnelOf = (connection: Circuit['connections'][string]): Address | null =>
        which === 'primary' ? connection.primary : connection.secondary;
      const routerId =
        own?.address ?? connections.map(([, entry]) => tunnelOf(entry)).find((a) => a !== null) ?? 1;
      const msee = this.make(path.msee, circuit.asn, routerId);
      silence(lab, msee.machine, circuit.icmp.answers);
      const customer = path.customer === null ? undefined : machines.get(path.customer.node);
      if (customer !== undefined && path.customer !== null && own !== null && path.peering !== null) {
        const here = msee.machine.plug('peering');
        lab.wire(msee.machine, here, customer, customer.plug(path.customer.interface));
        msee.address(here, own.address, own.length);
        const customerAddress = path.peering.address + (path.peering.length === 31 ? 0 : 1);
        const node = this.context.topology.routers[path.customer.node];
        if (node?.bgp != null) msee.neighbor(formatAddress(customerAddress), node.bgp.asn, null, []);
      }
      for (const [connectionName, connection] of connections) {
        const tunnel = tunnelOf(connection);
        if (tunnel === null) continue;
        const segment = network.segments.find(
          (entry) => entry.kind === 'expressroute' && entry.name === connectionName && entry.path === which,
        );
        this.joinCircuit(msee, `${connectionName}/${which}`, tunnel, connection, segment?.enabled === true);
      }
    }
    if (circuit.bandwidth !== null) lab.note(`${name} has no limit of bandwidth.`);
  }

  /** To the gateway, by which the circuit reaches the VNet, and to the fabric, which goes past the gateway. */
  private joinCircuit(
    msee: AzureRouter,
    label: string,
    tunnel: Address,
    connection: Circuit['connections'][string],
    enabled: boolean,
  ): void {
    const gateway = this.context.topology.gateways[connection.gateway];
    if (gateway === undefined) return;
    const router = this.router(connection.gateway);
    const fabric = this.router(gateway.vnet);
    const instance = gateway.instances[0] ?? gateway.bgpAddress;
    const toGateway = msee.join(router, label, label, enabled);
    const toFabric = msee.join(fabric, `${label} fabric`, label, enabled);
    for (const wire of [toGateway, toFabric]) msee.address(wire.here, tunnel, 32);
    const host = `${formatAddress(tunnel)}/32`;
    msee.route(`${formatAddress(instance)}/32`, toGateway.here);
    router.route(host, toGateway.there);
    fabric.route(host, toFabric.there);
    const weight = connection.weight === 0 ? [] : [`weight ${connection.weight}`];
    msee.neighbor(formatAddress(instance), gateway.asn, tunnel, []);
    router.neighbor(formatAddress(tunnel), msee.asn, instance, [
      'route-map from-outside in',
      'route-map to-outside out',
      TAKE_OWN_AS,
      ...weight,
    ]);
  }

  private addPeerings(): void {
    const { topology, network } = this.context;
    for (const [name, peering] of Object.entries(topology.peerings)) {
      const [a, b] = peering.ends;
      const [first, second] = [this.router(a.vnet), this.router(b.vnet)];
      const wire = first.join(second, name, name, !peering.shutdown);
      this.peer(first, second, b.vnet, wire.here, peersOf(network, topology, a.vnet));
      this.peer(second, first, a.vnet, wire.there, peersOf(network, topology, b.vnet));
    }
  }

  private peer(
    own: AzureRouter,
    other: AzureRouter,
    otherName: string,
    wire: string,
    peers: ReturnType<typeof peersOf>,
  ): void {
    const peer = peers.find((entry) => entry.name === otherName);
    if (peer === undefined) return;
    const far = formatAddress(other.routerId);
    own.route(`${far}/32`, wire);
    for (const prefix of this.context.topology.vnets[otherName]?.addressSpace ?? [])
      own.route(formatPrefix(prefix), `${far} ${wire} onlink`);
    if (peer.givesGateways)
      own.neighbor(far, other.asn, own.routerId, [
        'route-map from-hub in',
        TAKE_OWN_AS,
        'route-map nothing out',
      ]);
    if (peer.usesGateways)
      own.neighbor(far, other.asn, own.routerId, [
        'route-map nothing in',
        'route-reflector-client',
        'next-hop-self force',
      ]);
  }

  private addTunnels(): void {
    const { topology, lab, machines } = this.context;
    for (const [name, connection] of Object.entries(topology.connections)) {
      const ends = connection.ends.map((end) => {
        const gateway = topology.gateways[end.node];
        const router = topology.routers[end.node];
        const address =
          gateway?.bgpAddress ?? router?.interfaces[end.interface ?? '']?.address?.address ?? null;
        const machine = machines.get(end.node);
        return { end, gateway, address, machine, asn: gateway?.asn ?? router?.bgp?.asn ?? null };
      });
      const [a, b] = ends;
      if (a?.machine === undefined || b?.machine === undefined) continue;
      const here = a.machine.plug(a.end.interface ?? name);
      const there = b.machine.plug(b.end.interface ?? name);
      lab.wire(a.machine, here, b.machine, there);
      for (const [near, far, wire] of [
        [a, b, here],
        [b, a, there],
      ] as const) {
        if (near.gateway === undefined || far.address === null) continue;
        const router = this.router(near.end.node);
        const address = formatAddress(far.address);
        router.plugged(wire, !connection.shutdown);
        router.route(`${address}/32`, wire);
        for (const prefix of far.end.prefixes) {
          router.route(formatPrefix(prefix), `${address} ${wire} onlink`);
          router.announceToFabric(prefix);
        }
        if (connection.bgp && far.asn !== null)
          router.neighbor(address, far.asn, near.gateway.bgpAddress, [
            'route-map from-outside in',
            'route-map to-outside out',
          ]);
      }
      if (ends.some(({ end }) => end.ttl === 'pipe'))
        lab.note(
          `${name} is a plain wire: TTL counts at both ends, where the model has a tunnel that hides it.`,
        );
    }
  }

  private addVms(): void {
    const { topology, lab, network } = this.context;
    for (const [name, host] of Object.entries(topology.hosts)) {
      if (host.vnet === null) continue;
      const machine = lab.machine(name, 'host');
      this.context.machines.set(name, machine);
      const fabric = this.router(host.vnet);
      const up = network.nodes[network.nodeByName.get(name) ?? -1]?.up === true;
      const here = machine.plug('eth0');
      const there = fabric.machine.plug(name);
      lab.wire(machine, here, fabric.machine, there);
      fabric.plugged(there, up);
      machine.sysctls['net.ipv4.ip_forward'] = host.ipForwarding ? 1 : 0;
      machine.sysctls['net.ipv4.ip_default_ttl'] = host.initialTtl;
      machine.address(here, { address: host.address.address, length: 32 });
      machine.switch(here, up);
      if (up)
        machine.commands.push(
          `ip route replace default via ${formatAddress(fabric.routerId)} dev ${here} onlink`,
        );
      fabric.route(`${formatAddress(host.address.address)}/32`, there);
      silence(lab, machine, host.icmp.answers);
    }
  }

  /** Routers in a VNet: a wire to the fabric for each NIC, behind which its subnet lies. */
  private addNics(): void {
    const { topology, lab, machines, network } = this.context;
    for (const [name, router] of Object.entries(topology.routers)) {
      const machine = machines.get(name);
      const hasDefault = router.static.some(({ prefix }) => prefix.length === 0);
      let isFirst = true;
      for (const entry of interfacesOf(network, network.nodeByName.get(name) ?? -1)) {
        if (entry.nic === null || entry.address === null || machine === undefined) continue;
        const fabric = this.router(entry.nic.vnet);
        const here = machine.plug(entry.name);
        const there = fabric.machine.plug(`${name}:${entry.name}`);
        lab.wire(machine, here, fabric.machine, there);
        fabric.plugged(there, entry.enabled);
        fabric.route(`${formatAddress(entry.address)}/32`, there);
        const subnet = topology.vnets[entry.nic.vnet]?.subnets[entry.nic.subnet ?? ''];
        const behind = [
          ...(subnet === undefined ? [] : [formatPrefix(subnet.prefix)]),
          ...(isFirst && !hasDefault ? ['default'] : []),
        ];
        for (const prefix of entry.enabled ? behind : [])
          machine.commands.push(
            `ip route replace ${prefix} via ${formatAddress(fabric.routerId)} dev ${here} onlink`,
          );
        isFirst = false;
      }
    }
  }

  /** What a router for a whole VNet cannot do: routes of single subnets, and filters. */
  private noteLimits(): void {
    const { topology, lab } = this.context;
    for (const name of Object.keys(topology.routeTables))
      lab.note(
        `Route table ${name} is left out: the fabric is one router with one table for all subnets of a VNet.`,
      );
    for (const name of Object.keys(topology.nsgs)) lab.note(`NSG ${name} is left out: nothing is filtered.`);
    for (const name of Object.keys(topology.globalReach))
      lab.note(
        `Global Reach ${name} is left out: its two circuits do not tell each other of their customers.`,
      );
    for (const name of Object.keys(topology.routeServers))
      lab.note(
        `Route Server ${name} is left out: appliances and gateways of its VNet do not exchange routes.`,
      );
    for (const name of Object.keys(topology.virtualHubs))
      lab.note(
        `Virtual hub ${name} is a VNet with peerings: it gives no transit between VNets, nor between ExpressRoute and VPN.`,
      );
    for (const [name, { activeActive }] of Object.entries(topology.gateways))
      if (activeActive) lab.note(`${name} has one instance: the tunnels of the second are left out.`);
    for (const [name, { underlay }] of Object.entries(topology.connections))
      if (underlay !== null)
        lab.note(`${name} does not depend on ${underlay}, which carries it in the model.`);
  }
}
