/** Cells that ask the reader. */
import { strings } from '../../../shared/strings';
import { suggest } from '../topology/nearest';
import { judgePrediction } from './judge-prediction';
import { parsePredict } from './predict';
import type { Question, Step } from './state';
import { finish, firstLine, inLineOrder, nodeNames } from './step-output';
import { errorAt } from './words';

export function askReader<Document, Simulation>({
  cell,
  before,
  network,
  simulation,
  tools,
}: Question<Document, Simulation>): Step<Document> {
  const nodes = nodeNames(network);
  const { prediction, problems } = parsePredict(cell.text, nodes);
  if (prediction === null) return finish(cell, before, { kind: 'predict', predicted: null }, problems);
  const { line, source, target } = prediction;
  const result = tools.engine.runCommand(simulation, source.text, `tracert -d ${target.text}`);
  if (result.kind !== 'trace') {
    const message =
      result.kind === 'failure' ? firstLine(result.message) : strings.reasons.cells.expect.untraced;
    const untraced = errorAt(line, target, message, suggest(target.text, nodes));
    return finish(cell, before, { kind: 'predict', predicted: null }, inLineOrder([...problems, untraced]));
  }
  const predicted = judgePrediction(prediction, result, tools.engine.renderText(result));
  return finish(cell, before, { kind: 'predict', predicted }, inLineOrder(problems));
}
