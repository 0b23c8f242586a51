/** What stands behind a cell's kind on its fence, where it means something: a scenario's name, a group of checks. */
import { useState, type JSX } from 'react';
import type { Cell } from '../../shared/notebook';
import { setAttributes } from '../app/actions';
import { useStore } from '../app/store';
import { words } from '../app/strings';

interface Props {
  readonly cell: Cell;
  readonly readOnly: boolean;
}

export function AttributesField({ cell, readOnly }: Props): JSX.Element | null {
  const store = useStore();
  // Blanks at the ends are not kept by the notebook; they must not vanish while someone goes on to type.
  const [typed, setTyped] = useState<string | null>(null);
  if (cell.kind !== 'scenario' && cell.kind !== 'expect' && cell.kind !== 'observed') return null;
  const { kind, id, attributes } = cell;
  const shown = typed !== null && typed.trim() === attributes ? typed : attributes;
  return (
    <input
      className="cell-attributes"
      type="text"
      aria-label={words.cell.attributes[kind]}
      placeholder={words.cell.attributesHint[kind]}
      value={shown}
      size={Math.min(60, Math.max(18, shown.length + 1))}
      spellCheck={false}
      readOnly={readOnly}
      onChange={({ target: { value } }) => {
        setTyped(value);
        store.update((state) => setAttributes(state, id, value.trim(), performance.now()));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
