/**
 * A random small network in the topology language: a connected graph of routers in one or more autonomous
 * systems, with LANs, loopbacks and hosts. Inside an AS routers speak OSPF, and iBGP by their loopbacks;
 * between them eBGP, on links and LANs.
 */
import { Dice } from './dice';
import { addAreas } from './random-areas';
import { addMoreBgp } from './random-bgp';

interface Policy {
  prefixList?: string[];
  localPreference?: number;
  med?: number;
  prepend?: number;
  weight?: number;
}

interface Neighbor {
  asn: number;
  multihop?: boolean;
  nextHopSelf?: boolean;
  in?: Policy;
  out?: Policy;
}

interface Router {
  interfaces: Record<
    string,
    { address: string; lan?: string; ospfCost?: number; ospfPassive?: boolean; ospfArea?: number }
  >;
  static: { prefix: string; via: string; distance?: number }[];
  ospf?: {
    interfaces: string[];
    area?: number;
    areas?: Record<string, { type?: string; defaultCost?: number; ranges?: string[] }>;
    distance?: number | { intraArea: number; interArea: number; external: number };
    redistribute?: { from: string; metric: number; type: number }[];
    defaultOriginate?: { always: boolean; metric: number; type: number };
    maximumPaths?: number;
  };
  bgp?: {
    asn: number;
    networks: string[];
    redistribute: string[];
    maximumPaths: number;
    neighbors: Record<string, Neighbor>;
  };
}

interface Segment {
  readonly members: { readonly router: number; readonly address: string; readonly interface: string }[];
}

export interface RandomNetwork {
  /** YAML, written as JSON. */
  readonly text: string;
  /** In a few words: what there is. */
  readonly summary: string;
}

export function randomNetwork(seed: number): RandomNetwork {
  const dice = new Dice(seed);
  const count = dice.between(3, 8);
  const systems = systemsOf(dice, count);
  const routers = Array.from({ length: count }, (_, at): Router => ({
    interfaces: { lo0: { address: `10.255.0.${at + 1}/32` } },
    static: [],
  }));
  const lans: Record<string, object> = {};
  const hosts: Record<string, object> = {};
  const links: Record<string, object> = {};
  const segments: Segment[] = [];

  const at = (router: number): Router => {
    const found = routers[router];
    if (found === undefined) throw new RangeError(`no router ${router}`);
    return found;
  };
  const addInterface = (router: number, address: string, lan?: string): string => {
    const { interfaces } = at(router);
    const name = `ge0/${Object.keys(interfaces).length}`;
    const cost = dice.chance(35) ? { ospfCost: dice.pick([1, 5, 10, 20, 100]) } : {};
    interfaces[name] = { address, ...(lan === undefined ? {} : { lan }), ...cost };
    return name;
  };
  const addLink = (a: number, b: number): void => {
    const index = Object.keys(links).length;
    const isShort = dice.chance(40);
    const [first, second] = isShort
      ? [`172.16.${index}.0/31`, `172.16.${index}.1/31`]
      : [`10.0.${index}.1/30`, `10.0.${index}.2/30`];
    const nameA = addInterface(a, first);
    const nameB = addInterface(b, second);
    links[`link${index}`] = { ends: [`${nameOf(a)}:${nameA}`, `${nameOf(b)}:${nameB}`] };
    segments.push({
      members: [
        { router: a, address: bare(first), interface: nameA },
        { router: b, address: bare(second), interface: nameB },
      ],
    });
  };
  const addLan = (members: readonly number[]): void => {
    const index = Object.keys(lans).length;
    const name = `lan${index}`;
    lans[name] = {};
    const segment: Segment = { members: [] };
    members.forEach((router, order) => {
      const address = `10.1.${index}.${order + 1}/24`;
      segment.members.push({
        router,
        address: bare(address),
        interface: addInterface(router, address, name),
      });
    });
    const gateway = segment.members.at(0);
    if (gateway !== undefined)
      hosts[`h${index}`] = { lan: name, address: `10.1.${index}.100/24`, gateway: gateway.address };
    if (segment.members.length > 1) segments.push(segment);
  };

  const order = dice.shuffled(routers.map((_, index) => index));
  for (let index = 1; index < order.length; index++) {
    const router = order[index];
    const earlier = dice.pick(order.slice(0, index));
    if (router !== undefined) addLink(earlier, router);
  }
  for (let extra = dice.between(0, count - 1); extra > 0; extra--) {
    const [a, b] = dice.shuffled(order);
    if (a !== undefined && b !== undefined) addLink(a, b);
  }
  if (dice.chance(40)) addLan(dice.shuffled(order).slice(0, 3));
  for (let stubs = dice.between(1, 3); stubs > 0; stubs--) addLan([dice.pick(order)]);

  const within = (segment: Segment): boolean =>
    segment.members.every(({ router }) => systems[router] === systems[segment.members[0]?.router ?? -1]);
  const usesBgp = new Set(systems).size > 1 || dice.chance(20);
  for (const [index, router] of routers.entries()) {
    if (dice.chance(12) && systems.filter((system) => system === systems[index]).length === 1) continue;
    router.ospf = ospfOf(dice, index, router, segments.filter(within), segments);
  }
  const borders = new Set(segments.filter((s) => !within(s)).flatMap((s) => s.members.map((m) => m.router)));
  if (usesBgp) addBgp(dice, { routers, systems, segments, within, borders });
  const more = usesBgp ? addMoreBgp(seed, routers) : '';
  addStatics(dice, routers, segments);
  const hasAreas = addAreas(seed, routers, segments, lans);

  const topology = {
    routers: Object.fromEntries(routers.map((router, index) => [nameOf(index), router])),
    lans,
    hosts,
    links,
  };
  const has = [usesBgp ? 'BGP' : '', more, hasAreas ? 'areas' : ''].filter((part) => part !== '');
  const parts = `${count} routers in ${new Set(systems).size} AS, ${Object.keys(links).length} links, ${Object.keys(lans).length} LANs`;
  const summary = [parts, ...has].join(', ');
  return { text: JSON.stringify(topology, null, 1), summary };
}

function nameOf(router: number): string {
  return `r${router + 1}`;
}

function bare(address: string): string {
  return address.split('/')[0] ?? address;
}

/** The autonomous system of each router: one for all, one each, or a few. */
function systemsOf(dice: Dice, count: number): number[] {
  const kind = dice.below(10);
  if (kind < 3) return Array.from({ length: count }, () => 65001);
  if (kind < 6) return Array.from({ length: count }, (_, index) => 65001 + index);
  const systems = dice.between(2, 3);
  return Array.from({ length: count }, () => 65001 + dice.below(systems));
}

function ospfOf(
  dice: Dice,
  index: number,
  router: Router,
  inside: readonly Segment[],
  all: readonly Segment[],
): NonNullable<Router['ospf']> {
  const between = new Set(
    all.filter((s) => !inside.includes(s)).flatMap((s) => s.members.filter((m) => m.router === index)),
  );
  const outer = new Set([...between].map((member) => member.interface));
  const interfaces = Object.keys(router.interfaces).filter((name) => !outer.has(name));
  // An edge toward another AS is in OSPF passively, or not at all.
  for (const name of outer) {
    const entry = router.interfaces[name];
    if (entry === undefined || dice.chance(50)) continue;
    entry.ospfPassive = true;
    interfaces.push(name);
  }
  return {
    interfaces,
    // More than there can be: which ones fall out of fewer is every implementation's own choice.
    ...(dice.chance(20) ? { maximumPaths: 8 } : {}),
    ...(dice.chance(15)
      ? { defaultOriginate: { always: dice.chance(50), metric: dice.pick([1, 10]), type: dice.pick([1, 2]) } }
      : {}),
    redistribute: ['static', 'connected']
      .filter(() => dice.chance(20))
      .map((from) => ({ from, metric: dice.pick([10, 20, 20, 50]), type: dice.pick([1, 2, 2]) })),
  };
}

interface Plan {
  readonly routers: readonly Router[];
  readonly systems: readonly number[];
  readonly segments: readonly Segment[];
  readonly within: (segment: Segment) => boolean;
  readonly borders: ReadonlySet<number>;
}

function addBgp(dice: Dice, { routers, systems, segments, within, borders }: Plan): void {
  const tuned = dice.chance(50);
  const nextHopSelf = dice.chance(70);
  for (const [index, router] of routers.entries()) {
    const asn = systems[index] ?? 0;
    const own = Object.values(router.interfaces).map(({ address }) => networkOf(address));
    // FRR refuses a route whose next hop is the prefix itself, as loopbacks that peer would announce.
    const isAlone = systems.filter((system) => system === asn).length === 1;
    router.bgp = {
      asn,
      networks: own.filter((prefix) => (isAlone || !prefix.startsWith('10.255.')) && dice.chance(40)),
      redistribute: ['connected', 'static', 'ospf'].filter(
        (from) => (isAlone || from !== 'connected') && dice.chance(12),
      ),
      maximumPaths: dice.pick([1, 1, 8]),
      neighbors: {},
    };
    // Everyone in an AS peers with everyone else in it, by loopback.
    for (const [other, system] of systems.entries()) {
      if (other === index || system !== asn) continue;
      router.bgp.neighbors[`10.255.0.${other + 1}`] = { asn, ...(nextHopSelf ? { nextHopSelf } : {}) };
    }
  }
  for (const segment of segments) {
    if (within(segment)) continue;
    for (const a of segment.members) {
      for (const b of segment.members) {
        const asn = systems[b.router] ?? 0;
        if (systems[a.router] === asn) continue;
        const neighbor: Neighbor = { asn };
        if (tuned) Object.assign(neighbor, policies(dice));
        const { bgp } = routers[a.router] ?? {};
        if (bgp !== undefined) bgp.neighbors[b.address] = neighbor;
      }
    }
  }
  // OSPF takes over what one border router has heard; more of them would feed each other.
  const border = [...borders].find((router) => routers[router]?.ospf !== undefined);
  if (border !== undefined && dice.chance(25))
    routers[border]?.ospf?.redistribute?.push({ from: 'bgp', metric: 30, type: dice.pick([1, 2]) });
}

function policies(dice: Dice): { in?: Policy; out?: Policy } {
  const inward: Policy = {};
  const outward: Policy = {};
  if (dice.chance(20)) inward.localPreference = dice.pick([50, 150, 200]);
  if (dice.chance(10)) inward.med = dice.pick([5, 50]);
  if (dice.chance(5)) inward.weight = dice.pick([10, 100]);
  if (dice.chance(20)) inward.prefixList = prefixList(dice);
  if (dice.chance(20)) outward.med = dice.pick([0, 10, 100]);
  if (dice.chance(20)) outward.prepend = dice.between(1, 3);
  if (dice.chance(20)) outward.prefixList = prefixList(dice);
  return { in: inward, out: outward };
}

function prefixList(dice: Dice): string[] {
  const lists = [
    ['deny 10.1.0.0/16 ge 24 le 24', 'permit 0.0.0.0/0 le 32'],
    ['permit 10.255.0.0/16 ge 32'],
    ['permit 10.1.0.0/24', 'permit 10.1.1.0/24', 'permit 10.255.0.0/24 le 32'],
    ['deny 10.255.0.1/32', 'deny 172.16.0.0/12 le 32', 'permit 0.0.0.0/0 le 32'],
    ['permit 10.0.0.0/8 ge 24', 'permit 192.168.0.0/16 ge 16'],
  ];
  return dice.pick(lists);
}

function networkOf(address: string): string {
  const [text = '', length = '32'] = address.split('/');
  const value = text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const network = Math.floor(value / 2 ** (32 - Number(length))) * 2 ** (32 - Number(length));
  return `${[24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256).join('.')}/${length}`;
}

function addStatics(dice: Dice, routers: readonly Router[], segments: readonly Segment[]): void {
  for (const [index, router] of routers.entries()) {
    if (!dice.chance(45)) continue;
    const beside = segments
      .filter((segment) => segment.members.some((member) => member.router === index))
      .flatMap((segment) => segment.members.filter((member) => member.router !== index));
    const own = segments.flatMap((segment) => segment.members.filter((member) => member.router === index));
    for (let more = dice.between(1, 3); more > 0; more--) {
      const prefix = dice.pick([
        '192.168.0.0/24',
        '192.168.1.0/24',
        '192.168.0.0/16',
        '10.1.0.0/24',
        '0.0.0.0/0',
      ]);
      const kind = dice.below(10);
      const recursive = `10.255.0.${dice.between(1, routers.length)}`;
      const via =
        kind < 2 || beside.length === 0
          ? 'discard'
          : kind < 6
            ? dice.pick(beside).address
            : kind < 7 && own.length > 0
              ? dice.pick(own).interface
              : recursive;
      const distance = dice.chance(25) ? dice.pick([5, 150, 210]) : 1;
      // FRR has no route that discards and forwards at once.
      const same = router.static.filter((entry) => entry.prefix === prefix && entry.distance === distance);
      // A second statement with the same next hop and another distance replaces the first one in FRR.
      const clashes =
        same.some((entry) => (entry.via === 'discard') !== (via === 'discard')) ||
        router.static.some((entry) => entry.prefix === prefix && entry.via === via);
      if (via === `10.255.0.${index + 1}` || clashes) continue;
      router.static.push({ prefix, via, distance });
    }
    if (dice.chance(20) && beside.length > 1)
      for (const next of dice.shuffled(beside).slice(0, 2))
        router.static.push({ prefix: '192.168.77.0/24', via: next.address });
  }
}
