/**
 * Evaluates a notebook from top to bottom: topology cells make the network, edit cells change it, console and
 * expect cells ask it. Results are kept by content (network and text), so that a second evaluation computes
 * only what depends on a change and gives the very same objects for the rest.
 */
import type { Answer } from '../../../shared/ipc';
import type { CellOutput, Evaluation } from '../../../shared/evaluation';
import type { NetworkView } from '../../../shared/network-view';
import type { Cell, Notebook } from '../../../shared/notebook';
import type { Result } from '../../../shared/problem';
import { language } from '../../../shared/strings';
import { hashTexts } from '../hash';
import type { EnginePort } from './engine-port';
import { RecentMap } from './recent-map';
import {
  asksForNames,
  namedAfter,
  nothingNamed,
  type Named,
  type Network,
  type Scenarios,
  type State,
  type Step,
} from './state';
import { failedStep, stepOver } from './steps';

/** Steps kept that no cell takes any more but an undo may bring back. */
const SPARE_STEPS = 500;

/** The tables of a large network take much memory: this many networks keep theirs. */
const SIMULATIONS = 16;

export interface EvaluateOptions {
  /** Called with each output in the notebook's order, and the view of the network that it names. */
  readonly onOutput?: (output: CellOutput, view: NetworkView | null) => void;
}

/** What a notebook leaves below its last cell. */
export interface End<Document> {
  readonly network: Network<Document>;
  readonly scenarios: Scenarios<Document>;
}

interface Seen<Document> {
  readonly network: Network<Document>;
  readonly seed: number;
}

interface Simulated<Document, Simulation> {
  readonly document: Document;
  readonly seed: number;
  readonly result: Result<Simulation>;
}

interface Walked<Document> {
  readonly state: State<Document>;
  readonly named: Named<Document>;
}

/** Remembers what was computed. Make one for each open notebook. */
export class Evaluator<Document, Simulation> {
  private readonly engine: EnginePort<Document, Simulation>;
  private readonly steps = new RecentMap<Step<Document>>();
  private readonly networks = new RecentMap<Seen<Document>>();
  private readonly simulations = new RecentMap<Simulated<Document, Simulation>>();
  /** The network asked last: the next one is likely to be a small change of it. */
  private latest: Simulation | null = null;
  /** Tables and outputs hold sentences: what is remembered is in this language. */
  private spoken = language();

  constructor(engine: EnginePort<Document, Simulation>) {
    this.engine = engine;
  }

  /**
   * Sentences are in the language of this process (`speak`). Never throws: what goes wrong in a cell is a problem of
   * its output.
   */
  evaluate(notebook: Notebook, options: EvaluateOptions = {}): Evaluation {
    const outputs: CellOutput[] = [];
    const networks: Record<string, NetworkView> = {};
    this.walk(notebook, ({ output, shown }) => {
      if (shown !== null) networks[shown.key] = shown.view;
      outputs.push(output);
      options.onOutput?.(output, shown?.view ?? null);
    });
    return { outputs, networks };
  }

  /** Puts a command to a network that an output named; null where it is not remembered or does not work. */
  ask(networkKey: string, node: string, command: string): Answer | null {
    this.forgetOtherLanguage();
    const seen = this.networks.get(networkKey);
    const simulation = seen === undefined ? null : this.simulate(seen.network, seen.seed);
    if (simulation === null || !simulation.ok) return null;
    const result = this.engine.runCommand(simulation.value, node, command);
    return { node, command, result, text: this.engine.renderText(result) };
  }

  /** The network below the last cell with the scenarios there, or null where a cell above is wrong. */
  end(notebook: Notebook): End<Document> | null {
    const { state, named } = this.walk(notebook, () => undefined);
    const { network, blocker } = state;
    return network === null || blocker !== null ? null : { network, scenarios: named.scenarios };
  }

  private walk(notebook: Notebook, visit: (step: Step<Document>) => void): Walked<Document> {
    this.forgetOtherLanguage();
    let state: State<Document> = { network: null, blocker: null };
    let named = nothingNamed<Document>();
    for (const cell of notebook.cells) {
      const step = this.step(cell, state, named, notebook.seed);
      const { network } = step.after;
      if (network !== null) this.networks.getOrMake(network.key, () => ({ network, seed: notebook.seed }));
      visit(step);
      state = step.after;
      named = namedAfter(named, cell, step);
    }
    this.networks.keep(notebook.cells.length + SIMULATIONS);
    this.steps.keep(notebook.cells.length + SPARE_STEPS);
    return { state, named };
  }

  private forgetOtherLanguage(): void {
    if (language() === this.spoken) return;
    this.spoken = language();
    this.steps.keep(0);
    this.simulations.keep(0);
    this.latest = null;
  }

  private step(cell: Cell, before: State<Document>, named: Named<Document>, seed: number): Step<Document> {
    const { network, blocker } = before;
    const above = [network?.key ?? '', blocker?.label ?? '', String(blocker?.fatal), String(seed)];
    const own = [cell.id, cell.kind, cell.text, asksForNames(cell) ? named.key : '', cell.attributes];
    return this.steps.getOrMake(hashTexts([...own, ...above]), () => {
      try {
        const simulationOf = (of: Network<Document>): Result<Simulation> => this.simulate(of, seed);
        return stepOver(cell, before, named, { engine: this.engine, seed, simulationOf });
      } catch (error) {
        return failedStep(cell, before, error);
      }
    });
  }

  private simulate({ key, document }: Network<Document>, seed: number): Result<Simulation> {
    const { result } = this.simulations.getOrMake(key, () => ({
      document,
      seed,
      result: this.known(document, seed) ?? this.engine.simulate(document, seed, this.latest),
    }));
    this.simulations.keep(SIMULATIONS);
    if (result.ok) this.latest = result.value;
    return result;
  }

  /** Edits that undo each other lead back to a network that was there before, by whichever name. */
  private known(document: Document, seed: number): Result<Simulation> | null {
    for (const known of this.simulations.values())
      if (known.seed === seed && this.engine.isSame(known.document, document)) return known.result;
    return null;
  }
}
