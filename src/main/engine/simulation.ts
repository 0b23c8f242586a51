/** A network with its control plane computed and its forwarding tables at hand: what probes are put to. */
import type { Result } from '../../shared/problem';
import { ForwardingPlane } from './forwarding/plane';
import { ControlPlane } from './routing/control-plane';
import { NotConvergedError } from './routing/fixed-point';
import type { Topology } from './topology/model';

export interface Simulation {
  readonly plane: ForwardingPlane;
  /** Seed of jitter. */
  readonly seed: number;
}

/**
 * Computes the control plane of a validated topology. The one problem it can have is a network that does
 * not converge; it stands at line 1, for no single line is to blame.
 */
export function simulate(topology: Topology, seed: number): Result<Simulation> {
  try {
    const plane = new ForwardingPlane(new ControlPlane(topology));
    return { ok: true, value: { plane, seed }, problems: [] };
  } catch (error) {
    if (!(error instanceof NotConvergedError)) throw error;
    const hint = 'look for local preferences or redistribution that disagree with each other';
    return { ok: false, problems: [{ severity: 'error', message: error.message, hint, line: 1, column: 1 }] };
  }
}
