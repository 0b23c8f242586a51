/** The first lines of a long text, with the rest one press away. */
import { useMemo, type JSX } from 'react';
import type { CellKind } from '../../shared/notebook';
import { words } from '../app/strings';
import { StaticCode } from '../editor/StaticCode';

/** Longer texts open folded. */
const FOLD_FROM = 40;
const SHOWN = 16;
const NO_PROBLEMS: readonly never[] = [];

function lineCount(text: string): number {
  return text.split('\n').length;
}

export function isLong(text: string): boolean {
  return lineCount(text) > FOLD_FROM;
}

interface Props {
  readonly kind: CellKind;
  readonly text: string;
  readonly onUnfold: () => void;
}

export function FoldedCode({ kind, text, onUnfold }: Props): JSX.Element {
  const shown = useMemo(() => text.split('\n').slice(0, SHOWN).join('\n'), [text]);
  return (
    <div className="code code-folded">
      <StaticCode kind={kind} text={shown} problems={NO_PROBLEMS} />
      <button type="button" className="button code-unfold" onClick={onUnfold}>
        {words.cell.showAllLines(lineCount(text))}
      </button>
    </div>
  );
}
