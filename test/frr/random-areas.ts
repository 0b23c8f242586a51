/**
 * OSPF areas for a random network. Every router gets a home area; a wire between two areas lies in the backbone or
 * in the one that is not. So border routers, areas in pieces and a backbone in pieces all come about.
 */
import { Dice } from './dice';

interface AreaRouter {
  interfaces: Record<string, { address: string; lan?: string; ospfArea?: number }>;
  ospf?: {
    interfaces: string[];
    area?: number;
    areas?: Record<string, { type?: string; defaultCost?: number; ranges?: string[] }>;
    redistribute?: readonly unknown[];
    defaultOriginate?: unknown;
    distance?: number | { intraArea: number; interArea: number; external: number };
  };
}

interface AreaSegment {
  readonly members: readonly { readonly router: number; readonly interface: string }[];
}

/** Of a hundred networks so many have areas. */
const SHARE = 40;
const BACKBONE = 0;
/** The area that may be a stub. */
const STUB = 2;

/**
 * Whether a router tells external routes and is in this area and in another one: where the area is a stub, FRR takes
 * the way to the router through it, finds no boundary router there, and leaves the external routes out.
 */
function tellsBeside({ interfaces, ospf }: AreaRouter, area: number): boolean {
  if (ospf === undefined) return false;
  const tells = (ospf.redistribute ?? []).length > 0 || ospf.defaultOriginate !== undefined;
  const areas = new Set(ospf.interfaces.map((name) => interfaces[name]?.ospfArea ?? ospf.area ?? BACKBONE));
  return tells && areas.size > 1 && areas.has(area);
}

/** Whether areas were given. The dice are its own, so that the rest of a network stays what it was. */
export function addAreas(
  seed: number,
  routers: readonly AreaRouter[],
  segments: readonly AreaSegment[],
  lans: Record<string, object>,
): boolean {
  const dice = new Dice(seed + 7_000_000);
  if (!dice.chance(SHARE) || routers.every(({ ospf }) => ospf === undefined)) return false;
  const homes = routers.map(() => dice.pick([BACKBONE, BACKBONE, 1, 1, 2]));
  routers.forEach((router, index) => {
    if (router.ospf !== undefined) router.ospf.area = homes[index] ?? BACKBONE;
  });
  for (const { members } of segments) {
    const apart = new Set(members.map(({ router }) => homes[router] ?? BACKBONE));
    const others = [...apart].filter((area) => area !== BACKBONE);
    const area = others.length === 1 && dice.chance(75) ? (others[0] ?? BACKBONE) : BACKBONE;
    for (const { router, interface: name } of members) {
      const entry = routers[router]?.interfaces[name];
      if (entry !== undefined && homes[router] !== area) entry.ospfArea = area;
    }
  }
  const wanted = dice.chance(35) ? dice.pick(['stub', 'totally-stubby']) : null;
  const stub = routers.some((router) => tellsBeside(router, STUB)) ? null : wanted;
  // FRR announces ranges into totally stubby areas, too, and its discard routes know no other distance.
  const ranged = stub !== 'totally-stubby' && dice.chance(50);
  if (stub !== null) addSettings(routers, STUB, () => ({ type: stub, defaultCost: dice.pick([1, 1, 7]) }));
  if (ranged) addRange(routers, homes, lans);
  else
    for (const { ospf } of routers) {
      if (ospf === undefined || !dice.chance(20)) continue;
      const distances = { intraArea: 100, interArea: dice.pick([105, 120]), external: dice.pick([130, 180]) };
      ospf.distance = dice.chance(50) ? dice.pick([90, 115]) : distances;
    }
  return true;
}

/** The areas a router has interfaces in. */
function areasOf({ interfaces, ospf }: AreaRouter): Set<number> {
  const names = ospf?.interfaces ?? [];
  return new Set(names.map((name) => interfaces[name]?.ospfArea ?? ospf?.area ?? BACKBONE));
}

function addSettings(
  routers: readonly AreaRouter[],
  area: number,
  settings: () => { type?: string; defaultCost?: number; ranges?: string[] },
): void {
  for (const router of routers) {
    if (router.ospf === undefined || !areasOf(router).has(area)) continue;
    router.ospf.areas = { ...router.ospf.areas, [area]: settings() };
  }
}

/**
 * Subnets of their own for the range of area 1. A range whose first address is also a subnet's would have to share
 * its link state ID (RFC 2328 appendix E), which FRR does not always get right.
 */
function addRange(
  routers: readonly AreaRouter[],
  homes: readonly number[],
  lans: Record<string, object>,
): void {
  routers.forEach(({ interfaces, ospf }, index) => {
    if (ospf === undefined || homes[index] !== 1) return;
    const lan = `inner${index + 1}`;
    lans[lan] = {};
    interfaces['inner'] = { address: `10.71.${index + 1}.129/25`, lan };
    ospf.interfaces.push('inner');
  });
  addSettings(routers, 1, () => ({ ranges: ['10.71.0.0/16'] }));
}
