/** What the probing tools see: tracert, traceroute, ping, pathping, mtr. */

import type { AreaView, Disposition, NodeKind } from './network';
import type { Walk } from './walks';

export type SilenceReason =
  | 'no-route-back'
  | 'link-down'
  | 'reverse-path-check'
  /** A security group, or a peering that takes no forwarded traffic, stopped the answer. */
  | 'security-rule'
  | 'does-not-answer'
  /** Its answer comes, but after the prober has stopped waiting for it. */
  | 'too-late'
  /** Its answer has a TTL that does not last for the way back. */
  | 'ttl-used-up'
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
  /** One entry a probe, null for a lost one; none where all probes of a traceroute went another equal-cost way here. */
  readonly rttMs: readonly (number | null)[];
  readonly silence: Silence | null;
  /** The way of the reply back to the prober (also of one that was lost); null where none was sent. */
  readonly returnWalk: Walk | null;
}

export interface TargetNode {
  readonly name: string;
  readonly kind: NodeKind;
  readonly area: AreaView | null;
}

export interface ProbeView {
  readonly source: string;
  readonly sourceAddress: string;
  /** The target as typed. */
  readonly target: string;
  readonly targetAddress: string;
  /** The target's name, when it was typed by name or a name is known. */
  readonly targetName: string | null;
  /** The node that has the target's address, however that was typed; null where none has. */
  readonly targetNode: TargetNode | null;
  readonly protocol: 'icmp' | 'udp' | 'tcp';
  /** Where the command names a flow of TCP or UDP. */
  readonly ports?: { readonly source: number; readonly destination: number };
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
  /** The whole way of a probe with TTL enough: the sender's initial TTL, or 255 where that is too little. */
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
