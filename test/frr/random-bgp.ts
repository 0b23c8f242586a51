/**
 * More of BGP for a random network: reflectors instead of a full mesh, route maps with communities and AS paths,
 * aggregates, default routes, other rules of decision. The dice are its own, so that the rest of a network stays
 * what it was.
 */
import { Dice } from './dice';

type MapEntry = {
  action?: 'deny';
  match?: { prefix?: string; community?: string; asPath?: string };
  set?: Record<string, number | string | string[]>;
};

interface BgpNeighbor {
  asn: number;
  routeReflectorClient?: boolean;
  sendCommunities?: boolean;
  removePrivateAs?: boolean | string;
  defaultOriginate?: boolean;
  in?: object;
  out?: object;
}

interface BgpRouter {
  routeMaps?: Record<string, MapEntry[]>;
  bgp?: {
    asn: number;
    clusterId?: string;
    aggregates?: { prefix: string; summaryOnly: boolean }[];
    maximumPathsIbgp?: number;
    multipathRelax?: boolean;
    alwaysCompareMed?: boolean;
    defaultLocalPreference?: number;
    neighbors: Record<string, BgpNeighbor>;
  };
}

/** Of a hundred networks with BGP so many get more of it. */
const SHARE = 60;

/** What was added, in words; empty for nothing. */
export function addMoreBgp(seed: number, routers: readonly BgpRouter[]): string {
  const dice = new Dice(seed + 9_000_000);
  if (!dice.chance(SHARE)) return '';
  const added = [
    dice.chance(60) && addReflectors(dice, routers) ? 'reflectors' : '',
    dice.chance(60) && addRouteMaps(dice, routers) ? 'route maps' : '',
    dice.chance(35) && addAggregates(dice, routers) ? 'aggregates' : '',
    dice.chance(60) && addManners(dice, routers) ? 'manners' : '',
  ];
  return added.filter((part) => part !== '').join(', ');
}

function loopback(router: number): string {
  return `10.255.0.${router + 1}`;
}

/** In an AS of three or more, one or two reflect; the others peer with those only. */
function addReflectors(dice: Dice, routers: readonly BgpRouter[]): boolean {
  let added = false;
  for (const asn of new Set(routers.map(({ bgp }) => bgp?.asn))) {
    const members = routers.flatMap(({ bgp }, index) =>
      bgp !== undefined && bgp.asn === asn ? [index] : [],
    );
    if (asn === undefined || members.length < 3) continue;
    added = true;
    const reflectors = dice.shuffled(members).slice(0, members.length > 3 ? dice.between(1, 2) : 1);
    const clients = members.filter((member) => !reflectors.includes(member));
    const oneCluster = dice.chance(30);
    for (const client of clients)
      for (const other of clients) delete routers[client]?.bgp?.neighbors[loopback(other)];
    for (const reflector of reflectors) {
      const { bgp } = routers[reflector] ?? {};
      if (bgp === undefined) continue;
      if (oneCluster) bgp.clusterId = '10.255.255.1';
      for (const client of clients) {
        const neighbor = bgp.neighbors[loopback(client)];
        if (neighbor !== undefined) neighbor.routeReflectorClient = true;
      }
    }
  }
  return added;
}

function external({ bgp }: BgpRouter): BgpNeighbor[] {
  return Object.values(bgp?.neighbors ?? {}).filter(({ asn }) => asn !== bgp?.asn);
}

function addRouteMaps(dice: Dice, routers: readonly BgpRouter[]): boolean {
  let added = false;
  for (const router of routers) {
    for (const neighbor of external(router)) {
      for (const direction of ['in', 'out'] as const) {
        if (!dice.chance(35) || Object.keys(neighbor[direction] ?? {}).length > 0) continue;
        const [name, entries] = routeMap(dice);
        router.routeMaps = { ...router.routeMaps, [name]: entries };
        neighbor[direction] = { routeMap: name };
        added = true;
      }
    }
  }
  return added;
}

const REST: MapEntry = {};

function routeMap(dice: Dice): [string, MapEntry[]] {
  const color = dice.pick(['65000:1', '65000:2']);
  const system = 65001 + dice.below(4);
  const prefix = dice.pick([
    '10.255.0.0/16 le 32',
    '10.0.0.0/8 ge 30',
    '10.1.0.0/16 ge 24',
    '192.168.0.0/16 ge 16',
  ]);
  const maps: [string, MapEntry[]][] = [
    ['tag-1', [{ set: { addCommunities: ['65000:1'] } }]],
    ['tag-some', [{ match: { prefix }, set: { communities: ['65000:2', '65000:9'] } }, REST]],
    ['keep-in', [{ match: { prefix }, set: { addCommunities: ['no-export'] } }, REST]],
    ['keep', [{ match: { prefix }, set: { addCommunities: ['no-advertise'] } }, REST]],
    ['untag', [{ set: { removeCommunities: ['65000:1'] } }]],
    ['prefer', [{ match: { community: color }, set: { localPreference: dice.pick([80, 120]) } }, REST]],
    ['refuse', [{ action: 'deny', match: { community: color } }, REST]],
    ['avoid', [{ match: { asPath: `_${system}_` }, set: { localPreference: 90, med: 7 } }, REST]],
    ['not-by', [{ action: 'deny', match: { asPath: `_${system}$` } }, REST]],
    ['only-own', [{ match: { asPath: '^$' } }, { match: { prefix }, set: { prepend: 2 } }]],
    ['shape', [{ match: { prefix }, set: { med: dice.pick([3, 30]), weight: dice.pick([0, 0, 5]) } }, REST]],
  ];
  const [name, entries] = dice.pick(maps);
  return [`${name}-${dice.below(1000)}`, entries];
}

function addAggregates(dice: Dice, routers: readonly BgpRouter[]): boolean {
  let added = false;
  for (const { bgp } of routers) {
    if (bgp === undefined || !dice.chance(30)) continue;
    const prefix = dice.pick(['10.0.0.0/16', '10.1.0.0/16', '172.16.0.0/16']);
    bgp.aggregates = [{ prefix, summaryOnly: dice.chance(40) }];
    added = true;
  }
  return added;
}

/**
 * Whose paths may be rewritten: a router that hears from one neighbour only. Elsewhere an AS would not know its own
 * announcements again, and routes would hold each other up in circles.
 */
function isStub({ bgp }: BgpRouter): boolean {
  return Object.keys(bgp?.neighbors ?? {}).length === 1;
}

function addManners(dice: Dice, routers: readonly BgpRouter[]): boolean {
  const comparesAlways = dice.chance(40);
  const relaxes = dice.chance(40);
  for (const router of routers) {
    const { bgp } = router;
    if (bgp === undefined) continue;
    if (comparesAlways) bgp.alwaysCompareMed = true;
    if (relaxes) bgp.multipathRelax = true;
    if (dice.chance(20)) bgp.defaultLocalPreference = dice.pick([90, 110]);
    if (dice.chance(20)) bgp.maximumPathsIbgp = dice.pick([1, 8]);
    for (const neighbor of external(router)) {
      const far = routers.find((other) => other !== router && other.bgp?.asn === neighbor.asn);
      if (far !== undefined && isStub(far)) {
        // No as-override: FRR's shared updates then send a router its own routes back, which it takes.
        dice.chance(30);
        if (dice.chance(30)) neighbor.removePrivateAs = dice.pick([true, 'all', 'replace']);
      }
      if (dice.chance(10)) neighbor.defaultOriginate = true;
      if (dice.chance(10)) neighbor.sendCommunities = false;
    }
  }
  return routers.some(({ bgp }) => bgp !== undefined);
}
