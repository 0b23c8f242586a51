/** A router's frr.conf. */
import { formatAddress, formatPrefix, type Address } from '../address';
import { DISTANCE } from '../topology/distances';
import type { Bgp, Neighbor, Ospf, OspfArea, OspfDistance, Router, StaticRoute } from '../topology/model';
import { frrPolicy } from './frr-policy';

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

export interface FrrRouter {
  readonly hostname: string;
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

export function frrConf(device: FrrRouter): string {
  const { router, hostname } = device;
  return `${[
    ...preamble(hostname),
    ...device.interfaces.flatMap((entry) => interfaceLines(entry, device.timers)),
    ...router.static.map((route) => staticLine(route, device.via(route))),
    ...(router.ospf === null ? [] : ospfLines(device, router.ospf)),
    ...(router.bgp === null ? [] : bgpLines(device, router.bgp)),
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

function staticLine({ prefix, distance }: StaticRoute, via: string): string {
  return `ip route ${formatPrefix(prefix)} ${via}${distance === 1 ? '' : ` ${distance}`}`;
}

function ospfLines(device: FrrRouter, ospf: Ospf): string[] {
  const { redistribute, defaultOriginate, maximumPaths } = ospf;
  const { routerId, timers } = device;
  return [
    'router ospf',
    ` ospf router-id ${formatAddress(routerId)}`,
    ` maximum-paths ${maximumPaths}`,
    ...distanceLine(ospf.distance),
    ...ospf.areas.flatMap(areaLines),
    ...(timers === 'fast' ? [' timers throttle spf 0 50 100', ' timers throttle lsa all 0'] : []),
    ...redistribute.map(
      ({ from, metric, type }) => ` redistribute ${from} metric ${metric} metric-type ${type}`,
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

/** FRR would redistribute a default route into BGP; the model, like other routers, does not. */
const NO_DEFAULT = 'no-default';
const NO_DEFAULT_LINES: readonly string[] = [
  `ip prefix-list ${NO_DEFAULT} seq 5 permit 0.0.0.0/0`,
  `route-map ${NO_DEFAULT} deny 10`,
  ` match ip address prefix-list ${NO_DEFAULT}`,
  'exit',
  `route-map ${NO_DEFAULT} permit 20`,
  'exit',
  '!',
];

function bgpLines(device: FrrRouter, bgp: Bgp): string[] {
  const neighbors = bgp.neighbors.map((neighbor) => neighborLines(device, bgp, neighbor));
  const { maximumPaths } = bgp;
  return [
    ...neighbors.flatMap(({ policies }) => policies),
    ...(bgp.redistribute.length === 0 ? [] : NO_DEFAULT_LINES),
    ...bgpOpening(bgp.asn, device.routerId, device.timers),
    ...neighbors.flatMap(({ session }) => session),
    ' address-family ipv4 unicast',
    ...bgp.networks.map((prefix) => `  network ${formatPrefix(prefix)}`),
    ...bgp.redistribute.map((from) => `  redistribute ${from} route-map ${NO_DEFAULT}`),
    `  maximum-paths ${maximumPaths}`,
    `  maximum-paths ibgp ${maximumPaths}`,
    ...neighbors.flatMap(({ family }) => family),
    ' exit-address-family',
    'exit',
    '!',
  ];
}

/** The decision process as the model has it: no route is better for being older. */
export function bgpOpening(asn: number, routerId: Address, timers: Timers): string[] {
  return [
    `router bgp ${asn}`,
    ` bgp router-id ${formatAddress(routerId)}`,
    ' no bgp ebgp-requires-policy',
    ' bgp deterministic-med',
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
): {
  readonly policies: readonly string[];
  readonly session: readonly string[];
  readonly family: readonly string[];
} {
  const address = formatAddress(neighbor.address);
  const external = neighbor.asn !== bgp.asn;
  const inward = frrPolicy(`in-${address}`, neighbor.in, null);
  const outward = frrPolicy(`out-${address}`, neighbor.out, external ? bgp.asn : null);
  const source = device.updateSource(neighbor);
  const of = ` neighbor ${address}`;
  return {
    policies: [...inward.lines, ...outward.lines],
    session: [
      `${of} remote-as ${neighbor.asn}`,
      ...(neighbor.shutdown ? [`${of} shutdown`] : []),
      ...(external && neighbor.multihop ? [`${of} ebgp-multihop 255`] : []),
      ...(source === null ? [] : [`${of} update-source ${formatAddress(source)}`]),
      ...(device.timers === 'fast' ? [`${of} timers connect 1`, `${of} advertisement-interval 0`] : []),
    ],
    family: [
      ` ${of} activate`,
      ...(neighbor.nextHopSelf ? [` ${of} next-hop-self`] : []),
      ...(inward.routeMap === null ? [] : [` ${of} route-map ${inward.routeMap} in`]),
      ...(outward.routeMap === null ? [] : [` ${of} route-map ${outward.routeMap} out`]),
    ],
  };
}
