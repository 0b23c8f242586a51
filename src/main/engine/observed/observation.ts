/** What a paste of real output says, before anybody compares it with the model. */
import type { ObservedTool } from '../../../shared/results';

interface Observed {
  /** Line in the cell at which it begins, from 1. */
  readonly line: number;
  /** Who sent the probes, as a prompt or a heading names it; null where nothing does. */
  readonly source: string | null;
}

export interface ObservedHop {
  readonly line: number;
  readonly ttl: number;
  /** Everyone who answered, in order; empty for a silent hop. */
  readonly addresses: readonly string[];
  /** Of the answered probes, ms. */
  readonly rttMs: readonly number[];
}

export interface ObservedTrace extends Observed {
  readonly kind: 'trace';
  readonly tool: Exclude<ObservedTool, 'ping' | 'effective-routes'>;
  /** Name or address; null where nothing names it. */
  readonly target: string | null;
  readonly hops: readonly ObservedHop[];
}

export interface ObservedPing extends Observed {
  readonly kind: 'ping';
  readonly target: string | null;
  /** Null where no echo was answered. */
  readonly from: string | null;
  readonly ttl: number | null;
  readonly rttMs: readonly number[];
}

export interface ObservedRoute {
  readonly line: number;
  readonly state: 'Active' | 'Invalid';
  readonly prefix: string;
  /** As Azure's command line writes it, such as VirtualNetworkGateway. */
  readonly nextHopType: string;
  readonly nextHopAddresses: readonly string[];
}

export interface ObservedRoutes extends Observed {
  readonly kind: 'effective-routes';
  readonly routes: readonly ObservedRoute[];
}

export type Observation = ObservedTrace | ObservedPing | ObservedRoutes;
