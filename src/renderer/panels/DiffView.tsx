/** Two texts line by line, with what is alike far from any change left out. */
import { useMemo, type JSX } from 'react';
import type { Comparison } from '../../shared/ipc';
import { words } from '../app/strings';
import { diffLines, nearChanges, type DiffLine } from './line-diff';

const text = words.keeping.compare;
/** Lines shown around a change. */
const AROUND = 3;
const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

interface Props {
  readonly comparison: Comparison;
  /** What stands in the first column of line numbers. */
  readonly theirs: string;
}

export function DiffView({ comparison, theirs }: Props): JSX.Element {
  const lines = useMemo(() => diffLines(comparison.theirs, comparison.mine), [comparison]);
  const parts = useMemo(() => nearChanges(lines, AROUND), [lines]);
  const added = lines.filter(({ kind }) => kind === 'added').length;
  const removed = lines.filter(({ kind }) => kind === 'removed').length;
  if (added + removed === 0) return <p className="diff-summary">{text.same}</p>;
  return (
    <>
      <p className="diff-summary">{text.summary(added, removed)}</p>
      <div className="diff" tabIndex={0} role="group" aria-label={`${theirs}, ${text.mine}`}>
        <table>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{theirs}</th>
              <th scope="col">{text.mine}</th>
              <th scope="col">{text.line}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, index) =>
              part.kind === 'gap' ? (
                // Parts have no identity but their place.
                <tr key={index} className="diff-gap">
                  <td colSpan={3}>{text.unchanged(part.count)}</td>
                </tr>
              ) : (
                part.lines.map((line) => <Row key={`${line.before}:${line.after}`} line={line} />)
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ line }: { readonly line: DiffLine }): JSX.Element {
  const { kind, before, after } = line;
  const said = kind === 'added' ? text.added : kind === 'removed' ? text.removed : '';
  return (
    <tr className={`diff-${kind}`}>
      <td className="diff-number">{before ?? ''}</td>
      <td className="diff-number">{after ?? ''}</td>
      <td className="diff-text">
        <span aria-hidden="true">{SIGNS[kind]} </span>
        {said === '' ? null : <span className="visually-hidden">{said}: </span>}
        {line.text}
      </td>
    </tr>
  );
}
