/**
 * The typed results of every question put to the engine. Terminal text, diagrams and JSON are all
 * renderers of these values; nothing in here is text to be parsed again. Every value is plain JSON.
 * Addresses and prefixes are dotted decimal strings here (they are integers inside the engine).
 */

import type { CheckResult } from './checks';
import type { FailuresResult } from './failures';
import type { LatencyResult } from './latency';
import type { BottleneckResult, PathsResult, TraceBothResult } from './paths';
import type { MatrixResult, ReachResult } from './reach';
import type { WhyNotResult, WhyResult, WhySilentResult } from './reasons';
import type { CompareResult, MatrixDiffResult, ScenarioResult } from './scenarios';
import type { AnnouncementsResult, PerspectiveResult } from './spreading';
import type { StabilityResult } from './stability';
import type {
  BgpTableResult,
  CircuitRoutesResult,
  EffectiveRoutesResult,
  NextHopResult,
  OspfResult,
  RoutesResult,
} from './tables';
import type { MtrResult, PathpingResult, PingResult, TraceResult, TracerouteResult } from './traces';

export type * from './checks';
export type * from './failures';
export type * from './latency';
export type * from './network';
export type * from './observed';
export type * from './paths';
export type * from './reach';
export type * from './reasons';
export type * from './routes';
export type * from './scenarios';
export type * from './spreading';
export type * from './stability';
export type * from './tables';
export type * from './traces';
export type * from './walks';

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
  | LatencyResult
  | TraceBothResult
  | ReachResult
  | MatrixResult
  | BottleneckResult
  | FailuresResult
  | CheckResult
  | StabilityResult
  | ScenarioResult
  | CompareResult
  | MatrixDiffResult
  | AnnouncementsResult
  | PerspectiveResult
  | HelpResult
  | CommandFailure;
