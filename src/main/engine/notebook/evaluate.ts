/**
 * Evaluates a notebook from top to bottom: topology cells make the network, edit cells change it, console and
 * expect cells ask it. Results are kept by content (network and text), so that a second evaluation computes
 * only what depends on a change and gives the very same objects for the rest.
 */
import type { CellOutput, Evaluation } from '../../../shared/evaluation';
import type { NetworkView } from '../../../shared/network-view';
import type { Cell, Notebook } from '../../../shared/notebook';
import type { Result } from '../../../shared/problem';
import { hashTexts } from '../hash';
import type { EnginePort } from './engine-port';
import { RecentMap } from './recent-map';
import { failedStep, stepOver, type Network, type State, type Step } from './steps';

/** Steps kept that no cell takes any more but an undo may bring back. */
const SPARE_STEPS = 500;

/** The tables of a large network take much memory: this many networks keep theirs. */
const SIMULATIONS = 16;

export interface EvaluateOptions {
  /** Called with each output in the notebook's order, and the view of the network that it names. */
  readonly onOutput?: (output: CellOutput, view: NetworkView | null) => void;
}

/** Remembers what was computed. Make one for each open notebook. */
export class Evaluator<Document, Simulation> {
  private readonly engine: EnginePort<Document, Simulation>;
  private readonly steps = new RecentMap<Step<Document>>();
  private readonly simulations = new RecentMap<Result<Simulation>>();

  constructor(engine: EnginePort<Document, Simulation>) {
    this.engine = engine;
  }

  /** Never throws: what goes wrong in a cell is a problem of its output. */
  evaluate(notebook: Notebook, options: EvaluateOptions = {}): Evaluation {
    const outputs: CellOutput[] = [];
    const networks: Record<string, NetworkView> = {};
    this.walk(notebook, ({ output, after: { network } }) => {
      if (network !== null) networks[network.key] = network.view;
      outputs.push(output);
      options.onOutput?.(output, network?.view ?? null);
    });
    return { outputs, networks };
  }

  /** The network below the last cell, or null where there is none or a cell above it is wrong. */
  networkAtEnd(notebook: Notebook): Document | null {
    const { network, blocker } = this.walk(notebook, () => undefined);
    return blocker === null ? (network?.document ?? null) : null;
  }

  private walk(notebook: Notebook, visit: (step: Step<Document>) => void): State<Document> {
    let state: State<Document> = { network: null, blocker: null };
    for (const cell of notebook.cells) {
      const step = this.step(cell, state, notebook.seed);
      visit(step);
      state = step.after;
    }
    this.steps.keep(notebook.cells.length + SPARE_STEPS);
    return state;
  }

  private step(cell: Cell, before: State<Document>, seed: number): Step<Document> {
    const { network, blocker } = before;
    const above = [network?.key ?? '', blocker?.label ?? '', String(blocker?.fatal), String(seed)];
    const key = hashTexts([cell.id, cell.kind, cell.text, ...above]);
    return this.steps.getOrMake(key, () => {
      try {
        const simulationOf = (of: Network<Document>): Result<Simulation> => this.simulate(of, seed);
        return stepOver(cell, before, { engine: this.engine, seed, simulationOf });
      } catch (error) {
        return failedStep(cell, before, error);
      }
    });
  }

  private simulate({ key, document }: Network<Document>, seed: number): Result<Simulation> {
    const simulation = this.simulations.getOrMake(key, () => this.engine.simulate(document, seed));
    this.simulations.keep(SIMULATIONS);
    return simulation;
  }
}
