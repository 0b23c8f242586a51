/** What evaluating hands from cell to cell: the network, what keeps cells from running, and what has been named. */
import type { CellOutput } from '../../../shared/evaluation';
import type { NetworkView } from '../../../shared/network-view';
import type { Cell } from '../../../shared/notebook';
import type { Result } from '../../../shared/problem';
import { hashTexts } from '../hash';
import type { Observation } from '../observed/observation';
import type { EnginePort } from './engine-port';

export interface Network<Document> {
  /** Stands for what the topology says, the edits since and the seed. */
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

/** Networks by their scenario's name; null for one whose edits are wrong. */
export type Scenarios<Document> = ReadonlyMap<string, Network<Document> | null>;

/** What the cells above have given a name. */
export interface Named<Document> {
  /** Stands for all of it. */
  readonly key: string;
  readonly scenarios: Scenarios<Document>;
  readonly observed: ReadonlyMap<string, readonly Observation[]>;
}

export interface NamedScenario<Document> {
  readonly name: string;
  readonly network: Network<Document> | null;
}

/** What an observed cell holds, by the cell's name. */
export interface NamedObservations {
  readonly name: string;
  /** Stands for the cell's text and what its fence says. */
  readonly key: string;
  readonly observations: readonly Observation[];
}

export interface Step<Document> {
  readonly output: CellOutput;
  /** The network that the output names. */
  readonly shown: Network<Document> | null;
  readonly after: State<Document>;
  /** What this cell names, for the cells below it. */
  readonly scenarios: readonly NamedScenario<Document>[];
  readonly observed: NamedObservations | null;
}

/** The engine, with a memory for the tables of networks it has seen. */
export interface Tools<Document, Simulation> {
  readonly engine: EnginePort<Document, Simulation>;
  readonly seed: number;
  readonly simulationOf: (network: Network<Document>) => Result<Simulation>;
}

/** A cell that asks, the network and its tables that it asks, and what is named above it. */
export interface Question<Document, Simulation> {
  readonly cell: Cell;
  readonly before: State<Document>;
  readonly network: Network<Document>;
  readonly simulation: Simulation;
  readonly named: Named<Document>;
  readonly tools: Tools<Document, Simulation>;
}

/** What is named below a cell; another topology ends the scenarios of the one before. */
export function namedAfter<Document>(
  before: Named<Document>,
  cell: Cell,
  { scenarios, observed }: Step<Document>,
): Named<Document> {
  const kept = cell.kind === 'topology' ? { ...before, scenarios: new Map() } : before;
  const named = scenarios.reduce(
    (sum, { name, network }): Named<Document> => ({
      ...sum,
      key: hashTexts([sum.key, name, network?.key ?? '']),
      scenarios: new Map([...sum.scenarios, [name, network]]),
    }),
    cell.kind === 'topology' ? { ...kept, key: hashTexts([before.key, 'topology']) } : kept,
  );
  if (observed === null) return named;
  const { name, key, observations } = observed;
  return {
    ...named,
    key: hashTexts([named.key, 'observed', name, key]),
    observed: new Map([...named.observed, [name, observations]]),
  };
}

export function nothingNamed<Document>(): Named<Document> {
  return { key: '', scenarios: new Map(), observed: new Map() };
}

/** Whether what a cell gives depends on what has been named above it. */
export function asksForNames({ kind, text }: Cell): boolean {
  if (kind === 'scenario' || kind === 'observed') return true;
  if (kind === 'expect') return text.includes('same-as');
  return kind === 'console' && /scenario|compare|--diff/.test(text);
}
