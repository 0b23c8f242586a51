/** A network with its control plane computed and its forwarding tables at hand: what probes are put to. */
import type { Problem, Result } from '../../shared/problem';
import { strings } from '../../shared/strings';
import { formatPrefix } from './address';
import { ForwardingPlane } from './forwarding/plane';
import type { BgpChoices, Unstable } from './routing/bgp-run';
import { ControlPlane } from './routing/control-plane';
import { NotConvergedError } from './routing/settling';
import { routingContexts } from './topology/contexts';
import type { Topology } from './topology/model';
import { nodeAt, type Network } from './topology/network';

const words = strings.reasons.checks;

export interface Simulation {
  readonly plane: ForwardingPlane;
  /** Seed of jitter. */
  readonly seed: number;
}

export interface SimulateOptions {
  /** Of several stable outcomes of BGP, another than the usual one. */
  readonly choices?: BgpChoices | null;
  /** The network before a small change: gives the same in less time. */
  readonly before?: Simulation | null;
}

/**
 * Computes the control plane of a validated topology. What does not come to rest in it is left out, with a warning;
 * the one error there can be is a network where nothing rests. Problems stand at line 1, for no single line is to
 * blame.
 */
export function simulate(
  topology: Topology,
  seed: number,
  { choices = null, before = null }: SimulateOptions = {},
): Result<Simulation> {
  try {
    const control = new ControlPlane(routingContexts(topology), choices, before?.plane.control ?? null);
    const problems = control.unstable.map((entry) => warning(control.network, entry));
    return { ok: true, value: { plane: new ForwardingPlane(control), seed }, problems };
  } catch (error) {
    if (!(error instanceof NotConvergedError)) throw error;
    return {
      ok: false,
      problems: [
        { severity: 'error', message: error.message, hint: words.mendStability, line: 1, column: 1 },
      ],
    };
  }
}

function warning(network: Network, unstable: Unstable): Problem {
  return {
    severity: 'warning',
    message: describeUnstable(network, unstable),
    hint: words.mendStability,
    line: 1,
    column: 1,
  };
}

/** What does not come to rest and at whom, in one sentence. */
export function describeUnstable(network: Network, { prefix, nodes, by, proven }: Unstable): string {
  const names = nodes.map((node) => nodeAt(network, node).name);
  const what = prefix === null ? null : formatPrefix(prefix);
  return by === 'redistribution' ? words.comeAndGo(what, names) : words.restless(what, names, proven);
}
