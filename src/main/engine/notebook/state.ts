/** What evaluating hands from cell to cell: the network, what keeps cells from running, and what has been named. */
import type { CellOutput } from '../../../shared/evaluation';
import type { NetworkView } from '../../../shared/network-view';
import type { Cell } from '../../../shared/notebook';
import type { Result } from '../../../shared/problem';
import { hashTexts } from '../hash';
import type { EnginePort } from './engine-port';

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

/** Networks by their scenario's name; null for one whose edits are wrong. */
export type Scenarios<Document> = ReadonlyMap<string, Network<Document> | null>;

/** What the cells above have given a name. */
export interface Named<Document> {
  /** Stands for all of it. */
  readonly key: string;
  readonly scenarios: Scenarios<Document>;
}

export interface NamedScenario<Document> {
  readonly name: string;
  readonly network: Network<Document> | null;
}

export interface Step<Document> {
  readonly output: CellOutput;
  /** The network that the output names. */
  readonly shown: Network<Document> | null;
  readonly after: State<Document>;
  /** What this cell names, for the cells below it. */
  readonly scenarios: readonly NamedScenario<Document>[];
}

/** The engine, with a memory for the tables of networks it has seen. */
export interface Tools<Document, Simulation> {
  readonly engine: EnginePort<Document, Simulation>;
  readonly seed: number;
  readonly simulationOf: (network: Network<Document>) => Result<Simulation>;
}

/** What is named below a cell; another topology ends the scenarios of the one before. */
export function namedAfter<Document>(
  before: Named<Document>,
  cell: Cell,
  { scenarios }: Step<Document>,
): Named<Document> {
  const kept = cell.kind === 'topology' ? nothingNamed<Document>() : before;
  return scenarios.reduce(
    (named, { name, network }): Named<Document> => ({
      key: hashTexts([named.key, name, network?.key ?? '']),
      scenarios: new Map([...named.scenarios, [name, network]]),
    }),
    kept,
  );
}

export function nothingNamed<Document>(): Named<Document> {
  return { key: '', scenarios: new Map() };
}

/** Whether what a cell gives depends on what has been named above it. */
export function asksForNames({ kind, text }: Cell): boolean {
  return kind === 'scenario' || (kind === 'console' && /scenario|compare|--diff/.test(text));
}
