/** A router's frr.conf. */
import { formatAddress, formatPrefix, type Address } from '../address';
import { DISTANCE } from '../topology/distances';
import type {
  Bgp,
  BgpDistance,
  Neighbor,
  Ospf,
  OspfArea,
  OspfDistance,
  Router,
  StaticRoute,
} from '../topology/model';
import { FrrPolicies, type FrrPolicy } from './frr-policy';

/** An interface as FRR sees it. */
export interface FrrInterface {
  readonly kernelName: string;
  readonly description: string | null;
  /** Null where OSPF does not run on it. */
  readonly ospf: {
    readonly area: number;
    /** Null on loopbacks, where FRR always takes 0. */
    readonly cost: number | null;
    readonly passive: boolean;
    readonly pointToPoint: boolean;
  } | null;
}

/** A router, or one of its VRFs. */
export interface FrrRouter {
  /** Null for the router itself. */
  readonly vrf: string | null;
  readonly routerId: Address;
  readonly router: Router;
  readonly interfaces: readonly FrrInterface[];
  /** A static route's next hop as FRR writes it, e.g. `10.0.0.1` or `10.0.0.1 eth1 onlink`. */
  readonly via: (route: StaticRoute) => string;
  /** Own address of sessions that are not with a neighbour on the wire; null leaves it to the routing table. */
  readonly updateSource: (neighbor: Neighbor) => Address | null;
  readonly timers: Timers;
}

/** `fast` finds and loses neighbours within seconds: for tests. */
export type Timers = 'usual' | 'fast';

/** @param contexts the router itself, then its VRFs */
export function frrConf(hostname: string, contexts: readonly FrrRouter[]): string {
  const parts = contexts.map((context) => {
    const { router, timers } = context;
    const policies = new FrrPolicies(router, router.bgp?.asn ?? 0, context.vrf);
    const protocols = [
      ...(router.ospf === null ? [] : ospfLines(context, router.ospf, policies)),
      ...(router.bgp === null ? [] : bgpLines(context, router.bgp, policies)),
    ];
    const interfaces = context.interfaces.flatMap((entry) => interfaceLines(entry, timers));
    return { routes: [...interfaces, ...staticLines(context)], protocols: [...policies.lines, ...protocols] };
  });
  return `${[
    ...preamble(hostname),
    ...parts.flatMap(({ routes }) => routes),
    ...parts.flatMap((part) => part.protocols),
    'end',
  ].join('\n')}\n`;
}

export function preamble(hostname: string): string[] {
  return [
    'frr defaults traditional',
    `hostname ${hostname}`,
    'service integrated-vtysh-config',
    'no ip nht resolve-via-default',
    '!',
  ];
}

function interfaceLines({ kernelName, description, ospf }: FrrInterface, timers: Timers): string[] {
  const lines = description === null ? [] : [` description ${description}`];
  if (ospf !== null) {
    lines.push(` ip ospf area ${formatAddress(ospf.area)}`);
    if (ospf.cost !== null) lines.push(` ip ospf cost ${ospf.cost}`);
    if (ospf.passive) lines.push(' ip ospf passive');
    if (ospf.pointToPoint) lines.push(' ip ospf network point-to-point');
    if (timers === 'fast') lines.push(' ip ospf hello-interval 1', ' ip ospf dead-interval 3');
  }
  return lines.length === 0 ? [] : [`interface ${kernelName}`, ...lines, 'exit', '!'];
}

function staticLines({ router, via, vrf }: FrrRouter): string[] {
  const lines = router.static.map((route) => staticLine(route, via(route)));
  return vrf === null ? lines : [`vrf ${vrf}`, ...lines.map((line) => ` ${line}`), 'exit-vrf', '!'];
}

/** What follows the name of a protocol: ` vrf red`, or nothing for the router itself. */
function inVrf({ vrf }: FrrRouter): string {
  return vrf === null ? '' : ` vrf ${vrf}`;
}

function staticLine({ prefix, distance }: StaticRoute, via: string): string {
  return `ip route ${formatPrefix(prefix)} ${via}${distance === 1 ? '' : ` ${distance}`}`;
}

function ospfLines(device: FrrRouter, ospf: Ospf, policies: FrrPolicies): string[] {
  const { redistribute, defaultOriginate, maximumPaths } = ospf;
  const { routerId, timers } = device;
  return [
    `router ospf${inVrf(device)}`,
    ` ospf router-id ${formatAddress(routerId)}`,
    ` maximum-paths ${maximumPaths}`,
    ...distanceLine(ospf.distance),
    ...ospf.areas.flatMap(areaLines),
    ...(timers === 'fast' ? [' timers throttle spf 0 50 100', ' timers throttle lsa all 0'] : []),
    ...redistribute.map(
      ({ from, metric, type, routeMap }) =>
        ` redistribute ${from} metric ${metric} metric-type ${type}${routeMap === null ? '' : ` route-map ${policies.map(routeMap)}`}`,
    ),
    ...(defaultOriginate === null
      ? []
      : [
          ` default-information originate${defaultOriginate.always ? ' always' : ''} metric ${defaultOriginate.metric} metric-type ${defaultOriginate.type}`,
        ]),
    'exit',
    '!',
  ];
}

function distanceLine({ intraArea, interArea, external }: OspfDistance): string[] {
  if ([intraArea, interArea, external].every((distance) => distance === DISTANCE.ospf)) return [];
  return [` distance ospf intra-area ${intraArea} inter-area ${interArea} external ${external}`];
}

function areaLines({ area, type, defaultCost, ranges }: OspfArea): string[] {
  const of = ` area ${formatAddress(area)}`;
  return [
    ...(type === 'normal'
      ? []
      : [`${of} stub${type === 'totally-stubby' ? ' no-summary' : ''}`, `${of} default-cost ${defaultCost}`]),
    ...ranges.map(({ prefix, advertise, cost }) => {
      const how = advertise ? (cost === null ? '' : ` cost ${cost}`) : ' not-advertise';
      return `${of} range ${formatPrefix(prefix)}${how}`;
    }),
  ];
}

function bgpLines(device: FrrRouter, bgp: Bgp, policies: FrrPolicies): string[] {
  const neighbors = bgp.neighbors.map((neighbor) => neighborLines(device, bgp, neighbor, policies));
  const { maximumPaths, maximumPathsIbgp } = bgp;
  const through = (routeMap: string | null): string =>
    routeMap === null ? '' : ` route-map ${policies.map(routeMap)}`;
  return [
    ...bgpOpening(bgp.asn, device.routerId, device.timers, inVrf(device)),
    ...decisionLines(bgp),
    ...neighbors.flatMap(({ session }) => session),
    ' address-family ipv4 unicast',
    ...bgp.networks.map(({ prefix, routeMap }) => `  network ${formatPrefix(prefix)}${through(routeMap)}`),
    ...bgp.redistribute.map(
      ({ from, routeMap }) => `  redistribute ${from} route-map ${policies.withoutDefault(routeMap)}`,
    ),
    ...bgp.aggregates.map(
      ({ prefix, summaryOnly, routeMap }) =>
        `  aggregate-address ${formatPrefix(prefix)}${summaryOnly ? ' summary-only' : ''}${through(routeMap)}`,
    ),
    ...bgpDistanceLine(bgp.distance),
    `  maximum-paths ${maximumPaths}`,
    `  maximum-paths ibgp ${maximumPathsIbgp ?? maximumPaths}`,
    ...neighbors.flatMap(({ family }) => family),
    ' exit-address-family',
    'exit',
    '!',
  ];
}

function bgpDistanceLine({ ebgp, ibgp, local }: BgpDistance): string[] {
  const isUsual = ebgp === DISTANCE.ebgp && ibgp === DISTANCE.ibgp && local === DISTANCE.ibgp;
  return isUsual ? [] : [`  distance bgp ${ebgp} ${ibgp} ${local}`];
}

/** What FRR does otherwise than it usually does. */
function decisionLines(bgp: Bgp): string[] {
  return [
    ...(bgp.deterministicMed ? [' bgp deterministic-med'] : []),
    ...(bgp.alwaysCompareMed ? [' bgp always-compare-med'] : []),
    ...(bgp.multipathRelax ? [' bgp bestpath as-path multipath-relax'] : []),
    ...(bgp.defaultLocalPreference === 100
      ? []
      : [` bgp default local-preference ${bgp.defaultLocalPreference}`]),
    ...(bgp.clusterId === null ? [] : [` bgp cluster-id ${formatAddress(bgp.clusterId)}`]),
  ];
}

/** The decision process as the model has it: no route is better for being older. */
export function bgpOpening(asn: number, routerId: Address, timers: Timers, inVrf = ''): string[] {
  return [
    `router bgp ${asn}${inVrf}`,
    ` bgp router-id ${formatAddress(routerId)}`,
    ' no bgp ebgp-requires-policy',
    ' bgp bestpath compare-routerid',
    ' bgp network import-check',
    ' no bgp default ipv4-unicast',
    ...(timers === 'fast' ? [' timers bgp 3 9'] : []),
  ];
}

function neighborLines(
  device: FrrRouter,
  bgp: Bgp,
  neighbor: Neighbor,
  policies: FrrPolicies,
): { readonly session: readonly string[]; readonly family: readonly string[] } {
  const address = formatAddress(neighbor.address);
  const external = neighbor.asn !== bgp.asn;
  const source = device.updateSource(neighbor);
  const of = ` neighbor ${address}`;
  return {
    session: [
      `${of} remote-as ${neighbor.asn}`,
      ...(neighbor.shutdown ? [`${of} shutdown`] : []),
      ...(external && neighbor.multihop ? [`${of} ebgp-multihop 255`] : []),
      ...(source === null ? [] : [`${of} update-source ${formatAddress(source)}`]),
      ...(device.timers === 'fast' ? [`${of} timers connect 1`, `${of} advertisement-interval 0`] : []),
    ],
    family: [
      ` ${of} activate`,
      ...mannerLines(neighbor, external).map((line) => ` ${of} ${line}`),
      ...(neighbor.sendCommunities ? [] : [` no${of} send-community`]),
      ...policyLines(policies.policy(`in-${address}`, neighbor.in, external), of, 'in'),
      ...policyLines(policies.policy(`out-${address}`, neighbor.out, external), of, 'out'),
    ],
  };
}

function mannerLines(neighbor: Neighbor, external: boolean): string[] {
  const { nextHopSelf, routeReflectorClient, allowAsIn, asOverride, removePrivateAs } = neighbor;
  const removed =
    removePrivateAs === null || !external
      ? []
      : [
          `remove-private-AS${removePrivateAs.all ? ' all' : ''}${removePrivateAs.replace ? ' replace-AS' : ''}`,
        ];
  return [
    ...(nextHopSelf === false ? [] : [nextHopSelf === 'force' ? 'next-hop-self force' : 'next-hop-self']),
    ...(routeReflectorClient && !external ? ['route-reflector-client'] : []),
    ...(allowAsIn === 0 ? [] : [`allowas-in ${allowAsIn}`]),
    ...(asOverride && external ? ['as-override'] : []),
    ...removed,
    ...(neighbor.defaultOriginate ? ['default-originate'] : []),
  ];
}

function policyLines({ prefixList, routeMap }: FrrPolicy, of: string, way: 'in' | 'out'): string[] {
  return [
    ...(prefixList === null ? [] : [` ${of} prefix-list ${prefixList} ${way}`]),
    ...(routeMap === null ? [] : [` ${of} route-map ${routeMap} ${way}`]),
  ];
}
