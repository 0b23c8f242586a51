/** The forwarding tables of a network's nodes, each made from its routing table once it is asked for often. */
import { prefixContains, type Address, type Prefix } from '../address';
import { hashText } from '../random';
import type { ControlPlane } from '../routing/control-plane';
import type { Route, RoutingTable } from '../routing/route';
import type { SecurityRule } from '../topology/model';
import { interfaceAt, nodeAt, type Network, type Nic } from '../topology/network';
import type { Flow } from './flow';
import { PrefixMatcher } from './lpm';
import { denial, type Denial } from './security';

const LOOPBACK_NET: Prefix = { address: 0x7f000000, length: 8 };

/** Look-ups for which a node's routing table, where routes are made on demand, is quicker than one of its own. */
const FEW = 500;

interface ForwardingTable {
  readonly matcher: PrefixMatcher;
  readonly routes: readonly Route[];
}

export class ForwardingPlane {
  readonly network: Network;
  private readonly tables = new Map<number, ForwardingTable>();
  /** Of subnets with a route table, by VNet and table. */
  private readonly subnetTables = new Map<string, ForwardingTable>();
  /** How often each node was asked. */
  private readonly asked = new Map<number, number>();
  private readonly salts = new Map<number, number>();

  constructor(readonly control: ControlPlane) {
    this.network = control.network;
  }

  /** The route by which a node forwards to an address; undefined if it has none. */
  route(node: number, destination: Address): Route | undefined {
    const asked = this.asked.get(node) ?? 0;
    this.asked.set(node, asked + 1);
    if (asked < FEW) return this.control.table(node).active.match(destination);
    const table = this.tableOf(node);
    return table.routes[table.matcher.lookup(destination)];
  }

  /** The effective route to an address of a NIC in a VNet: what the fabric does with packets the NIC sends. */
  effectiveRoute(nic: Nic, destination: Address): Route | undefined {
    const fabric = this.network.nodeByName.get(nic.vnet) ?? -1;
    if (nic.routeTable === null) return this.route(fabric, destination);
    const key = `${fabric} ${nic.routeTable}`;
    const table =
      this.subnetTables.get(key) ?? forwardingTable(this.control.subnetTable(fabric, nic.routeTable));
    this.subnetTables.set(key, table);
    return table.routes[table.matcher.lookup(destination)];
  }

  /** The security rule that keeps a new flow from passing a NIC; null where none does. */
  denial(nic: Nic, direction: SecurityRule['direction'], flow: Flow): Denial | null {
    if (nic.nsgs.length === 0) return null;
    const fabric = this.network.nodeByName.get(nic.vnet) ?? -1;
    const { active } = this.control.subnetTable(fabric, nic.routeTable);
    return denial(this.control.topology, nic, active, direction, flow);
  }

  /** Salt of a device's ECMP hash: its name, so that devices differ, and the seed the topology gives it. */
  salt(node: number): number {
    let salt = this.salts.get(node);
    if (salt === undefined) {
      const { name, hashSeed } = nodeAt(this.network, node);
      salt = hashText(name, hashSeed);
      this.salts.set(node, salt);
    }
    return salt;
  }

  /**
   * Whether an address is one of the node's own: on an interface that is up, or borrowed by a gateway. The
   * loopback net is everyone's own and never leaves a node (RFC 1122 section 3.2.1.3).
   */
  owns(node: number, address: Address): boolean {
    if (prefixContains(LOOPBACK_NET, address)) return true;
    return nodeAt(this.network, node).interfaces.some((index) => {
      const entry = interfaceAt(this.network, index);
      if (!entry.up) return false;
      return entry.address === address || this.network.segments[entry.segment]?.owners.get(address) === index;
    });
  }

  /**
   * Loose reverse-path check (RFC 3704 section 2.4): some route covers the source, and it is neither a default
   * route nor one that discards.
   */
  acceptsSource(node: number, source: Address): boolean {
    if (this.owns(node, source)) return true;
    const route = this.route(node, source);
    return (
      route !== undefined &&
      route.prefix.length > 0 &&
      route.nextHops.some((hop) => hop.action === 'forward' || hop.action === 'deliver')
    );
  }

  private tableOf(node: number): ForwardingTable {
    let table = this.tables.get(node);
    if (table === undefined) {
      table = forwardingTable(this.control.table(node));
      this.tables.set(node, table);
    }
    return table;
  }
}

function forwardingTable({ active }: RoutingTable): ForwardingTable {
  const routes = [...active.values()];
  return { routes, matcher: new PrefixMatcher(routes.map((route) => route.prefix)) };
}
