/** What the engine's worker answers: outputs that changed since it last sent them, networks it has not sent. */
import type { CellOutput } from '../shared/evaluation';
import type { NetworkView } from '../shared/network-view';
import type { Notebook } from '../shared/notebook';
import type { EngineReply, EvaluateRequest } from './engine-messages';

/**
 * Evaluates a notebook and tells each output with the network it names. Outputs that did not change since
 * the last time are the same objects, so that comparing them costs nothing.
 */
export type Evaluate = (
  notebook: Notebook,
  onOutput: (output: CellOutput, view: NetworkView | null) => void,
) => void;

export function createAnswers(
  evaluate: Evaluate,
  reply: (reply: EngineReply) => void,
): (request: Pick<EvaluateRequest, 'run' | 'notebook'>) => void {
  let sentOutputs = new Map<string, CellOutput>();
  const sentNetworks = new Set<string>();

  return ({ run, notebook }) => {
    const outputs = new Map<string, CellOutput>();
    evaluate(notebook, (output, view) => {
      const { cellId, networkKey } = output;
      const networks: Record<string, NetworkView> = {};
      if (view !== null && networkKey !== null && !sentNetworks.has(networkKey)) {
        sentNetworks.add(networkKey);
        networks[networkKey] = view;
      }
      outputs.set(cellId, output);
      const changed = sentOutputs.get(cellId) !== output;
      reply({ type: 'cell', run, cellId, output: changed ? output : null, networks });
    });
    // A cell that is gone and comes back is sent again: the window has forgotten it.
    sentOutputs = outputs;
    reply({ type: 'done', run });
  };
}
