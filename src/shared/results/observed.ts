/** Pasted real output beside what the model says. */

export type ObservedTool = 'tracert' | 'traceroute' | 'pathping' | 'mtr' | 'ping' | 'effective-routes';

/**
 * - `same`: the same answer. `time`: the same, but in a time beyond the tolerance.
 * - `other-path`: an answer that another equal-cost path of the model gives. `other-address`: one that none gives.
 * - `silent`: nobody answered, in the model somebody does. `answers`: somebody did, in the model nobody does.
 * - `missing`: the output ends before. `surplus`: it goes on where the model ends.
 */
export type HopVerdict =
  'same' | 'time' | 'other-path' | 'other-address' | 'silent' | 'answers' | 'missing' | 'surplus';

export interface ObservedHopView {
  readonly ttl: number;
  /** Null where the output has no such hop; no addresses for a silent one. */
  readonly observed: { readonly addresses: readonly string[]; readonly rttMs: number | null } | null;
  /** Null where the model has no such hop; no address for a silent one. */
  readonly model: {
    readonly address: string | null;
    readonly node: string | null;
    readonly rttMs: number | null;
  } | null;
  readonly verdict: HopVerdict;
  /** What the model has to say where the two differ. */
  readonly text: string | null;
}

interface Comparison {
  /** Line in the cell at which the output begins, from 1. */
  readonly line: number;
  readonly source: string;
  /** The answers are the same; times count for nothing. */
  readonly same: boolean;
  /** What is to be said besides, in sentences. */
  readonly notes: readonly string[];
}

export interface ObservedTraceView extends Comparison {
  readonly kind: 'observed-trace';
  readonly tool: Exclude<ObservedTool, 'ping' | 'effective-routes'>;
  readonly target: string;
  readonly hops: readonly ObservedHopView[];
  readonly reached: { readonly observed: boolean; readonly model: boolean };
}

export interface ObservedEchoView {
  readonly from: string | null;
  readonly reached: boolean;
  readonly rttMs: number | null;
  /** TTL left in the answer. */
  readonly ttl: number | null;
}

export interface ObservedPingView extends Comparison {
  readonly kind: 'observed-ping';
  readonly target: string;
  readonly observed: ObservedEchoView;
  readonly model: ObservedEchoView;
  readonly verdict: HopVerdict;
  readonly text: string | null;
}

export interface NextHopWords {
  readonly nextHopType: string;
  readonly nextHopAddresses: readonly string[];
}

export interface ObservedRouteRow {
  readonly prefix: string;
  readonly state: 'Active' | 'Invalid';
  /** Null where the output, or the model, has no such route. */
  readonly observed: NextHopWords | null;
  readonly model: NextHopWords | null;
  readonly verdict: 'same' | 'other-next-hop' | 'missing' | 'surplus';
  readonly text: string | null;
}

export interface ObservedRoutesView extends Comparison {
  readonly kind: 'observed-routes';
  readonly routes: readonly ObservedRouteRow[];
}

export type ObservedComparison = ObservedTraceView | ObservedPingView | ObservedRoutesView;
