/**
 * The typed results of every question put to the engine. Terminal text, diagrams and JSON are all
 * renderers of these values; nothing in here is text to be parsed again. Every value is plain JSON.
 * Addresses and prefixes are dotted decimal strings here (they are integers inside the engine).
 */

export type NodeKind = 'host' | 'router' | 'vnet' | 'vpn-gateway' | 'er-gateway' | 'msee' | 'internet';

/** Batfish's vocabulary where it has a word; the last three go further (TTL and ICMP are modelled here). */
export type Disposition =
  | 'ACCEPTED'
  | 'DELIVERED_TO_SUBNET'
  | 'EXITS_NETWORK'
  | 'DENIED_IN'
  | 'DENIED_OUT'
  | 'NO_ROUTE'
  | 'NULL_ROUTED'
  | 'NEIGHBOR_UNREACHABLE'
  | 'LOOP'
  | 'INSUFFICIENT_INFO'
  | 'TTL_EXCEEDED'
  | 'REPLY_FILTERED';

/** What a link is, as drawn: a cable, a LAN, a VNet's fabric, a VNet peering, a VPN, a circuit's two halves. */
export type LinkKind = 'link' | 'lan' | 'vnet' | 'peering' | 'tunnel' | 'expressroute' | 'private-peering';

export type RouteSource =
  | 'connected'
  | 'static'
  | 'ospf'
  | 'ebgp'
  | 'ibgp'
  /** Azure system routes. */
  | 'vnet'
  | 'peering'
  | 'system'
  /** Learned by an Azure gateway and given to the VNet. */
  | 'expressroute'
  | 'vpn';

/** What a device does with traffic for a route. */
export interface NextHopView {
  /** Next node, or null where the packet is discarded or leaves the network. */
  readonly node: string | null;
  /** The next node's interface that receives the packet. */
  readonly interface: string | null;
  /** Address of the next hop, where one exists. */
  readonly address: string | null;
  /** This node's interface the packet leaves by. */
  readonly egress: string | null;
  /** `discard`: dropped in silence; `internet`: leaves the model. */
  readonly action: 'forward' | 'deliver' | 'discard' | 'internet';
}

export interface RouteView {
  readonly prefix: string;
  readonly source: RouteSource;
  /** Administrative distance and metric as the device counts them. */
  readonly distance: number;
  readonly metric: number;
  readonly nextHops: readonly NextHopView[];
  /** AS path as announced, origin last; present for routes from BGP. */
  readonly asPath?: readonly number[];
  readonly localPreference?: number;
  /** Name of the node that announced it to this one. */
  readonly learnedFrom?: string;
  /** The rule that preferred it, in one sentence. */
  readonly why: string;
  /** False for a candidate that lost; `why` then tells what it lost to. */
  readonly active: boolean;
}

/** The routing table of a node, active routes first, then those that lost. */
export interface RoutesResult {
  readonly kind: 'routes';
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly routes: readonly RouteView[];
}

/** The enclosing area of a node, as drawn on a map: its VNet, site, circuit or nothing. */
export interface AreaView {
  readonly kind: 'vnet' | 'site' | 'circuit';
  readonly name: string;
  /** Region or location the area lies in. */
  readonly region: string | null;
}

/** One node's handling of one packet. */
export interface WalkStep {
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly area: AreaView | null;
  readonly ingress: string | null;
  readonly ingressAddress: string | null;
  readonly egress: string | null;
  /** The route that matched, null where none did or none was asked (local delivery). */
  readonly route: RouteView | null;
  /** Index in route.nextHops of the ECMP member the flow hash took. */
  readonly chosen: number | null;
  readonly ttlIn: number;
  readonly ttlOut: number;
  /** Whether this node spends a TTL on the packet (VNet fabric and gateways inside a pipe do not). */
  readonly spendsTtl: boolean;
  /** One-way latency to the next node (ms). */
  readonly latencyMs: number;
  /** The link, peering, tunnel or connection the packet leaves by. */
  readonly link: string | null;
  /** What that link is; null exactly where `link` is null. */
  readonly linkKind: LinkKind | null;
  readonly action: 'originated' | 'forwarded' | 'accepted' | 'expired' | 'dropped';
  /** One sentence: what happened here and by which rule. */
  readonly note: string;
}

/** The way of one packet, from where it was sent to where it ended. */
export interface Walk {
  readonly source: string;
  readonly destination: string;
  readonly disposition: Disposition;
  readonly steps: readonly WalkStep[];
  /** One-way sum of link latencies (ms). */
  readonly latencyMs: number;
}

export type SilenceReason =
  | 'no-route-back'
  | 'link-down'
  | 'reverse-path-check'
  | 'does-not-answer'
  /** The probe itself was lost before or at this TTL. */
  | 'probe-lost';

export interface Silence {
  readonly reason: SilenceReason;
  /** Node at which the probe or its reply was lost. */
  readonly at: string;
  /** One or two sentences a student can follow. */
  readonly text: string;
}

export type ReplyKind = 'time-exceeded' | 'echo-reply' | 'net-unreachable' | 'host-unreachable';

export interface TraceHop {
  readonly ttl: number;
  /** Null where `*` is printed. */
  readonly address: string | null;
  /** Host name shown with the address when names are resolved. */
  readonly name: string | null;
  /** The node the probe reached, known even where it stays silent; null where the probe was lost. */
  readonly node: string | null;
  readonly nodeKind: NodeKind | null;
  readonly area: AreaView | null;
  readonly interface: string | null;
  /** The address a silent node would have answered from. */
  readonly hiddenAddress: string | null;
  readonly reply: ReplyKind | null;
  /** One entry a probe, null for a lost one. */
  readonly rttMs: readonly (number | null)[];
  readonly silence: Silence | null;
  /** The way of the reply back to the prober (also of one that was lost); null where none was sent. */
  readonly returnWalk: Walk | null;
}

export interface ProbeView {
  readonly source: string;
  readonly sourceAddress: string;
  /** The target as typed. */
  readonly target: string;
  readonly targetAddress: string;
  /** The target's name, when it was typed by name or a name is known. */
  readonly targetName: string | null;
  readonly protocol: 'icmp' | 'udp' | 'tcp';
}

export interface TraceResult {
  readonly kind: 'trace';
  readonly probe: ProbeView;
  readonly maxHops: number;
  readonly resolveNames: boolean;
  readonly reached: boolean;
  /** What became of a probe with TTL enough. */
  readonly disposition: Disposition;
  readonly hops: readonly TraceHop[];
  /** The whole way of a probe with TTL enough. */
  readonly forwardWalk: Walk;
  /** The way of the last reply; null if none was sent. */
  readonly returnWalk: Walk | null;
}

export interface PingEcho {
  /** From whom the answer came; null when none did. */
  readonly address: string | null;
  readonly reply: ReplyKind | null;
  readonly rttMs: number | null;
  /** TTL left in the reply on arrival. */
  readonly ttl: number | null;
}

export interface PingResult {
  readonly kind: 'ping';
  readonly probe: ProbeView;
  readonly bytes: number;
  readonly reached: boolean;
  readonly disposition: Disposition;
  readonly echoes: readonly PingEcho[];
  readonly silence: Silence | null;
  readonly forwardWalk: Walk;
  readonly returnWalk: Walk | null;
}

/** Every ECMP branch from a source to a target, as a list of walks with the one this flow takes marked. */
export interface PathsResult {
  readonly kind: 'paths';
  readonly probe: ProbeView;
  readonly walks: readonly Walk[];
  /** Index in walks. */
  readonly taken: number;
  /** True if the list was cut at the stated limit. */
  readonly truncated: boolean;
}

/** A path that BGP knows, as a BGP table shows it. */
export interface BgpPathView {
  readonly prefix: string;
  /** `0.0.0.0` for a node's own. */
  readonly nextHop: string;
  readonly metric: number;
  readonly localPreference: number;
  readonly weight: number;
  readonly asPath: readonly number[];
  /** IGP, EGP, incomplete. */
  readonly origin: 'i' | 'e' | '?';
  readonly status: 'best' | 'multipath' | 'valid';
  /** Heard over iBGP. */
  readonly internal: boolean;
  /** The node it was heard from; null for a node's own. */
  readonly learnedFrom: string | null;
  /** What it won or lost by. */
  readonly why: string;
}

/** What BGP on a node knows, by prefix, the best path of each first. */
export interface BgpTableResult {
  readonly kind: 'bgp-table';
  readonly node: string;
  readonly asn: number;
  readonly routerId: string;
  /** The prefix asked for; null for all. */
  readonly prefix: string | null;
  readonly paths: readonly BgpPathView[];
}

/** The route table of one path of an ExpressRoute circuit: what its MSEE knows. */
export interface CircuitRoutesResult {
  readonly kind: 'circuit-routes';
  readonly circuit: string;
  readonly path: 'primary' | 'secondary';
  readonly msee: string;
  readonly routes: readonly BgpPathView[];
}

export type AzureNextHopType = 'VnetLocal' | 'VNetPeering' | 'VirtualNetworkGateway' | 'Internet' | 'None';

export interface EffectiveRouteView {
  /** Of a user-defined route; null for all others. */
  readonly name: string | null;
  readonly state: 'Active' | 'Invalid';
  readonly source: 'Default' | 'VirtualNetworkGateway';
  readonly prefix: string;
  readonly nextHopType: AzureNextHopType;
  /** Several where Azure spreads flows over them; empty where the type says it all. */
  readonly nextHopAddresses: readonly string[];
  readonly why: string;
}

/** The effective routes of a VM's NIC, as Azure lists them. */
export interface EffectiveRoutesResult {
  readonly kind: 'effective-routes';
  readonly node: string;
  readonly vnet: string;
  readonly routes: readonly EffectiveRouteView[];
}

export interface OspfInterfaceView {
  readonly name: string;
  readonly address: string;
  readonly cost: number;
  readonly passive: boolean;
  readonly up: boolean;
}

export interface OspfNeighborView {
  readonly routerId: string;
  readonly node: string;
  readonly address: string;
  /** The asked router's interface. */
  readonly interface: string;
}

export interface OspfRouterView {
  readonly routerId: string;
  readonly node: string;
  readonly cost: number;
  /** Brings prefixes from outside into OSPF. */
  readonly boundary: boolean;
  /** One for each equal path. */
  readonly nextHops: readonly NextHopView[];
}

/** OSPF as one router sees it: its interfaces, neighbours, and every router it reaches. */
export interface OspfResult {
  readonly kind: 'ospf';
  readonly node: string;
  readonly routerId: string;
  readonly interfaces: readonly OspfInterfaceView[];
  readonly neighbors: readonly OspfNeighborView[];
  readonly routers: readonly OspfRouterView[];
}

/** Where a node sends packets for one address. */
export interface NextHopResult {
  readonly kind: 'next-hop';
  readonly node: string;
  readonly nodeKind: NodeKind;
  readonly address: string;
  /** For VMs: Azure's own answer. */
  readonly azure: {
    readonly nextHopType: AzureNextHopType;
    readonly nextHopAddresses: readonly string[];
    readonly routeTable: 'System Route';
  } | null;
  /** The route that matches; null where there is none. */
  readonly route: RouteView | null;
}

/** One step of the way a route took from its origin. */
export interface AnnouncementStep {
  /** Node at which the route is after this step. */
  readonly node: string;
  /** Who told it; null at the origin. */
  readonly from: string | null;
  readonly protocol: 'connected' | 'static' | 'ospf' | 'bgp' | 'azure';
  /** Policies met on the way here, in words. */
  readonly policies: readonly string[];
  /** What chose it among others here; null where it was the only one. */
  readonly decision: string | null;
  readonly text: string;
}

export interface CandidateView {
  /** The node that chose. */
  readonly node: string;
  /** Whom it was heard from; null for an own one. */
  readonly from: string | null;
  /** `best`: chosen; `multipath`: shares the load with the best. */
  readonly status: 'best' | 'multipath' | 'lost';
  readonly route: string;
  /** The step of the decision that chose it or that it lost by. */
  readonly reason: string;
}

/** Why a node has a route. */
export interface WhyResult {
  readonly kind: 'why';
  readonly node: string;
  /** Whose table was asked: a VM uses its VNet's, a host its gateway's. */
  readonly table: string;
  readonly asked: string;
  /** The route; null where none covers what was asked. */
  readonly route: RouteView | null;
  readonly chain: readonly AnnouncementStep[];
  readonly candidates: readonly CandidateView[];
  /** What is to be said besides, in sentences. */
  readonly notes: readonly string[];
}

/** Why a route stops somewhere. */
export type BarrierReason =
  | 'heard-from-receiver'
  | 'ibgp-to-ibgp'
  | 'no-transit'
  | 'filtered-out'
  | 'filtered-in'
  | 'own-as'
  | 'own-space'
  | 'own-next-hop'
  | 'next-hop-unreachable'
  | 'session-down'
  | 'link-down'
  | 'node-down'
  | 'not-originated'
  | 'not-advertised'
  | 'not-redistributed'
  | 'gateways-apart'
  | 'no-gateway-transit'
  | 'not-transitive'
  | 'whole-space'
  | 'no-protocol'
  | 'nobody';

/** A place at which a prefix was refused or not announced further. */
export interface BarrierView {
  /** Who has it. */
  readonly from: string;
  /** Who does not get it. */
  readonly to: string;
  readonly reason: BarrierReason;
  /** The rule, in sentences. */
  readonly text: string;
  /** Edit lines that would take this barrier away (others may stand behind it); empty where there are none. */
  readonly change: readonly string[];
}

/** Why a node does not have a route. */
export interface WhyNotResult {
  readonly kind: 'why-not';
  readonly node: string;
  readonly table: string;
  readonly asked: string;
  readonly prefix: string;
  /** The route it has all the same; null where it has none to exactly this prefix. */
  readonly held: RouteView | null;
  /** The less specific route that its packets follow instead. */
  readonly instead: RouteView | null;
  /** Nearest to the node first. */
  readonly barriers: readonly BarrierView[];
  readonly notes: readonly string[];
}

/** Why a hop of a trace is silent, and what would make it visible. */
export interface WhySilentResult {
  readonly kind: 'why-silent';
  readonly source: string;
  readonly target: string;
  readonly ttl: number;
  /** The node there; null where the probe does not get so far. */
  readonly node: string | null;
  /** The address it answers from, or would. */
  readonly address: string | null;
  /** Null for a hop that answers. */
  readonly silence: Silence | null;
  /** Edit lines, tried on this network, after which the hop answers; empty where none was found. */
  readonly change: readonly string[];
  readonly notes: readonly string[];
}

/** One probe of a traceroute. */
export interface TracerouteProbe {
  /** Null where `*` is printed. */
  readonly address: string | null;
  readonly name: string | null;
  /** The node that answered, or would have; null where the probe was lost. */
  readonly node: string | null;
  readonly rttMs: number | null;
  /** Unreachable: host, network, protocol, or forbidden by an administrator. */
  readonly flag: '!H' | '!N' | '!P' | '!X' | null;
}

export interface TracerouteHop {
  readonly ttl: number;
  readonly probes: readonly TracerouteProbe[];
  /** Why the first probe that nobody answered was not; null where all were. */
  readonly silence: Silence | null;
}

/** A trace as Linux makes it: over UDP each probe is a flow of its own, and may take another equal-cost way. */
export interface TracerouteResult {
  readonly kind: 'traceroute';
  readonly probe: ProbeView;
  readonly maxHops: number;
  readonly resolveNames: boolean;
  readonly reached: boolean;
  readonly disposition: Disposition;
  readonly hops: readonly TracerouteHop[];
  /** The way of the first probe, with the times of the probes that met the same nodes. */
  readonly trace: TraceResult;
  /** Every way that a probe would have gone with TTL enough, that of the first probe first. */
  readonly walks: readonly Walk[];
}

/** One node of a pathping; number 0 is the prober itself. */
export interface PathpingHop {
  readonly ttl: number;
  readonly address: string;
  readonly name: string | null;
  readonly node: string;
  /** Mean of the answered echoes; null for the prober, or where none was answered. */
  readonly rttMs: number | null;
  readonly sent: number;
  readonly lost: number;
}

export interface PathpingResult {
  readonly kind: 'pathping';
  readonly probe: ProbeView;
  readonly maxHops: number;
  readonly resolveNames: boolean;
  readonly reached: boolean;
  /** How long the real tool takes for its statistics, s. */
  readonly seconds: number;
  readonly hops: readonly PathpingHop[];
  /** The first hop that did not answer, where the list ends; null where none was silent. */
  readonly silentTtl: number | null;
  readonly silence: Silence | null;
}

export interface MtrHop {
  readonly ttl: number;
  /** Null where `???` is printed. */
  readonly address: string | null;
  readonly name: string | null;
  readonly node: string | null;
  readonly sent: number;
  readonly lost: number;
  /** Of the answered probes, ms; all zero where none was answered. */
  readonly lastMs: number;
  readonly averageMs: number;
  readonly bestMs: number;
  readonly worstMs: number;
  /** Standard deviation of a sample. */
  readonly deviationMs: number;
  readonly silence: Silence | null;
}

export interface MtrResult {
  readonly kind: 'mtr';
  readonly probe: ProbeView;
  readonly reached: boolean;
  readonly hops: readonly MtrHop[];
}

/** What one node does with packets of one direction. */
export interface DirectionDecision {
  readonly node: string;
  /** The route that matched; null where none did or none was asked. */
  readonly route: RouteView | null;
  /** Where the packet goes; null where it ends. */
  readonly next: string | null;
  readonly link: string | null;
}

/** Where two directions part: the last node both share, seen from the one who sends. */
export interface Divergence {
  /** What the forward direction does at its last node that the way back mirrors. */
  readonly forward: DirectionDecision;
  /** The same of the way back, seen from the target. */
  readonly back: DirectionDecision;
  readonly text: string;
}

/** A trace and the trace back. */
export interface TraceBothResult {
  readonly kind: 'trace-both';
  readonly forward: TraceResult;
  readonly back: TraceResult;
  /** Null where the way back is the way there, read backwards. */
  readonly divergence: Divergence | null;
}

/** A host as a row or column of a table of pairs. */
export interface PairHost {
  readonly name: string;
  readonly address: string;
  /** VNet or site; null for one that stands in neither. */
  readonly area: AreaView | null;
}

/** An echo from one host to another. */
export interface PairView {
  readonly from: string;
  readonly to: string;
  /** The echo and its answer arrived. */
  readonly reached: boolean;
  /** Of the echo; where that arrived, of its answer. */
  readonly disposition: Disposition;
  /** Node at which it was lost; null where it was not. */
  readonly lostAt: string | null;
  /** TTL needed to arrive; null where it does not. */
  readonly hops: number | null;
  readonly rttMs: number | null;
}

interface Pairs {
  /** By area, in the order of the topology. */
  readonly hosts: readonly PairHost[];
  /** By source, then by target. */
  readonly pairs: readonly PairView[];
  /** Hosts left out beyond the limit. */
  readonly hostsLeftOut: number;
}

/** All pairs of hosts as a list. */
export interface ReachResult extends Pairs {
  readonly kind: 'reach';
}

/** All pairs of hosts, sources as rows and targets as columns. */
export interface MatrixResult extends Pairs {
  readonly kind: 'matrix';
}

export interface CapacityPart {
  /** Name of the link, connection, circuit or gateway. */
  readonly element: string;
  readonly what: LinkKind | 'vpn-gateway' | 'er-gateway';
  /** bit/s; null where the topology does not say. */
  readonly bandwidth: number | null;
}

/** The smallest bandwidth on a path. */
export interface BottleneckResult {
  readonly kind: 'bottleneck';
  readonly probe: ProbeView;
  readonly reached: boolean;
  readonly disposition: Disposition;
  /** Everything on the path that has or could have a bandwidth, in order. */
  readonly parts: readonly CapacityPart[];
  /** bit/s; null where no bandwidth on the path is known. */
  readonly bandwidth: number | null;
}

export interface PairName {
  readonly from: string;
  readonly to: string;
}

/** What the failure of one element does to the pairs of hosts. */
export interface FailureView {
  /** As a `shutdown` line names it. */
  readonly element: string;
  readonly lost: readonly PairName[];
  readonly gained: readonly PairName[];
  /** Take another way that is no longer. */
  readonly changed: readonly PairName[];
  /** Take another way with more hops or more latency. */
  readonly longer: readonly PairName[];
  /** Why it could not be tried; null where it was. */
  readonly problem: string | null;
}

export type FailureKind = 'link' | 'node' | 'interface';

/** Each element of a kind failed alone. */
export interface FailuresResult {
  readonly kind: 'failures';
  readonly each: FailureKind;
  /** Pairs of hosts looked at, and how many of them reach each other with nothing failed. */
  readonly pairs: number;
  readonly reaching: number;
  /** Those that cost pairs first. */
  readonly failures: readonly FailureView[];
  /** Elements and hosts left out beyond the limits. */
  readonly elementsLeftOut: number;
  readonly hostsLeftOut: number;
}

export interface CheckFinding {
  readonly at: string;
  /** A flow that shows it. */
  readonly from: string;
  readonly to: string;
  /** How many of the flows looked at show it. */
  readonly flows: number;
  readonly text: string;
}

export interface CheckResult {
  readonly kind: 'check';
  readonly check: 'asymmetry' | 'blackholes' | 'loops';
  /** Flows looked at. */
  readonly flows: number;
  readonly findings: readonly CheckFinding[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}

export interface HelpResult {
  readonly kind: 'help';
  readonly commands: readonly { readonly usage: string; readonly summary: string }[];
}

/** A command that could not be carried out: a typed name that does not exist, a wrong option. */
export interface CommandFailure {
  readonly kind: 'failure';
  /** What the terminal prints. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly hint?: string;
}

export type CommandResult =
  | TraceResult
  | PingResult
  | PathsResult
  | RoutesResult
  | BgpTableResult
  | CircuitRoutesResult
  | EffectiveRoutesResult
  | OspfResult
  | NextHopResult
  | WhyResult
  | WhyNotResult
  | WhySilentResult
  | TracerouteResult
  | PathpingResult
  | MtrResult
  | TraceBothResult
  | ReachResult
  | MatrixResult
  | BottleneckResult
  | FailuresResult
  | CheckResult
  | HelpResult
  | CommandFailure;
