/** The way of a route from its origin to a node's table: who told whom, by which protocol, and what was chosen. */
import type { AnnouncementStep } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatPrefix, prefixKey, type Prefix } from '../address';
import { formatCommunities } from '../community';
import { azurePreference } from '../routing/azure-fabric';
import { peersOf } from '../routing/azure-space';
import type { BgpAttributes, Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt } from '../topology/network';
import { judge } from './judge';
import { originSteps } from './origin';
import { ospfOriginSteps } from './ospf-origin';
import { policiesMet } from './policy-words';

const words = strings.reasons.chain;

/** Origin first, the node itself last. */
export function chainOf(simulation: Simulation, node: number, route: Route): AnnouncementStep[] {
  return new ChainFinder(simulation).ofRoute(node, route);
}

/** The way of a route that BGP on a node has chosen, whether or not the node's table uses it. */
export function bgpChainOf(simulation: Simulation, node: number, prefix: Prefix): AnnouncementStep[] {
  const best = simulation.plane.control.bgpState(node, prefix)?.best ?? null;
  return best === null ? [] : new ChainFinder(simulation).ofBgp(node, best);
}

/** The way of an announcement that BGP on a node heard, chosen or not. */
export function chainOfHeard(simulation: Simulation, node: number, heard: BgpAttributes): AnnouncementStep[] {
  return new ChainFinder(simulation).ofBgp(node, heard);
}

/** The ways of an OSPF route by its other next hops, which share its load; none for a route of another source. */
export function equalOspfChains(simulation: Simulation, node: number, route: Route): AnnouncementStep[][] {
  if (route.source !== 'ospf') return [];
  return route.nextHops.slice(1).map((hop) => new ChainFinder(simulation).ofOspf(node, route, hop));
}

/** Protocols lean on each other (BGP on OSPF and back), so what was told already is not told again. */
class ChainFinder {
  private readonly told = new Set<string>();

  constructor(private readonly simulation: Simulation) {}

  ofRoute(node: number, route: Route): AnnouncementStep[] {
    const key = `${node} ${route.source} ${formatPrefix(route.prefix)}`;
    if (this.told.has(key)) return [];
    this.told.add(key);
    const name = this.nameOf(node);
    switch (route.source) {
      case 'connected':
        return [origin(name, 'connected', words.connected(name, formatPrefix(route.prefix), route.why))];
      case 'static':
        return [origin(name, 'static', words.static(name, formatPrefix(route.prefix), route.why))];
      case 'ospf':
        return this.ofOspf(node, route);
      case 'aggregate':
        return originSteps(this.simulation, node, route.prefix, (held) => this.ofRoute(node, held));
      case 'ebgp':
      case 'ibgp':
        return route.bgp === null ? [] : this.ofBgp(node, route.bgp);
      case 'user': {
        const text = words.routeTable(formatPrefix(route.prefix), route.why);
        return [origin(name, 'azure', text)];
      }
      case 'vnet':
      case 'peering':
      case 'system':
      case 'virtual-hub': {
        const text = words.system(name, formatPrefix(route.prefix), route.why);
        return [origin(name, 'azure', text)];
      }
      case 'expressroute':
      case 'vpn':
      case 'route-server':
        return this.ofGateway(node, route);
    }
  }

  ofBgp(node: number, heard: BgpAttributes): AnnouncementStep[] {
    const { control } = this.simulation.plane;
    const session = control.sessionOf(heard);
    if (heard.type === 'local' || session === undefined) {
      return originSteps(this.simulation, node, heard.prefix, (route) => this.ofRoute(node, route));
    }
    const [sender, receiver] = [this.nameOf(heard.from), this.nameOf(node)];
    const protocol = session.type === 'ebgp' ? 'eBGP' : 'iBGP';
    const path = heard.asPath.length === 0 ? words.emptyPath : words.path(heard.asPath.join(' '));
    const speaker = control.speaker(node);
    const tags =
      heard.communities.length === 0 ? '' : words.communities(formatCommunities(heard.communities));
    const ownAs =
      session.allowOwnAs > 0 && speaker !== undefined && heard.asPath.includes(speaker.asn)
        ? [
            speaker.kind === 'router'
              ? words.ownAs(receiver, speaker.asn)
              : words.ownAsOfGateway(receiver, speaker.asn),
          ]
        : [];
    const step = (policies: readonly string[], text: string): AnnouncementStep => ({
      node: receiver,
      from: sender,
      protocol: 'bgp',
      policies,
      decision: this.decision(node, heard),
      text: words.told(text, path, tags),
    });
    if (session.ownDefault === 'here') {
      const text = words.ownDefault(sender, receiver, protocol);
      return [step(ownAs, text)];
    }
    const before = control.bgpState(heard.from, heard.prefix)?.best ?? null;
    const met = policiesMet(control, session, heard, sender, receiver);
    return [
      ...(before === null ? [] : this.ofBgp(heard.from, before)),
      step([...met, ...ownAs], words.announces(sender, receiver, protocol)),
    ];
  }

  /** Null where there was nothing to choose from. */
  private decision(node: number, heard: BgpAttributes): string | null {
    const judged = judge(this.simulation, node, heard.prefix);
    if (judged.length < 2) return null;
    const own = judged.find(({ route }) => route.session === heard.session);
    return own === undefined ? null : words.decision(own.reason, judged.length);
  }

  /**
   * Along the next hops to the router that has the prefix by something else than OSPF.
   *
   * @param first the next hop taken on the node itself; of the others it is each router's first
   */
  ofOspf(node: number, route: Route, first = route.nextHops[0]): AnnouncementStep[] {
    const { control, network } = this.simulation.plane;
    const way = [node];
    let current: Route | undefined = route;
    let hop = first;
    while (current?.source === 'ospf') {
      const neighbor: number = hop?.neighbor ?? -1;
      if (neighbor === -1) break;
      const next: number = interfaceAt(network, neighbor).node;
      if (way.includes(next)) break;
      way.push(next);
      current = control.table(next).active.get(route.prefix);
      hop = current?.nextHops[0];
    }
    const end = way.at(-1) ?? node;
    const held = current === undefined || current.source === 'ospf' ? null : current;
    const before =
      held === null
        ? ospfOriginSteps(this.simulation, end, route.prefix, (part) => this.ofRoute(end, part))
        : this.ofRoute(end, held);
    if (end === node) return before;
    const [name, boundary] = [this.nameOf(node), this.nameOf(end)];
    const brought = control
      .ospfExternals()
      .find((entry) => entry.router === end && prefixKey(entry.prefix) === prefixKey(route.prefix));
    const into =
      brought === undefined
        ? held === null
          ? words.ospfAnnounces(boundary)
          : words.ospfFloods(boundary)
        : words.ospfBrings(boundary, brought.type, brought.metric);
    const along = way.toReversed().map((each) => this.nameOf(each));
    const equal = route.nextHops.length > 1 ? words.equalWays(route.nextHops.length) : '';
    return [
      ...before,
      {
        node: name,
        from: boundary,
        along,
        protocol: 'ospf',
        policies: [],
        decision: route.why,
        text: words.ospf(into, name, along.join(' > '), route.metric, equal),
      },
    ];
  }

  /** What a VNet's gateway learned becomes an effective route of the VNet and of those that use the gateway. */
  private ofGateway(fabric: number, route: Route): AnnouncementStep[] {
    const { control, network } = this.simulation.plane;
    const { topology } = control;
    const vnet = this.nameOf(fabric);
    const transit = peersOf(network, topology, vnet).find((peer) => peer.givesGateways);
    const owner = transit?.name ?? vnet;
    const type = route.source === 'vpn' ? 'vpn' : 'expressroute';
    const found =
      route.source === 'route-server'
        ? Object.entries(topology.routeServers).find(([, server]) => server.vnet === owner)
        : Object.entries(topology.gateways).find(
            ([, gateway]) => gateway.vnet === owner && gateway.type === type,
          );
    const gateway = found === undefined ? undefined : network.nodeByName.get(found[0]);
    if (gateway === undefined) return [];
    const learned = control.table(gateway).active.get(route.prefix);
    const name = this.nameOf(gateway);
    const policies = transit === undefined ? [] : [words.transit(owner, vnet, transit.peering)];
    const lost = control
      .table(fabric)
      .lost.find((entry) => prefixKey(entry.route.prefix) === prefixKey(route.prefix));
    return [
      ...(learned === undefined ? [] : this.ofRoute(gateway, learned)),
      {
        node: vnet,
        from: name,
        protocol: 'azure',
        policies,
        decision: lost === undefined ? null : azurePreference(route, lost.route),
        text: words.given(name, vnet),
      },
    ];
  }

  private nameOf(node: number): string {
    return nodeAt(this.simulation.plane.network, node).name;
  }
}

function origin(node: string, protocol: AnnouncementStep['protocol'], text: string): AnnouncementStep {
  return { node, from: null, protocol, policies: [], decision: null, text };
}
