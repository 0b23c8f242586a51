/** Typed results written by hand from the published lab's facts, to draw without an engine. */
import type {
  AreaView,
  Disposition,
  CircuitSide,
  LinkKind,
  NodeKind,
  ProbeView,
  RouteView,
  Silence,
  TraceHop,
  TraceResult,
  Walk,
  WalkStep,
} from '../../../shared/results';

const vnet = (name: string, region = 'Azure region 1'): AreaView => ({ kind: 'vnet', name, region });
const site = (name: string, region: string): AreaView => ({ kind: 'site', name, region });
const circuit = (name: string, region: string): AreaView => ({ kind: 'circuit', name, region });

const HUB = vnet('hub');
const SPOKE = vnet('spoke');
const BRANCH = vnet('branch');
const SITE_1 = site('location-1', 'On-premises location 1');
const SITE_2 = site('location-2', 'On-premises location 2');
const ER_1 = circuit('er1', 'near location 1');
const ER_2 = circuit('er2', 'near location 2');

const NODES: Readonly<Record<string, readonly [NodeKind, AreaView | null]>> = {
  'hub-vm': ['host', HUB],
  hub: ['vnet', HUB],
  'hub-ergw': ['er-gateway', HUB],
  'hub-vpngw': ['vpn-gateway', HUB],
  'spoke-vm': ['host', SPOKE],
  spoke: ['vnet', SPOKE],
  'branch-vm': ['host', BRANCH],
  branch: ['vnet', BRANCH],
  'branch-vpngw': ['vpn-gateway', BRANCH],
  'msee1-pri': ['msee', ER_1],
  'msee1-sec': ['msee', ER_1],
  'msee2-pri': ['msee', ER_2],
  'msee2-sec': ['msee', ER_2],
  ce1: ['router', SITE_1],
  lan1: ['router', SITE_1],
  'loc1-vm': ['host', SITE_1],
  ce2a: ['router', SITE_2],
  ce2b: ['router', SITE_2],
  lan2: ['router', SITE_2],
  'loc2-vm': ['host', SITE_2],
};

export interface StepSpec {
  readonly node: string;
  readonly address?: string;
  /** The link it leaves by. */
  readonly by?: readonly [LinkKind, string, CircuitSide?];
  readonly silentTtl?: boolean;
  readonly route?: RouteView;
  readonly chosen?: number;
  readonly note?: string;
  readonly action?: WalkStep['action'];
}

export function route(prefix: string, source: RouteView['source'], nodes: readonly string[]): RouteView {
  return {
    prefix,
    source,
    distance: 20,
    metric: 0,
    nextHops: nodes.map((node) => ({
      node,
      interface: null,
      address: null,
      egress: null,
      action: 'forward',
    })),
    why: 'ExpressRoute is preferred over VPN for the same prefix.',
    active: true,
  };
}

export function walk(specs: readonly StepSpec[], disposition: Disposition = 'ACCEPTED'): Walk {
  let ttl = 128;
  const steps = specs.map((spec, index): WalkStep => {
    const [nodeKind, area] = NODES[spec.node] ?? ['router', null];
    const final = index === specs.length - 1;
    const accepted = final && disposition === 'ACCEPTED';
    const spendsTtl = index > 0 && !accepted && nodeKind !== 'vnet' && spec.silentTtl !== true;
    const ttlIn = ttl;
    if (spendsTtl) ttl -= 1;
    return {
      node: spec.node,
      nodeKind,
      area,
      ingress: index === 0 ? null : 'eth0',
      ingressAddress: spec.address ?? null,
      egress: final ? null : 'eth1',
      route: spec.route ?? null,
      chosen: spec.chosen ?? (spec.route === undefined ? null : 0),
      ttlIn,
      ttlOut: ttl,
      spendsTtl,
      latencyMs: 0.5,
      link: spec.by?.[1] ?? null,
      linkKind: spec.by?.[0] ?? null,
      linkPath: spec.by?.[2] ?? null,
      action:
        spec.action ?? (index === 0 ? 'originated' : accepted ? 'accepted' : final ? 'dropped' : 'forwarded'),
      note: spec.note ?? `${spec.node} handles the packet by its routes.`,
    };
  });
  return {
    source: specs[0]?.node ?? '',
    destination: '10.2.30.10',
    disposition,
    steps,
    latencyMs: 1,
  };
}

export function probe(source: string, sourceAddress: string, target: string, name: string | null): ProbeView {
  return {
    source,
    sourceAddress,
    target,
    targetAddress: target,
    targetName: name,
    targetNode: null,
    protocol: 'icmp',
  };
}

export function hop(
  ttl: number,
  node: string | null,
  address: string | null,
  rttMs: readonly (number | null)[],
  silence: Silence | null = null,
): TraceHop {
  const known = node === null ? undefined : NODES[node];
  return {
    ttl,
    address,
    name: null,
    node,
    nodeKind: known?.[0] ?? null,
    area: known?.[1] ?? null,
    interface: node === null ? null : 'eth0',
    hiddenAddress: null,
    reply: address === null ? null : 'time-exceeded',
    rttMs,
    silence,
    returnWalk: null,
  };
}

export function silence(reason: Silence['reason'], at: string, text: string): Silence {
  return { reason, at, text };
}

export function trace(
  probeView: ProbeView,
  hops: readonly TraceHop[],
  forwardWalk: Walk,
  returnWalk: Walk | null,
): TraceResult {
  return {
    kind: 'trace',
    probe: probeView,
    maxHops: 30,
    resolveNames: true,
    reached: forwardWalk.disposition === 'ACCEPTED',
    disposition: forwardWalk.disposition,
    hops,
    forwardWalk,
    returnWalk,
  };
}

const NOTHING = [null, null, null] as const;

/** Location 1 to the branch: over the VPN, where the customer's pipe hides the gateways. */
export function location1ToBranch(): TraceResult {
  return trace(
    probe('loc1-vm', '10.2.30.10', '10.11.30.68', 'branch-vm'),
    [
      hop(1, 'lan1', '10.2.30.3', [0.4, 0.3, 0.4]),
      hop(2, 'ce1', '192.168.30.0', [0.6, 0.5, 0.5]),
      hop(3, 'branch-vm', '10.11.30.68', [4, 4, 3]),
    ],
    walk([
      { node: 'loc1-vm', by: ['lan', 'location-1-lan'] },
      { node: 'lan1', address: '10.2.30.3', by: ['link', 'ce1-lan1'] },
      { node: 'ce1', address: '192.168.30.0', by: ['tunnel', 'vpn-hub-location-1'] },
      { node: 'hub-vpngw', silentTtl: true, by: ['tunnel', 'vpn-hub-branch'] },
      { node: 'branch-vpngw', silentTtl: true, by: ['vnet', 'branch'] },
      { node: 'branch', by: ['vnet', 'branch'] },
      { node: 'branch-vm' },
    ]),
    walk([
      { node: 'branch-vm', by: ['vnet', 'branch'] },
      { node: 'branch', by: ['vnet', 'branch'] },
      { node: 'branch-vpngw', by: ['tunnel', 'vpn-hub-branch'] },
      { node: 'hub-vpngw', by: ['tunnel', 'vpn-hub-location-1'] },
      { node: 'ce1', by: ['link', 'ce1-lan1'] },
      { node: 'lan1', by: ['lan', 'location-1-lan'] },
      { node: 'loc1-vm' },
    ]),
  );
}

/** The spoke to location 1: from the VM straight to the MSEE, back through the ExpressRoute gateway. */
export function spokeToLocation1(): TraceResult {
  const filtered = silence(
    'reverse-path-check',
    'ce1',
    'ce1 answers from 192.168.30.17, which the networks of the spoke hold no route for, so its answer is dropped.',
  );
  return trace(
    probe('spoke-vm', '10.11.30.4', '10.2.30.10', 'loc1-vm'),
    [
      hop(1, 'msee1-pri', '10.10.30.132', [2, 3, 2]),
      hop(2, 'ce1', null, NOTHING, filtered),
      hop(3, 'lan1', null, NOTHING, filtered),
      hop(4, 'loc1-vm', '10.2.30.10', [3, 2, 3]),
    ],
    walk([
      { node: 'spoke-vm', by: ['vnet', 'spoke'] },
      { node: 'spoke', by: ['peering', 'hub-spoke'] },
      {
        node: 'hub',
        by: ['expressroute', 'er1-hub', 'primary'],
        route: route('10.2.30.0/25', 'expressroute', ['msee1-sec', 'msee1-pri']),
        chosen: 1,
      },
      { node: 'msee1-pri', address: '10.10.30.132', by: ['private-peering', 'er1-primary', 'primary'] },
      { node: 'ce1', address: '192.168.30.17', by: ['link', 'ce1-lan1'] },
      { node: 'lan1', address: '192.168.30.1', by: ['lan', 'location-1-lan'] },
      { node: 'loc1-vm', address: '10.2.30.10' },
    ]),
    walk([
      { node: 'loc1-vm', by: ['lan', 'location-1-lan'] },
      { node: 'lan1', by: ['link', 'ce1-lan1'] },
      { node: 'ce1', by: ['private-peering', 'er1-primary', 'primary'] },
      { node: 'msee1-pri', by: ['expressroute', 'er1-hub', 'primary'] },
      { node: 'hub-ergw', by: ['vnet', 'hub'] },
      { node: 'hub', by: ['peering', 'hub-spoke'] },
      { node: 'spoke', by: ['vnet', 'spoke'] },
      { node: 'spoke-vm' },
    ]),
  );
}

/** Two VMs of peered VNets: one hop. */
export function hubToSpoke(): TraceResult {
  return trace(
    probe('hub-vm', '10.10.30.4', '10.11.30.4', 'spoke-vm'),
    [hop(1, 'spoke-vm', '10.11.30.4', [2, 1, 1])],
    walk([
      { node: 'hub-vm', by: ['vnet', 'hub'] },
      { node: 'hub', by: ['peering', 'hub-spoke'] },
      { node: 'spoke', by: ['vnet', 'spoke'] },
      { node: 'spoke-vm' },
    ]),
    null,
  );
}

/** The branch knows no way to location 2: its fabric drops every probe. */
export function branchToLocation2(): TraceResult {
  const lost = silence(
    'probe-lost',
    'branch',
    'The branch VNet drops private destinations it has no route for.',
  );
  return trace(
    probe('branch-vm', '10.11.30.68', '10.1.31.10', 'loc2-vm'),
    Array.from({ length: 30 }, (_, index) => hop(index + 1, null, null, NOTHING, lost)),
    walk(
      [
        { node: 'branch-vm', by: ['vnet', 'branch'] },
        {
          node: 'branch',
          note: 'The VNet has no route to 10.1.31.10 other than the system route 10.0.0.0/8 to None, so the packet is dropped in silence.',
        },
      ],
      'NULL_ROUTED',
    ),
    null,
  );
}

const address = (index: number): string => `172.16.${index}.254`;
const quiet = (name: string): Silence => silence('does-not-answer', name, `${name} is set not to answer.`);

/** A plain network: `count` routers in a row, every third of them silent. */
export function longPath(count: number): TraceResult {
  const names = Array.from({ length: count }, (_, index) => `core-router-${index + 1}`);
  return trace(
    probe('alice', '10.1.0.10', '10.99.0.10', 'bob'),
    [
      ...names.map((name, index) =>
        index % 3 === 2
          ? hop(index + 1, name, null, NOTHING, quiet(name))
          : hop(index + 1, name, address(index), [index + 1, index + 2, index + 1]),
      ),
      hop(count + 1, 'bob', '10.99.0.10', [41, 40, 42]),
    ],
    walk([
      { node: 'alice', by: ['lan', 'office'] },
      ...names.map((node, index): StepSpec => ({
        node,
        address: address(index),
        by: ['link', `link-${index}`],
      })),
      { node: 'bob', address: '10.99.0.10' },
    ]),
    null,
  );
}

/** A link of the way is down and nothing goes round it. */
export function overFailedLink(): TraceResult {
  const down = silence('link-down', 'ce1', 'The link ce1-lan1 is down.');
  return trace(
    probe('loc1-vm', '10.2.30.10', '10.10.30.4', 'hub-vm'),
    [
      hop(1, 'lan1', '10.2.30.3', [0.4, 0.3, 0.4]),
      hop(2, null, null, NOTHING, down),
      hop(3, null, null, NOTHING, down),
    ],
    walk(
      [
        { node: 'loc1-vm', by: ['lan', 'location-1-lan'] },
        {
          node: 'lan1',
          by: ['link', 'ce1-lan1'],
          note: 'The next hop 192.168.30.0 is not there: ce1-lan1 is down.',
        },
      ],
      'NEIGHBOR_UNREACHABLE',
    ),
    null,
  );
}

/** Four equal ways through a fabric of spines. */
export function equalPaths(): TraceResult {
  return trace(
    probe('alice', '10.1.0.10', '10.3.0.10', null),
    [
      hop(1, 'leaf-1', '10.1.0.1', [1, 1, 1]),
      hop(2, 'spine-3', '10.0.13.2', [2, 2, 2]),
      hop(3, 'leaf-2', '10.0.23.2', [3, 3, 3]),
      hop(4, 'bob', '10.3.0.10', [4, 4, 4]),
    ],
    walk([
      { node: 'alice', by: ['lan', 'office'] },
      {
        node: 'leaf-1',
        address: '10.1.0.1',
        by: ['link', 'leaf1-spine3'],
        route: route('10.3.0.0/24', 'ospf', [
          'spine-1',
          'spine-2',
          'spine-3',
          'spine-4',
          'spine-5',
          'spine-6',
        ]),
        chosen: 2,
      },
      { node: 'spine-3', address: '10.0.13.2', by: ['link', 'spine3-leaf2'] },
      { node: 'leaf-2', address: '10.0.23.2', by: ['lan', 'lab'] },
      { node: 'bob', address: '10.3.0.10' },
    ]),
    null,
  );
}
