/** The coloured text of a resting cell: the same letters at the same places as in the live editor. */
import { memo, type JSX } from 'react';
import type { CellKind } from '../../shared/notebook';
import type { Problem } from '../../shared/problem';
import { tokenizeLine } from './tokens';

interface Props {
  readonly kind: CellKind;
  readonly text: string;
  readonly problems: readonly Problem[];
}

function Line({ kind, line }: { readonly kind: CellKind; readonly line: string }): JSX.Element {
  const tokens = tokenizeLine(kind, line);
  return (
    <>
      {tokens.map((token, index) => (
        <span key={token.start} className={`token-${token.kind}`}>
          {line.slice(token.start, tokens[index + 1]?.start)}
        </span>
      ))}
    </>
  );
}

export const StaticCode = memo(function StaticCode({ kind, text, problems }: Props): JSX.Element {
  const lines = text.split('\n');
  const severity = (line: number): string =>
    problems.find((problem) => problem.line === line)?.severity ?? 'none';
  return (
    <pre className="static-code">
      {lines.map((line, index) => (
        // Lines have no identity but their place.
        <div key={index} className={`code-line problem-${severity(index + 1)}`}>
          <Line kind={kind} line={line} />
          {'\n'}
        </div>
      ))}
    </pre>
  );
});
