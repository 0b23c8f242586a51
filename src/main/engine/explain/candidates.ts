/** All that stood for choice where a route was chosen: in BGP, and between the sources of a table. */
import type { CandidateView } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { prefixKey, type Prefix } from '../address';
import type { BgpAttributes, Route } from '../routing/route';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import { judge } from './judge';
import type { Subject } from './subject';

const words = strings.reasons.answers;

/** The chosen one first; for a VNet also what its gateways chose from. */
export function candidatesOf(
  simulation: Simulation,
  { node, routeTable }: Pick<Subject, 'node' | 'routeTable'>,
  prefix: Prefix,
): CandidateView[] {
  const { control, network } = simulation.plane;
  const { name, kind } = nodeAt(network, node);
  const table = control.subnetTable(node, routeTable);
  const isSpeaker = control.speaker(node) !== undefined;
  const active = table.active.get(prefix);
  const lost = table.lost.filter(({ route }) => prefixKey(route.prefix) === prefixKey(prefix));
  const view = (route: Route, status: 'best' | 'lost', reason: string): CandidateView[] =>
    isSpeaker && route.bgp !== null && status === 'lost'
      ? []
      : [{ node: name, from: heardFrom(simulation, route), status, route: routeWords(route), reason }];
  const inTable = [
    ...(active === undefined || (isSpeaker && active.bgp !== null) ? [] : view(active, 'best', active.why)),
    ...lost.flatMap(({ route, reason }) => view(route, 'lost', reason)),
  ];
  const gateways =
    kind === 'vnet' ? gatewaysBehind(simulation, [active, ...lost.map(({ route }) => route)]) : [];
  const own = inBgp(simulation, node, prefix);
  const behind = gateways.map((gateway) => inBgp(simulation, gateway, prefix));
  return [
    ...inTable,
    ...(active?.bgp != null || own.length > 1 ? own : []),
    ...behind.filter((chosen) => chosen.length > 1).flat(),
  ];
}

function heardFrom({ plane }: Simulation, { bgp }: Route): string | null {
  return bgp === null || bgp.from === -1 ? null : nodeAt(plane.network, bgp.from).name;
}

function routeWords(route: Route): string {
  if (route.user !== undefined) return words.candidateUser(route.user.name, route.user.table);
  const what = route.bgp === null ? words.distance(route.distance) : bgpWords(route.bgp);
  return words.candidate(route.source, what);
}

function inBgp(simulation: Simulation, node: number, prefix: Prefix): CandidateView[] {
  const { network } = simulation.plane;
  return judge(simulation, node, prefix).map(({ route, status, reason }) => ({
    node: nodeAt(network, node).name,
    from: route.from === -1 ? null : nodeAt(network, route.from).name,
    status,
    route: bgpWords(route),
    reason,
  }));
}

function bgpWords({ asPath, localPreference, med, weight, type }: BgpAttributes): string {
  const parts = [
    type === 'local' ? words.own : words.heard(type === 'ebgp' ? 'eBGP' : 'iBGP', asPath.join(' ')),
    words.localPreference(localPreference),
    ...(med === 0 ? [] : [words.med(med)]),
    ...(weight === 0 ? [] : [words.weight(weight)]),
  ];
  return words.parts(parts);
}

/** Gateways that heard these routes of a VNet. */
function gatewaysBehind({ plane }: Simulation, routes: readonly (Route | undefined)[]): number[] {
  const { control, network } = plane;
  const gateways = network.nodes.filter(({ kind }) => kind === 'er-gateway' || kind === 'vpn-gateway');
  return gateways
    .filter(({ index }) =>
      routes.some(
        (route) =>
          route?.bgp != null &&
          control
            .bgpState(index, route.prefix)
            ?.candidates.some((each) => each.session === route.bgp?.session) === true,
      ),
    )
    .map(({ index }) => index);
}
