/** The networks that commands compare: those that scenarios have named, beside the one that is asked. */
import type { Result } from '../../shared/problem';

export interface ScenarioNetworks<Simulation> {
  readonly names: readonly string[];
  /** Null where no scenario has this name; problems where its network has no tables. */
  readonly simulationOf: (name: string) => Result<Simulation> | null;
}

export const NO_SCENARIOS: ScenarioNetworks<never> = { names: [], simulationOf: () => null };
