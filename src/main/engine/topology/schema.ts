/**
 * The shape of every element of the topology language, from plain JSON to the model's values with every
 * default filled in. What an element says of others (names, addresses in common) is checked in rules/.
 */
import * as z from 'zod';
import { parseAddress, type Address } from '../address';
import { record } from './json';
import { MAX_LIST } from './limits';
import type * as model from './model';
import { ospf } from './schema-ospf';
import { shorthand } from './shorthand';
import * as v from './values';

const base = {
  shutdown: v.flag.default(false),
  description: v.text.nullable().default(null),
  inferred: v.flag.default(false),
};

function named<S extends z.ZodType>(schema: S) {
  return z
    .record(z.string(), schema)
    .transform((entries) => record(Object.entries(entries) as [string, z.output<S>][]));
}

function listOf<S extends z.ZodType>(schema: S) {
  return z.array(schema).max(MAX_LIST);
}

const icmp = shorthand(
  z.strictObject({ answers: v.flag.default(true), delay: v.latency.default(0.1) }).prefault({}),
  { off: { answers: false }, on: {} },
);

/** Within one site or one VNet; RTTs there print as <1 ms. */
const LOCAL_LATENCY_MS = 0.05;

export const vnet = z
  .strictObject({
    ...base,
    region: v.text.nullable().default(null),
    addressSpace: listOf(v.prefix).min(1),
    subnets: named(v.prefix).prefault({}),
    advertise: listOf(v.prefix).optional(),
    hashSeed: v.uint32.default(0),
    latency: v.latency.default(LOCAL_LATENCY_MS),
  })
  .transform((value): model.VNet => ({ ...value, advertise: value.advertise ?? value.addressSpace }));

const peeringEnd = shorthand(
  z.strictObject({
    allowGatewayTransit: v.flag.default(false),
    useRemoteGateways: v.flag.default(false),
    allowForwardedTraffic: v.flag.default(false),
    allowVirtualNetworkAccess: v.flag.default(true),
  }),
  { nothing: {} },
);

export const peering = z
  .strictObject({ ...base, ends: z.record(z.string(), peeringEnd), latency: v.latency.default(0.1) })
  .transform((value, context): model.Peering => {
    const [first, second, ...more] = Object.entries(value.ends).map(([vnet, end]) => ({ vnet, ...end }));
    if (first !== undefined && second !== undefined && more.length === 0)
      return { ...value, ends: [first, second] };
    const hint = 'write both VNets under ends, each with its switches or {}';
    context.issues.push({
      code: 'custom',
      message: 'A peering joins two VNets',
      path: ['ends'],
      input: value.ends,
      params: { hint },
    });
    return z.NEVER;
  });

export const gateway = z
  .strictObject({
    ...base,
    type: z.enum(['vpn', 'expressroute']),
    vnet: v.name,
    asn: v.asn.default(65515),
    instances: listOf(v.address).min(1),
    bgpAddress: v.address.optional(),
    bandwidth: v.bandwidth.nullable().default(null),
    icmp,
  })
  .transform((value): model.Gateway => ({ ...value, bgpAddress: value.bgpAddress ?? value.instances[0]! }));

const circuitPath = z.strictObject({
  msee: v.name,
  customer: v.endPoint.nullable().default(null),
  peering: v.prefix.nullable().default(null),
  latency: v.latency.default(0.1),
  shutdown: v.flag.default(false),
});

const circuitConnection = z.strictObject({
  ...base,
  gateway: v.name,
  primary: v.address,
  secondary: v.address.nullable().default(null),
  weight: v.whole(0, 32_000).default(0),
  latency: v.latency.default(1),
});

export const circuit = z.strictObject({
  ...base,
  asn: v.asn.default(12076),
  location: v.text.nullable().default(null),
  bandwidth: v.bandwidth.nullable().default(null),
  primary: circuitPath,
  secondary: circuitPath.nullable().default(null),
  connections: named(circuitConnection).prefault({}),
  icmp,
});

const connectionEnd = shorthand(
  z.strictObject({
    node: v.name,
    interface: v.name.nullable().default(null),
    ttl: z.enum(['uniform', 'pipe']).nullable().default(null),
    prefixes: listOf(v.prefix).default([]),
  }),
  {
    text: (value) => {
      const end = v.splitEndPoint(value);
      return end === null ? { node: value } : { node: end.node, interface: end.interface };
    },
  },
);

/** The TTL model of an end depends on what its node is: resolved with the whole topology at hand. */
export const connection = z.strictObject({
  ...base,
  ends: z.tuple([connectionEnd, connectionEnd]),
  bgp: v.flag.default(true),
  latency: v.latency.default(1),
  bandwidth: v.bandwidth.nullable().default(null),
});

export const site = z.strictObject({ ...base, location: v.text.nullable().default(null) });

const interfaceSchema = shorthand(
  z.strictObject({
    ...base,
    address: v.interfaceAddress.nullable().default(null),
    lan: v.name.nullable().default(null),
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

const policy = z
  .strictObject({
    prefixList: listOf(v.prefixRule).nullable().default(null),
    localPreference: v.uint32.nullable().default(null),
    med: v.uint32.nullable().default(null),
    prepend: v.whole(0, 32).default(0),
    weight: v.whole(0, 65_535).nullable().default(null),
  })
  .prefault({});

const neighbor = z.strictObject({
  asn: v.asn,
  multihop: v.flag.default(false),
  nextHopSelf: v.flag.default(false),
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
        message: `"${key}" is not an IPv4 address`,
        path: [key],
        input: key,
        params: { hint: 'a neighbor is named by its address, like 10.1.0.1', at: 'key' },
      });
  }
  return result;
});

const bgp = z.strictObject({
  asn: v.asn,
  networks: listOf(v.prefix).default([]),
  redistribute: z.array(z.enum(['connected', 'static', 'ospf'])).default([]),
  maximumPaths: v.whole(1, 64).default(1),
  neighbors: neighbors.prefault({}),
});

export const router = z.strictObject({
  ...base,
  site: v.name.nullable().default(null),
  routerId: v.address.nullable().default(null),
  interfaces: named(interfaceSchema).prefault({}),
  static: listOf(staticRoute).default([]),
  ospf: ospf.nullable().default(null),
  bgp: bgp.nullable().default(null),
  hashSeed: v.uint32.default(0),
  icmp,
  ttlCheck: z.enum(['after-lookup', 'before-lookup']).default('after-lookup'),
});

export const lan = z.strictObject({
  ...base,
  site: v.name.nullable().default(null),
  prefix: v.prefix.nullable().default(null),
  latency: v.latency.default(LOCAL_LATENCY_MS),
});

/** The length of an address may come from the LAN, link or subnet it lies in. */
export const host = z.strictObject({
  ...base,
  site: v.name.nullable().default(null),
  vnet: v.name.nullable().default(null),
  lan: v.name.nullable().default(null),
  address: v.hostAddress,
  gateway: v.address.nullable().default(null),
  initialTtl: v.whole(1, 255).default(128),
  icmp,
});

export const link = z.strictObject({
  ...base,
  ends: z.tuple([v.endPoint, v.endPoint]),
  latency: v.latency.default(LOCAL_LATENCY_MS),
  bandwidth: v.bandwidth.nullable().default(null),
});

export type HostDraft = z.output<typeof host>;
export type ConnectionDraft = z.output<typeof connection>;
