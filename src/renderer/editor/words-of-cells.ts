/** Words of the topology, expect and predict languages, for colours and completion. */

/** Words that begin the lines of predict cells. */
export const PREDICT_WORDS: readonly string[] = ['ask', 'choice', 'hint', 'points', 'answer'];

export const SECTIONS: readonly string[] = [
  'vnets',
  'routeTables',
  'nsgs',
  'peerings',
  'gateways',
  'circuits',
  'connections',
  'sites',
  'routers',
  'lans',
  'hosts',
  'links',
];

/** Properties of the elements of each section, and of what stands inside them. */
export const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  vnets: [
    'region',
    'addressSpace',
    'subnets',
    'advertise',
    'hashSeed',
    'latency',
    'prefix',
    'routeTable',
    'nsg',
  ],
  routeTables: ['routes', 'disableBgpRoutePropagation', 'prefix', 'via'],
  nsgs: [
    'rules',
    'priority',
    'direction',
    'action',
    'protocol',
    'source',
    'destination',
    'sourcePorts',
    'ports',
  ],
  peerings: [
    'ends',
    'latency',
    'allowGatewayTransit',
    'useRemoteGateways',
    'allowForwardedTraffic',
    'allowVirtualNetworkAccess',
  ],
  gateways: ['type', 'vnet', 'asn', 'instances', 'bgpAddress', 'bandwidth', 'icmp'],
  circuits: [
    'asn',
    'location',
    'bandwidth',
    'primary',
    'secondary',
    'connections',
    'msee',
    'customer',
    'peering',
    'gateway',
    'weight',
    'latency',
    'icmp',
  ],
  connections: ['ends', 'bgp', 'latency', 'bandwidth', 'node', 'interface', 'ttl', 'prefixes'],
  sites: ['location'],
  routers: [
    'site',
    'routerId',
    'interfaces',
    'static',
    'ospf',
    'bgp',
    'hashSeed',
    'icmp',
    'ttlCheck',
    'address',
    'lan',
    'vnet',
    'nsg',
    'ospfCost',
    'ospfPassive',
    'reversePathCheck',
    'prefix',
    'via',
    'distance',
    'defaultCost',
    'redistribute',
    'defaultOriginate',
    'maximumPaths',
    'asn',
    'networks',
    'neighbors',
    'multihop',
    'nextHopSelf',
    'in',
    'out',
    'prefixList',
    'localPreference',
    'med',
    'prepend',
    'weight',
  ],
  lans: ['site', 'prefix', 'latency'],
  hosts: ['site', 'vnet', 'lan', 'address', 'gateway', 'initialTtl', 'icmp', 'ipForwarding', 'nsg'],
  links: ['ends', 'latency', 'bandwidth'],
};

/** What every element may say of itself. */
export const COMMON_PROPERTIES: readonly string[] = ['shutdown', 'description', 'inferred'];

/** What an expect line may ask: `SOURCE -> TARGET CHECK`. */
export const EXPECT_CHECKS: readonly string[] = ['path', 'reach', 'no-path', 'via', 'rtt', 'same-as'];

/** What `add` in an edit cell can make: one element of a section. */
export const ELEMENT_KINDS: readonly string[] = SECTIONS.map((section) => section.slice(0, -1));
