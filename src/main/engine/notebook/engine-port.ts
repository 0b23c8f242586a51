/**
 * What evaluating a notebook asks of the simulator, and no more: tests stand a small network in for it. The
 * real one is put together in src/main/engine/index.ts.
 */
import type { NetworkView } from '../../../shared/network-view';
import type { Result } from '../../../shared/problem';
import type { CommandFailure, CommandResult, ObservedComparison } from '../../../shared/results';
import type { Observation } from '../observed/observation';
import type { Share } from '../probes/share';
import type { ScenarioNetworks } from '../scenario-networks';

export interface EnginePort<Document, Simulation> {
  parseTopology(text: string): Result<Document>;
  /** Carries out one edit command; problems have line 1 and the column in the command. */
  edit(
    command: string,
    document: Document,
  ): Result<{ readonly document: Document; readonly summary: string }>;
  /**
   * Computes every table. Problems of the network as a whole have line 1 and column 1.
   * @param before another network, which may spare work where this one is a small change of it
   */
  simulate(document: Document, seed: number, before?: Simulation | null): Result<Simulation>;
  /** Whether two documents make the same network, with the same tables. */
  isSame(one: Document, other: Document): boolean;
  /** What a document says, without the comments and the layout of its text; the same of the same network. */
  contentOf(document: Document): string;
  networkView(document: Document): NetworkView;
  /**
   * @param scenarios the networks that the command may compare with; none where it is left out
   * @param share does a part of the work only; all of it where it is left out
   */
  runCommand(
    simulation: Simulation,
    node: string,
    command: string,
    scenarios?: ScenarioNetworks<Simulation>,
    share?: Share | null,
  ): CommandResult;
  renderText(result: CommandResult): string;
  /** A pasted output beside what the network says. */
  compareObserved(simulation: Simulation, observation: Observation): ObservedComparison | CommandFailure;
  renderObserved(comparison: ObservedComparison): string;
}
