/**
 * The shape of every element of the topology language, from plain JSON to the model's values with every
 * default filled in. What an element says of others (names, addresses in common) is checked in rules/.
 */
import * as z from 'zod';
import { bgp, prefixLists, routeMaps } from './schema-bgp';
import { ospf } from './schema-ospf';
import { base, icmp, listOf, LOCAL_LATENCY_MS, named, position } from './schema-parts';
import { shorthand } from './shorthand';
import * as v from './values';

export const site = z.strictObject({ ...base, location: v.text.nullable().default(null) });

const interfaceSchema = shorthand(
  z.strictObject({
    ...base,
    address: v.interfaceAddress.nullable().default(null),
    lan: v.name.nullable().default(null),
    vnet: v.name.nullable().default(null),
    nsg: v.name.nullable().default(null),
    ospfCost: v.whole(1, 65_535).nullable().default(null),
    ospfPassive: v.flag.default(false),
    ospfArea: v.area.nullable().default(null),
    reversePathCheck: v.flag.default(false),
  }),
  { text: (address) => ({ address }), nothing: {} },
);

const staticRoute = z.strictObject({
  prefix: v.prefix,
  via: v.staticVia,
  distance: v.distance.default(1),
  track: v.address.nullable().default(null),
});

/** What a router has once, and once more in each of its VRFs. */
const routing = {
  routerId: v.address.nullable().default(null),
  static: listOf(staticRoute).default([]),
  ospf: ospf.nullable().default(null),
  bgp: bgp.nullable().default(null),
};

const vrf = z.strictObject({ interfaces: listOf(v.name).default([]), ...routing });

export const router = z.strictObject({
  ...base,
  position,
  site: v.name.nullable().default(null),
  interfaces: named(interfaceSchema).prefault({}),
  prefixLists,
  routeMaps,
  ...routing,
  vrfs: named(vrf).prefault({}),
  hashSeed: v.uint32.default(0),
  icmp,
  ttlCheck: z.enum(['after-lookup', 'before-lookup']).default('after-lookup'),
});

export const lan = z.strictObject({
  ...base,
  position,
  site: v.name.nullable().default(null),
  prefix: v.prefix.nullable().default(null),
  latency: v.latency.default(LOCAL_LATENCY_MS),
});

/** The length of an address may come from the LAN, link or subnet it lies in. */
export const host = z.strictObject({
  ...base,
  position,
  site: v.name.nullable().default(null),
  vnet: v.name.nullable().default(null),
  lan: v.name.nullable().default(null),
  address: v.hostAddress,
  gateway: v.address.nullable().default(null),
  initialTtl: v.whole(1, 255).default(128),
  icmp,
  ipForwarding: v.flag.default(false),
  nsg: v.name.nullable().default(null),
});

export const link = z.strictObject({
  ...base,
  ends: z.tuple([v.endPoint, v.endPoint]),
  latency: v.latency.default(LOCAL_LATENCY_MS),
  bandwidth: v.bandwidth.nullable().default(null),
});

export type HostDraft = z.output<typeof host>;
