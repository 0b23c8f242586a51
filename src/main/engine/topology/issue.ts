/** A problem with a place in the input, before that place has a line and a column. */
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { MAX_PROBLEMS } from './limits';
import type { Path } from './json';

const said = strings.reasons.topology.yaml;

export interface Issue {
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  /** Whether the key itself is meant or what it holds. */
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly hint?: string;
}

/** A range of text; lines and columns start at 1, the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export type Locate = (path: Path, at: 'key' | 'value') => Span;

export function toProblem(issue: Issue, locate: Locate): Problem {
  const { severity, message, hint } = issue;
  return { severity, message, ...(hint === undefined ? {} : { hint }), ...locate(issue.path, issue.at) };
}

/** In the order of the text, errors and warnings alike, cut at the limit with a word about the rest. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (sorted.length <= MAX_PROBLEMS) return sorted;
  // An error that is cut off must not leave warnings only: errors go first when there are too many.
  const errors = sorted.filter((problem) => problem.severity === 'error');
  const kept = (errors.length > 0 ? errors : sorted).slice(0, MAX_PROBLEMS - 1);
  const last = kept.at(-1)!;
  return [
    ...kept,
    {
      severity: errors.length > 0 ? 'error' : 'warning',
      message: said.more(sorted.length - kept.length),
      hint: said.mendAbove,
      line: last.line,
      column: last.column,
    },
  ];
}

export function hasErrors(problems: readonly { readonly severity: 'error' | 'warning' }[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
