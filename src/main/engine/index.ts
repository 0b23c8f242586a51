/**
 * The engine's front door: the simulator put together for notebooks, and all that the application, the
 * command line and tests need of it.
 */
import type { EnginePort } from './notebook/engine-port';
import { Evaluator } from './notebook/evaluate';
import { compareObserved } from './observed/compare';
import { observedText } from './observed/text';
import { runCommand } from './probes/console';
import { renderText } from './probes/text';
import { sameInOrder } from './same';
import { simulate, type Simulation } from './simulation';
import { editLine } from './topology/edit';
import { parseTopology, type TopologyDocument } from './topology/parse';
import { networkView } from './topology/view';

export const engine: EnginePort<TopologyDocument, Simulation> = {
  parseTopology,
  edit: editLine,
  simulate: ({ topology }, seed, before = null) => simulate(topology, seed, { before }),
  isSame: (one, other) => sameInOrder(one.topology, other.topology),
  contentOf: ({ input }) => JSON.stringify(input),
  networkView: ({ topology }) => networkView(topology),
  runCommand,
  renderText,
  compareObserved,
  renderObserved: observedText,
};

export type NotebookEvaluator = Evaluator<TopologyDocument, Simulation>;

/** Remembers what it computed; make one for each open notebook. */
export function createEvaluator(): NotebookEvaluator {
  return new Evaluator(engine);
}

export type { EvaluateOptions } from './notebook/evaluate';
export {
  cellStarts,
  NOTEBOOK_SIZE_LIMIT,
  parseNotebook,
  problemInFile,
  serializeNotebook,
  tooLargeMessage,
} from './notebook/format';
export { nameInLine } from './notebook/console-step';
export { scenarioNetworks } from './notebook/scenarios';
export type { Scenarios, Tools } from './notebook/state';
export type { ScenarioNetworks } from './scenario-networks';
export type { Simulation } from './simulation';
export type { TopologyDocument } from './topology/parse';
export { FORMAT_VERSION } from './notebook/front-matter';
export { groupOf, isNamed, nameOf } from './notebook/ids';
export { starter } from './notebook/starter';
export { tidyNotebook } from './notebook/tidy';
