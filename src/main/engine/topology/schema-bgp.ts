/** The shape of a router's BGP, prefix lists and route maps. */
import * as z from 'zod';
import { strings } from '../../../shared/strings';
import { parseAddress, type Address } from '../address';
import type * as model from './model';
import { listOf, named } from './schema-parts';
import { DISTANCE } from './distances';
import { shorthand } from './shorthand';
import * as v from './values';

const said = strings.reasons.topology.elements;

const mapName = v.name.nullable().default(null);

const communities = shorthand(listOf(v.community), { text: (one) => [one] });
const prefixList = shorthand(listOf(v.prefixListEntry), { text: (one) => [one] });

const routeMatch = z
  .strictObject({
    prefix: shorthand(listOf(v.prefixRange), { text: (one) => [one] })
      .nullable()
      .default(null),
    prefixList: prefixList.nullable().default(null),
    community: communities.default([]),
    asPath: v.asPathPattern.nullable().default(null),
  })
  .prefault({})
  .transform(({ prefix, ...match }, context): model.RouteMatch => {
    if (prefix === null || match.prefixList === null)
      return { ...match, prefixList: match.prefixList ?? prefix };
    context.issues.push({
      code: 'custom',
      message: said.twoLists,
      path: ['prefix'],
      input: prefix,
      params: { hint: said.oneList, at: 'key' },
    });
    return z.NEVER;
  });

const routeSet = z
  .strictObject({
    localPreference: v.uint32.nullable().default(null),
    med: v.uint32.nullable().default(null),
    weight: v.whole(0, 65_535).nullable().default(null),
    prepend: v.prepend.default(0),
    communities: communities.nullable().default(null),
    removeCommunities: communities.default([]),
    addCommunities: communities.default([]),
    nextHop: v.address.nullable().default(null),
  })
  .prefault({});

const routeMapEntry = shorthand(
  z.strictObject({
    action: z.enum(['permit', 'deny']).default('permit'),
    match: routeMatch,
    set: routeSet,
  }),
  { text: (action) => ({ action }) },
);

export const prefixLists = named(listOf(v.prefixRule)).prefault({});
export const routeMaps = named(listOf(routeMapEntry)).prefault({});

const policy = shorthand(
  z
    .strictObject({
      prefixList: prefixList.nullable().default(null),
      routeMap: mapName,
      localPreference: v.uint32.nullable().default(null),
      med: v.uint32.nullable().default(null),
      prepend: v.whole(0, 32).default(0),
      weight: v.whole(0, 65_535).nullable().default(null),
    })
    .prefault({}),
  { text: (routeMap) => ({ routeMap }) },
);

const removePrivateAs = shorthand(
  z
    .strictObject({ all: v.flag.default(false), replace: v.flag.default(false) })
    .nullable()
    .default(null),
  { on: {}, off: null, text: (which) => ({ [which]: true }) },
);

/** FRR's number where none is given. */
const ALLOWAS_IN = 3;

const neighbor = z.strictObject({
  asn: v.asn,
  multihop: v.flag.default(false),
  nextHopSelf: v.nextHopSelf.default(false),
  routeReflectorClient: v.flag.default(false),
  sendCommunities: v.flag.default(true),
  allowAsIn: shorthand(v.whole(0, 10).default(0), { on: ALLOWAS_IN, off: 0 }),
  asOverride: v.flag.default(false),
  removePrivateAs,
  defaultOriginate: v.flag.default(false),
  shutdown: v.flag.default(false),
  in: policy,
  out: policy,
});

const neighbors = z.record(z.string(), neighbor).transform((entries, context) => {
  const result: (z.output<typeof neighbor> & { readonly address: Address })[] = [];
  for (const [key, value] of Object.entries(entries)) {
    const address = parseAddress(key);
    if (address !== null) result.push({ address, ...value });
    else
      context.issues.push({
        code: 'custom',
        message: said.noNeighbor(key),
        path: [key],
        input: key,
        params: { hint: said.neighborHint, at: 'key' },
      });
  }
  return result;
});

const network = shorthand(z.strictObject({ prefix: v.prefix, routeMap: mapName }), {
  text: (prefix) => ({ prefix }),
});

const redistribution = shorthand(
  z.strictObject({ from: z.enum(['connected', 'static', 'ospf']), routeMap: mapName }),
  { text: (from) => ({ from }) },
);

const aggregate = shorthand(
  z.strictObject({ prefix: v.prefix, summaryOnly: v.flag.default(false), routeMap: mapName }),
  { text: (prefix) => ({ prefix }) },
);

const DEFAULT_LOCAL_PREFERENCE = 100;
const paths = v.whole(1, 64);

const distance = z
  .strictObject({
    ebgp: v.distance.default(DISTANCE.ebgp),
    ibgp: v.distance.default(DISTANCE.ibgp),
    local: v.distance.default(DISTANCE.ibgp),
  })
  .prefault({});

export const bgp = z.strictObject({
  asn: v.asn,
  distance,
  networks: listOf(network).default([]),
  redistribute: z.array(redistribution).default([]),
  aggregates: listOf(aggregate).default([]),
  maximumPaths: paths.default(1),
  maximumPathsIbgp: paths.nullable().default(null),
  multipathRelax: v.flag.default(false),
  alwaysCompareMed: v.flag.default(false),
  deterministicMed: v.flag.default(true),
  defaultLocalPreference: v.uint32.default(DEFAULT_LOCAL_PREFERENCE),
  clusterId: v.address.nullable().default(null),
  neighbors: neighbors.prefault({}),
});
