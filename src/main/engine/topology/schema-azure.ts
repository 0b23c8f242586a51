/** The shape of Azure's elements. */
import * as z from 'zod';
import { strings } from '../../../shared/strings';
import type * as model from './model';
import { base, icmp, listOf, LOCAL_LATENCY_MS, named, position } from './schema-parts';
import { shorthand } from './shorthand';
import * as v from './values';
import * as azure from './values-azure';

const subnet = shorthand(
  z.strictObject({
    prefix: v.prefix,
    routeTable: v.name.nullable().default(null),
    nsg: v.name.nullable().default(null),
  }),
  { text: (prefix) => ({ prefix }) },
);

export const vnet = z
  .strictObject({
    ...base,
    position,
    region: v.text.nullable().default(null),
    addressSpace: listOf(v.prefix).min(1),
    subnets: named(subnet).prefault({}),
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
    context.issues.push({
      code: 'custom',
      message: strings.reasons.topology.elements.twoVNets,
      path: ['ends'],
      input: value.ends,
      params: { hint: strings.reasons.topology.elements.twoVNetsHint },
    });
    return z.NEVER;
  });

export const gateway = z
  .strictObject({
    ...base,
    position,
    type: z.enum(['vpn', 'expressroute']),
    vnet: v.name,
    asn: v.asn.default(65515),
    instances: listOf(v.address).min(1),
    activeActive: v.flag.default(false),
    bgpAddress: v.address.optional(),
    bandwidth: v.bandwidth.nullable().default(null),
    icmp,
  })
  .transform((value): model.Gateway => ({ ...value, bgpAddress: value.bgpAddress ?? value.instances[0]! }));

const circuitPath = z.strictObject({
  msee: v.name,
  position,
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
    second: v.name.nullable().default(null),
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
  underlay: v.name.nullable().default(null),
  bgp: v.flag.default(true),
  latency: v.latency.default(1),
  bandwidth: v.bandwidth.nullable().default(null),
});

export const globalReach = z.strictObject({
  ...base,
  circuits: z.tuple([v.name, v.name]),
  prefix: v.prefix,
  latency: v.latency.default(1),
});

export const routeServer = z.strictObject({
  ...base,
  position,
  vnet: v.name,
  asn: v.asn.default(65515),
  instances: listOf(v.address).min(1),
  branchToBranch: v.flag.default(false),
});

export const virtualHub = z.strictObject({
  ...base,
  position,
  region: v.text.nullable().default(null),
  prefix: v.prefix,
  vnets: listOf(v.name).default([]),
  hashSeed: v.uint32.default(0),
  latency: v.latency.default(LOCAL_LATENCY_MS),
});

const userRoute = z.strictObject({ prefix: v.prefix, via: azure.userRouteVia });

export const userRouteTable = z.strictObject({
  ...base,
  routes: named(userRoute).prefault({}),
  disableBgpRoutePropagation: v.flag.default(false),
});

/** Azure's range for own rules; those behind it are the default rules. */
const priority = v.whole(100, 4096);

const securityRule = z.strictObject({
  priority,
  direction: z.enum(['inbound', 'outbound']),
  action: z.enum(['allow', 'deny']),
  protocol: z.enum(['any', 'tcp', 'udp', 'icmp']).default('any'),
  source: azure.securityScopes,
  destination: azure.securityScopes,
  sourcePorts: azure.ports,
  ports: azure.ports,
});

export const nsg = z.strictObject({ ...base, rules: named(securityRule).prefault({}) });

export type ConnectionDraft = z.output<typeof connection>;
