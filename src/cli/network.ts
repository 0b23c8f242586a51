/** The network that `trace` and `routes` ask: a topology file or a notebook's, with the edits of the command line. */
import {
  cellStarts,
  createEvaluator,
  engine,
  nameInLine,
  parseNotebook,
  problemInFile,
  scenarioNetworks,
  type ScenarioNetworks,
  type Scenarios,
  type Simulation,
  type Tools,
  type TopologyDocument,
} from '../main/engine/index';
import { suggest } from '../main/engine/topology/nearest';
import { formatProblem, type Problem } from '../shared/problem';
import type { CommandResult } from '../shared/results';
import type { Io } from './io';

interface Loaded {
  readonly document: TopologyDocument;
  readonly seed: number;
  readonly scenarios: Scenarios<TopologyDocument>;
}

export interface Network {
  readonly simulation: Simulation;
  readonly scenarios: ScenarioNetworks<Simulation>;
  /** Names of all nodes. */
  readonly nodes: readonly string[];
}

/**
 * Null after the reasons went to stderr.
 * @param named scenarios, each as `NAME from base { EDIT; EDIT }`
 */
export function loadNetwork(
  file: string,
  edits: readonly string[],
  io: Io,
  named: readonly string[] = [],
): Network | null {
  const read = io.read(file);
  if (!read.ok) {
    report(io, file, [{ severity: 'error', message: read.message, line: 1, column: 1 }]);
    return null;
  }
  const loaded = /\.(?:md|markdown)$/i.test(file)
    ? loadNotebook(file, read.text, io)
    : loadTopology(file, read.text, io);
  if (loaded === null) return null;
  let { document } = loaded;
  for (const command of edits) {
    const edited = engine.edit(command, document);
    report(io, '--edit', edited.problems);
    if (!edited.ok) return null;
    document = edited.value.document;
  }
  const { seed } = loaded;
  const simulation = engine.simulate(document, seed);
  report(io, file, simulation.problems);
  if (!simulation.ok) return null;
  const view = engine.networkView(document);
  const tools: Tools<TopologyDocument, Simulation> = {
    engine,
    seed,
    simulationOf: (network) => engine.simulate(network.document, seed),
  };
  let { scenarios } = loaded;
  for (const text of named) {
    const command = { text: `scenario ${text}`, column: 1 - 'scenario '.length };
    const made = nameInLine({ line: 1, command }, { key: '', document, view }, scenarios, tools);
    report(io, '--scenario', made.problems);
    if (made.scenario === null || made.result.kind === 'failure') return null;
    scenarios = new Map([...scenarios, [made.scenario.name, made.scenario.network]]);
  }
  return {
    simulation: simulation.value,
    scenarios: scenarioNetworks(scenarios, tools),
    nodes: view.nodes.map(({ name }) => name),
  };
}

/** False after saying that an argument names no node. */
export function isNode(argument: string, name: string, { nodes }: Network, io: Io): boolean {
  if (nodes.includes(name)) return true;
  reportArgument(argument, `There is no node "${name}"`, suggest(name, nodes), io);
  return false;
}

/** Says why a command gave no answer. */
export function reportFailure(argument: string, result: CommandResult, io: Io): void {
  if (result.kind === 'failure') reportArgument(argument, result.message, result.hint, io);
}

function reportArgument(argument: string, message: string, hint: string | undefined, io: Io): void {
  report(io, argument, [
    { severity: 'error', message, ...(hint === undefined ? {} : { hint }), line: 1, column: 1 },
  ]);
}

function loadTopology(file: string, text: string, io: Io): Loaded | null {
  const parsed = engine.parseTopology(text);
  report(io, file, parsed.problems);
  return parsed.ok ? { document: parsed.value, seed: 0, scenarios: new Map() } : null;
}

/** The network at the end of a notebook; its questions are not asked. */
function loadNotebook(file: string, text: string, io: Io): Loaded | null {
  const { notebook, problems } = parseNotebook(text);
  report(io, file, problems);
  const evaluator = createEvaluator();
  const network = {
    ...notebook,
    cells: notebook.cells.filter(({ kind }) => kind === 'topology' || kind === 'edit' || kind === 'scenario'),
  };
  const starts = cellStarts(notebook);
  for (const { cellId, problems: own } of evaluator.evaluate(network).outputs) {
    const start = starts.get(cellId);
    report(io, file, start === undefined ? own : own.map((problem) => problemInFile(problem, start)));
  }
  const end = evaluator.end(network);
  if (end !== null) return { document: end.network.document, seed: notebook.seed, scenarios: end.scenarios };
  if (network.cells.length === 0) {
    report(io, file, [
      { severity: 'error', message: 'The notebook has no topology cell', line: 1, column: 1 },
    ]);
  }
  return null;
}

function report(io: Io, file: string, problems: readonly Problem[]): void {
  for (const problem of problems) io.err(`${formatProblem(file, problem)}\n`);
}
