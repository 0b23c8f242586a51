/** A Markdown cell: rendered at rest, its source while it is written. */
import { useState, type JSX } from 'react';
import type { Cell } from '../../shared/notebook';
import { words } from '../app/strings';
import { CodeEditor } from '../editor/CodeEditor';
import { MarkdownView } from './MarkdownView';

interface Props {
  readonly cell: Cell;
  readonly position: number;
  readonly readOnly: boolean;
  readonly focusTick: number;
  readonly onEdit: () => void;
  readonly onLeave: () => void;
}

export function MarkdownCell({ cell, position, readOnly, focusTick, onEdit, onLeave }: Props): JSX.Element {
  const [writing, setWriting] = useState(focusTick > 0);
  const [seenTick, setSeenTick] = useState(focusTick);
  if (focusTick !== seenTick) {
    setSeenTick(focusTick);
    if (focusTick > 0) setWriting(true);
  }

  if (writing) {
    return (
      <CodeEditor
        cell={cell}
        label={words.cell.editor(cell.kind, position)}
        readOnly={readOnly}
        problems={[]}
        focusTick={focusTick}
        immediate
        onLeave={onLeave}
        onBlur={() => {
          // Another window in front is no end of writing.
          if (document.hasFocus()) setWriting(false);
        }}
      />
    );
  }
  return (
    <div className="markdown" onDoubleClick={onEdit}>
      {cell.text.trim() === '' ? (
        <p className="placeholder">{words.cell.emptyText}</p>
      ) : (
        <MarkdownView text={cell.text} />
      )}
    </div>
  );
}
