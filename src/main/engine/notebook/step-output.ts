/** The output of a cell, made of what it gave and of what is wrong with it. */
import type {
  CellOutput,
  CellStatus,
  ConsoleEntry,
  EditEntry,
  ExpectCheck,
  Predicted,
  ObservedEntry,
} from '../../../shared/evaluation';
import type { Cell } from '../../../shared/notebook';
import { readable, type Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import type { NamedObservations, NamedScenario, Network, State, Step } from './state';

export type Body =
  | { readonly kind: 'markdown' }
  | { readonly kind: 'topology' }
  | { readonly kind: 'edit'; readonly edits: readonly EditEntry[] }
  | {
      readonly kind: 'scenario';
      readonly name: string | null;
      readonly from: string | null;
      readonly edits: readonly EditEntry[];
    }
  | { readonly kind: 'observed'; readonly name: string | null; readonly entries: readonly ObservedEntry[] }
  | { readonly kind: 'console'; readonly entries: readonly ConsoleEntry[] }
  | { readonly kind: 'expect'; readonly checks: readonly ExpectCheck[] }
  | { readonly kind: 'predict'; readonly predicted: Predicted | null };

export function emptyBody(cell: Cell): Body {
  switch (cell.kind) {
    case 'edit':
      return { kind: 'edit', edits: [] };
    case 'scenario':
      return { kind: 'scenario', name: null, from: null, edits: [] };
    case 'observed':
      return { kind: 'observed', name: null, entries: [] };
    case 'console':
      return { kind: 'console', entries: [] };
    case 'expect':
      return { kind: 'expect', checks: [] };
    case 'predict':
      return { kind: 'predict', predicted: null };
    default:
      return { kind: cell.kind };
  }
}

interface Extra<Document> {
  /** The network that the output names, where it is not the one below the cell. */
  readonly shown?: Network<Document> | null;
  readonly scenarios?: readonly NamedScenario<Document>[];
  readonly observed?: NamedObservations | null;
}

export function finish<Document>(
  cell: Cell,
  after: State<Document>,
  body: Body,
  problems: readonly Problem[],
  { shown = after.network, scenarios = [], observed = null }: Extra<Document> = {},
): Step<Document> {
  const status = statusOf(body, problems);
  const output: CellOutput = {
    cellId: cell.id,
    status,
    problems: problems.map((problem) => ({ ...problem, message: readable(problem.message) })),
    networkKey: shown?.key ?? null,
    ...body,
  };
  return { output, shown, after, scenarios, observed };
}

function statusOf(body: Body, problems: readonly Problem[]): CellStatus {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  const failed =
    (body.kind === 'expect' && body.checks.some(({ passed }) => !passed)) ||
    (body.kind === 'predict' && body.predicted?.verdict === 'wrong');
  return failed ? 'failed' : 'fresh';
}

/** How a message names a cell: by its kind and its first line. */
export function labelOf(cell: Cell): string {
  const line = cell.text.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('#'));
  return strings.reasons.cells.label(cell.kind, line === undefined ? null : line.trim().slice(0, 40));
}

export function nodeNames<Document>(network: Network<Document>): readonly string[] {
  return network.view.nodes.map(({ name }) => name);
}

export function firstLine(message: string): string {
  const line = message.split('\n').find((text) => text.trim() !== '') ?? message;
  return line.trim().replace(/\.$/, '');
}

/** A problem of a single line, where that line stands in the cell. */
export function moved(problem: Problem, line: number, columns: number): Problem {
  const { endLine, endColumn, ...rest } = problem;
  const start = { ...rest, line, column: problem.column + columns };
  return endColumn === undefined || endLine === undefined
    ? start
    : { ...start, endLine: line, endColumn: endColumn + columns };
}

export function inLineOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
