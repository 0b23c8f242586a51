/** The problems of a cell in words, where they are, and what to do. */
import type { JSX } from 'react';
import type { Problem } from '../../shared/problem';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

/** A broken text may have a problem in each line; the first ones tell what to do. */
const MOST = 20;

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ul className="problems" aria-label={words.cell.problems(problems.length)}>
      {problems.slice(0, MOST).map((problem) => (
        <li
          key={`${problem.line}:${problem.column}:${problem.message}`}
          className={`problem problem-item-${problem.severity}`}
        >
          <span className="problem-title">
            <Icon name="warning" />
            {problem.severity === 'error' ? words.cell.error : words.cell.warning}
          </span>
          <span className="problem-place">{words.cell.position(problem.line, problem.column)}</span>
          <span className="problem-message">
            {problem.message}
            {problem.hint === undefined ? null : <span className="problem-hint">{problem.hint}</span>}
          </span>
        </li>
      ))}
      {problems.length <= MOST ? null : (
        <li className="problem">{words.cell.moreProblems(problems.length - MOST)}</li>
      )}
    </ul>
  );
}
