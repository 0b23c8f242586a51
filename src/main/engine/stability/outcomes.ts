/**
 * Every stable outcome of BGP for every prefix. Policies in dispute have theirs while all else stays as it is; a
 * router that redistributes into BGP may come to rest with its own route or with one it hears, whichever was there
 * first. Each outcome of the second kind is tried on the whole network before it is listed.
 */
import { prefixKey, type Prefix } from '../address';
import { bestRoute } from '../routing/bgp-decision';
import type { BgpChoices } from '../routing/bgp-run';
import { ControlPlane } from '../routing/control-plane';
import { protocolOf } from '../routing/redistribution';
import type { BgpAttributes } from '../routing/route';
import { NotConvergedError } from '../routing/settling';

/** Outcomes listed for one prefix. */
export const OUTCOME_LIMIT = 64;
/** Networks computed again for one question, to try other redistribution. */
export const TRIAL_LIMIT = 64;
/** The same for a network that does not come to rest, which takes many more rounds. */
const RESTLESS_TRIAL_LIMIT = 4;
/** Redistributing routers of one prefix that are tried in every combination; of more, each alone and all. */
const COMBINED = 3;

export interface Outcome {
  /** The route of each BGP speaker, by node; speakers without one are missing. */
  readonly routes: ReadonlyMap<number, BgpAttributes>;
  /** Whether some router redistributes in it that does not otherwise, or the other way round. */
  readonly by: 'policies' | 'redistribution';
}

export interface PrefixOutcomes {
  readonly prefix: Prefix;
  /** The one the network is shown in first, unless it has none. */
  readonly outcomes: readonly Outcome[];
  /** Whether all assignments that policies permit were looked at. */
  readonly complete: boolean;
}

export interface NetworkOutcomes {
  readonly prefixes: readonly PrefixOutcomes[];
  /** Combinations of redistribution that were not tried, beyond the limits. */
  readonly untried: number;
}

export function networkOutcomes(control: ControlPlane): NetworkOutcomes {
  const trials = new Trials(control);
  const prefixes = control.bgpPrefixes().map((prefix) => outcomesOf(control, prefix, trials));
  return { prefixes, untried: trials.untried };
}

function outcomesOf(control: ControlPlane, prefix: Prefix, trials: Trials): PrefixOutcomes {
  const found = new Map<string, Outcome>();
  let complete = true;
  const collect = (plane: ControlPlane, by: Outcome['by']): void => {
    const current = chosenRoutes(plane, prefix);
    const isAtRest = !plane.unstable.some((entry) => entry.prefix !== null && isSame(entry.prefix, prefix));
    const searched = plane.stableOutcomes(prefix, OUTCOME_LIMIT);
    complete &&= searched.complete;
    for (const routes of [...(isAtRest ? [current] : []), ...searched.outcomes]) {
      const key = outcomeKey(routes);
      if (!found.has(key) && found.size < OUTCOME_LIMIT) found.set(key, { routes, by });
    }
  };
  collect(control, 'policies');
  for (const other of trials.of(prefix)) collect(other, 'redistribution');
  return { prefix, outcomes: [...found.values()], complete };
}

/** The route of each BGP speaker of a prefix. */
export function chosenRoutes(control: ControlPlane, prefix: Prefix): Map<number, BgpAttributes> {
  const routes = new Map<number, BgpAttributes>();
  for (const { index } of control.network.nodes) {
    const best = control.bgpState(index, prefix)?.best ?? null;
    if (best !== null) routes.set(index, best);
  }
  return routes;
}

/** The same for the same outcome: whom each speaker hears its route from. */
export function outcomeKey(routes: ReadonlyMap<number, BgpAttributes>): string {
  const parts = [...routes].toSorted(([a], [b]) => a - b);
  return parts.map(([node, { from, fromAddress }]) => `${node} ${from} ${fromAddress}`).join(', ');
}

function isSame(a: Prefix, b: Prefix): boolean {
  return prefixKey(a) === prefixKey(b);
}

/** The network again, with other routers bringing a prefix into BGP. */
class Trials {
  private left: number;
  untried = 0;

  constructor(private readonly control: ControlPlane) {
    this.left = control.unstable.length === 0 ? TRIAL_LIMIT : RESTLESS_TRIAL_LIMIT;
  }

  of(prefix: Prefix): ControlPlane[] {
    const combinations = combinationsOf(this.alternatives(prefix));
    return combinations.flatMap((others) => {
      if (this.left === 0) {
        this.untried += 1;
        return [];
      }
      this.left -= 1;
      const made = this.with(prefix, new Map(others));
      return made === null ? [] : [made];
    });
  }

  /** Routers that could come to rest with the other of their own route and one they hear: by node, that other one. */
  private alternatives(prefix: Prefix): Choice[] {
    const { control } = this;
    const { network, topology } = control;
    return network.nodes.flatMap(({ index, name }): Choice[] => {
      const bgp = topology.routers[name]?.bgp ?? null;
      const state = control.bgpState(index, prefix);
      if (bgp === null || state === undefined || state.best === null) return [];
      if (bgp.redistribute.length === 0 || bgp.networks.some((each) => isSame(each.prefix, prefix)))
        return [];
      const own = control.tableWithoutBgp(index).active.get(prefix);
      const source = own === undefined ? null : protocolOf(own);
      if (source === null || source === 'bgp' || !bgp.redistribute.some(({ from }) => from === source))
        return [];
      const heard = bestRoute(
        state.candidates.filter(({ type }) => type !== 'local'),
        control.speaker(index)?.decision,
      );
      if (heard === null) return [];
      return [[index, state.best.type === 'local' ? heard.fromAddress : 'own']];
    });
  }

  private with(prefix: Prefix, others: ReadonlyMap<number, Choice[1]>): ControlPlane | null {
    const { control } = this;
    const choices: BgpChoices = (node, of) => {
      const other = isSame(of, prefix) ? others.get(node) : undefined;
      if (other !== undefined) return other;
      const best = control.bgpState(node, of)?.best;
      return best?.type === 'local' ? 'own' : best?.fromAddress;
    };
    try {
      return new ControlPlane(control.topology, choices);
    } catch (error) {
      if (error instanceof NotConvergedError) return null;
      throw error;
    }
  }
}

type Choice = readonly [node: number, choice: NonNullable<ReturnType<BgpChoices>>];

/** Every combination of few, each alone and all together of many. */
function combinationsOf(choices: readonly Choice[]): (readonly Choice[])[] {
  if (choices.length > COMBINED) return [...choices.map((choice) => [choice]), choices];
  const all: (readonly Choice[])[] = [[]];
  for (const choice of choices) all.push(...all.map((others) => [...others, choice]));
  return all.slice(1);
}
