/** What each kind of cell does: a step from the network above it to its output and the network below. */
import { markerLines } from '../../../shared/conflict';
import type { Cell } from '../../../shared/notebook';
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { editNetwork, makeNetwork, nameScenario } from './network-steps';
import { askReader } from './predict-step';
import { compareObserved } from './observed-step';
import { askConsole } from './console-step';
import { askExpect } from './expect-step';
import type { Named, State, Step, Tools } from './state';
import { emptyBody, finish, labelOf } from './step-output';
import { errorAt } from './words';

const said = strings.reasons.cells;

export function stepOver<Document, Simulation>(
  cell: Cell,
  before: State<Document>,
  named: Named<Document>,
  tools: Tools<Document, Simulation>,
): Step<Document> {
  if (cell.kind === 'markdown') return finish(cell, before, { kind: 'markdown' }, []);
  const conflict = conflictProblems(cell);
  if (conflict.length > 0) return wrongStep(cell, before, conflict);
  if (cell.kind === 'topology') return makeNetwork(cell, tools);
  const { network, blocker } = before;
  if (network === null || blocker?.fatal === true) return block(cell, before);
  if (cell.kind === 'edit') return editNetwork(cell, network, tools);
  if (cell.kind === 'scenario') return nameScenario(cell, before, network, named, tools);
  const simulation = blocker === null ? tools.simulationOf(network) : null;
  if (simulation === null || !simulation.ok) return block(cell, before);
  const question = { cell, before, network, simulation: simulation.value, named, tools };
  if (cell.kind === 'predict') return askReader(question);
  if (cell.kind === 'observed') return compareObserved(question);
  return cell.kind === 'console' ? askConsole(question) : askExpect(question);
}

/** The step over a cell on which the engine itself gave up: its fault, and no reason to stop the others. */
export function failedStep<Document>(cell: Cell, before: State<Document>, error: unknown): Step<Document> {
  const reason = error instanceof Error ? error.message : String(error);
  return wrongStep(cell, before, [errorAt(1, { column: 1 }, said.engineFailed(reason))]);
}

/** The step over a cell that is not run at all. What it would have changed is unknown to the cells below. */
function wrongStep<Document>(
  cell: Cell,
  before: State<Document>,
  problems: readonly Problem[],
): Step<Document> {
  const changes = cell.kind === 'topology' || cell.kind === 'edit';
  const after = changes ? { ...before, blocker: { label: labelOf(cell), fatal: true } } : before;
  return finish(cell, after, emptyBody(cell), problems);
}

/** Each mark of a Git conflict in a cell: both sides at once are nobody's meaning. */
function conflictProblems(cell: Cell): readonly Problem[] {
  const lines = cell.text.split('\n');
  return markerLines(cell.text).map((line) =>
    errorAt(line, { column: 1, text: (lines[line - 1] ?? '').trimEnd() }, said.conflict, said.keepOne),
  );
}

function block<Document>(cell: Cell, before: State<Document>): Step<Document> {
  const { blocker } = before;
  const problem =
    blocker === null
      ? errorAt(1, { column: 1 }, said.noNetwork, said.addTopology)
      : errorAt(1, { column: 1 }, said.waitsFor(blocker.label), said.mendFirst);
  const { output, ...step } = finish(cell, before, emptyBody(cell), [problem]);
  return { ...step, output: { ...output, status: 'blocked' } };
}
