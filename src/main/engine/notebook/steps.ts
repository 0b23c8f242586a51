/** What each kind of cell does: a step from the network above it to its output and the network below. */
import type {
  CellOutput,
  CellStatus,
  ConsoleEntry,
  EditEntry,
  ExpectCheck,
} from '../../../shared/evaluation';
import type { NetworkView } from '../../../shared/network-view';
import type { Cell } from '../../../shared/notebook';
import type { Problem, Result } from '../../../shared/problem';
import { suggest } from '../topology/nearest';
import { hashTexts } from '../hash';
import { checkTrace } from './check';
import { parseConsole } from './console';
import type { EnginePort } from './engine-port';
import { parseExpect } from './expect';
import { COMMAND_LIMIT, errorAt } from './words';

export interface Network<Document> {
  /** Stands for the topology text, the edits since and the seed. */
  readonly key: string;
  readonly document: Document;
  readonly view: NetworkView;
}

/** The cell that must be mended before the cells below it can run. */
export interface Blocker {
  /** Such as: the edit cell `shutdown r1`. */
  readonly label: string;
  /** False where the network is known but has no stable tables: edits may still mend it. */
  readonly fatal: boolean;
}

/** What the cells above leave to the next one. */
export interface State<Document> {
  readonly network: Network<Document> | null;
  readonly blocker: Blocker | null;
}

export interface Step<Document> {
  readonly output: CellOutput;
  readonly after: State<Document>;
}

/** The engine, with a memory for the tables of networks it has seen. */
export interface Tools<Document, Simulation> {
  readonly engine: EnginePort<Document, Simulation>;
  readonly seed: number;
  readonly simulationOf: (network: Network<Document>) => Result<Simulation>;
}

export function stepOver<Document, Simulation>(
  cell: Cell,
  before: State<Document>,
  tools: Tools<Document, Simulation>,
): Step<Document> {
  if (cell.kind === 'markdown') return finish(cell, before, { kind: 'markdown' }, []);
  if (cell.kind === 'topology') return makeNetwork(cell, tools);
  const { network, blocker } = before;
  if (network === null || blocker?.fatal === true) return block(cell, before);
  if (cell.kind === 'edit') return editNetwork(cell, network, tools);
  const simulation = blocker === null ? tools.simulationOf(network) : null;
  if (simulation === null || !simulation.ok) return block(cell, before);
  if (cell.kind === 'console') return askConsole(cell, before, network, simulation.value, tools);
  return askExpect(cell, before, network, simulation.value, tools);
}

/** The step over a cell on which the engine itself gave up: its fault, and no reason to stop the others. */
export function failedStep<Document>(cell: Cell, before: State<Document>, error: unknown): Step<Document> {
  const reason = error instanceof Error ? error.message : String(error);
  const problem = errorAt(1, { column: 1 }, `The engine failed on this cell: ${reason}`);
  const changes = cell.kind === 'topology' || cell.kind === 'edit';
  const after = changes ? { ...before, blocker: { label: labelOf(cell), fatal: true } } : before;
  return finish(cell, after, emptyBody(cell), [problem]);
}

function makeNetwork<Document, Simulation>(cell: Cell, tools: Tools<Document, Simulation>): Step<Document> {
  const parsed = tools.engine.parseTopology(cell.text);
  if (!parsed.ok) {
    const after = { network: null, blocker: { label: labelOf(cell), fatal: true } };
    return finish(cell, after, { kind: 'topology' }, parsed.problems);
  }
  const key = hashTexts(['topology', String(tools.seed), cell.text]);
  return settle(cell, parsed.value, key, { kind: 'topology' }, parsed.problems, tools);
}

/** All commands or none: with one that is wrong, the cell changes nothing. */
function editNetwork<Document, Simulation>(
  cell: Cell,
  network: Network<Document>,
  tools: Tools<Document, Simulation>,
): Step<Document> {
  let { document } = network;
  const edits: EditEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of cell.text.split('\n').entries()) {
    const line = index + 1;
    const text = source.trim();
    if (text === '' || text.startsWith('#')) continue;
    if (edits.length === COMMAND_LIMIT) {
      problems.push(errorAt(line, { column: 1 }, `A cell may have up to ${COMMAND_LIMIT} edits`));
      break;
    }
    const edited = tools.engine.edit(text, document);
    problems.push(...edited.problems.map((problem) => moved(problem, line, source.indexOf(text))));
    if (!edited.ok) continue;
    document = edited.value.document;
    edits.push({ line, text, summary: edited.value.summary });
  }
  if (problems.some(({ severity }) => severity === 'error')) {
    const after = { network, blocker: { label: labelOf(cell), fatal: true } };
    return finish(cell, after, { kind: 'edit', edits: [] }, problems);
  }
  const key = hashTexts([network.key, cell.text]);
  return settle(cell, document, key, { kind: 'edit', edits }, problems, tools);
}

/** The step to a new network, with what its tables have to say. */
function settle<Document, Simulation>(
  cell: Cell,
  document: Document,
  key: string,
  body: Body,
  problems: readonly Problem[],
  tools: Tools<Document, Simulation>,
): Step<Document> {
  const network = { key, document, view: tools.engine.networkView(document) };
  const simulation = tools.simulationOf(network);
  const blocker = simulation.ok ? null : { label: labelOf(cell), fatal: false };
  return finish(cell, { network, blocker }, body, [...problems, ...simulation.problems]);
}

function askConsole<Document, Simulation>(
  cell: Cell,
  before: State<Document>,
  network: Network<Document>,
  simulation: Simulation,
  { engine }: Tools<Document, Simulation>,
): Step<Document> {
  const { lines, problems } = parseConsole(cell.text, nodeNames(network));
  const failures: Problem[] = [];
  const entries = lines.map(({ line, node, command }): ConsoleEntry => {
    const result = engine.runCommand(simulation, node.text, command.text);
    if (result.kind === 'failure')
      failures.push(errorAt(line, command, firstLine(result.message), result.hint));
    return { line, node: node.text, command: command.text, result, text: engine.renderText(result) };
  });
  return finish(cell, before, { kind: 'console', entries }, inLineOrder([...problems, ...failures]));
}

function askExpect<Document, Simulation>(
  cell: Cell,
  before: State<Document>,
  network: Network<Document>,
  simulation: Simulation,
  { engine }: Tools<Document, Simulation>,
): Step<Document> {
  const nodes = nodeNames(network);
  const { expectations, problems } = parseExpect(cell.text, nodes);
  const failures: Problem[] = [];
  const checks: ExpectCheck[] = [];
  for (const expectation of expectations) {
    const { line, source, target } = expectation;
    const result = engine.runCommand(simulation, source.text, `tracert -d ${target.text}`);
    if (result.kind === 'trace') checks.push(checkTrace(expectation, result));
    else {
      const message = result.kind === 'failure' ? firstLine(result.message) : 'The target cannot be traced';
      failures.push(errorAt(line, target, message, suggest(target.text, nodes)));
    }
  }
  return finish(cell, before, { kind: 'expect', checks }, inLineOrder([...problems, ...failures]));
}

function block<Document>(cell: Cell, before: State<Document>): Step<Document> {
  const { blocker } = before;
  const problem =
    blocker === null
      ? errorAt(1, { column: 1 }, 'There is no network yet', 'put a topology cell above this one')
      : errorAt(1, { column: 1 }, `This cell waits for ${blocker.label} above`, 'mend that cell first');
  return {
    output: { ...outputOf(cell, before, emptyBody(cell), [problem]), status: 'blocked' },
    after: before,
  };
}

type Body =
  | { readonly kind: 'markdown' }
  | { readonly kind: 'topology' }
  | { readonly kind: 'edit'; readonly edits: readonly EditEntry[] }
  | { readonly kind: 'console'; readonly entries: readonly ConsoleEntry[] }
  | { readonly kind: 'expect'; readonly checks: readonly ExpectCheck[] };

function emptyBody(cell: Cell): Body {
  switch (cell.kind) {
    case 'edit':
      return { kind: 'edit', edits: [] };
    case 'console':
      return { kind: 'console', entries: [] };
    case 'expect':
      return { kind: 'expect', checks: [] };
    default:
      return { kind: cell.kind };
  }
}

function finish<Document>(
  cell: Cell,
  after: State<Document>,
  body: Body,
  problems: readonly Problem[],
): Step<Document> {
  return { output: outputOf(cell, after, body, problems), after };
}

function outputOf<Document>(
  cell: Cell,
  after: State<Document>,
  body: Body,
  problems: readonly Problem[],
): CellOutput {
  const status = statusOf(body, problems);
  return { cellId: cell.id, status, problems, networkKey: after.network?.key ?? null, ...body };
}

function statusOf(body: Body, problems: readonly Problem[]): CellStatus {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  return body.kind === 'expect' && body.checks.some(({ passed }) => !passed) ? 'failed' : 'fresh';
}

/** How a message names a cell: by its kind and its first line. */
function labelOf(cell: Cell): string {
  const line = cell.text.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('#'));
  return line === undefined
    ? `the ${cell.kind} cell`
    : `the ${cell.kind} cell \`${line.trim().slice(0, 40)}\``;
}

function nodeNames<Document>(network: Network<Document>): readonly string[] {
  return network.view.nodes.map(({ name }) => name);
}

function firstLine(message: string): string {
  const line = message.split('\n').find((text) => text.trim() !== '') ?? message;
  return line.trim().replace(/\.$/, '');
}

/** A problem of a single line, where that line stands in the cell. */
function moved(problem: Problem, line: number, columns: number): Problem {
  const { endLine, endColumn, ...rest } = problem;
  const start = { ...rest, line, column: problem.column + columns };
  return endColumn === undefined || endLine === undefined
    ? start
    : { ...start, endLine: line, endColumn: endColumn + columns };
}

function inLineOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
