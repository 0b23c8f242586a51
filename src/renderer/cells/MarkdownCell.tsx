/** A Markdown cell: rendered at rest, its source while it is written. */
import { useState, type JSX } from 'react';
import type { Cell } from '../../shared/notebook';
import { networkAbove } from '../app/state';
import { useApp } from '../app/store';
import { words } from '../app/strings';
import { CodeEditor } from '../editor/CodeEditor';
import type { TextRange } from '../editor/pool';
import { StaticCode } from '../editor/StaticCode';
import { markerLines } from '../../shared/conflict';
import { MarkdownView } from './MarkdownView';

interface Props {
  readonly cell: Cell;
  readonly position: number;
  readonly readOnly: boolean;
  readonly focusTick: number;
  /** A match of a search: the source is shown while there is one. */
  readonly found: TextRange | null;
  readonly onEdit: () => void;
  readonly onLeave: () => void;
}

export function MarkdownCell(props: Props): JSX.Element {
  const { cell, position, readOnly, focusTick, found, onEdit, onLeave } = props;
  const view = useApp((app) => networkAbove(app, position - 1));
  const [writing, setWriting] = useState(focusTick > 0);
  const [seenTick, setSeenTick] = useState(focusTick);
  if (focusTick !== seenTick) {
    setSeenTick(focusTick);
    if (focusTick > 0) setWriting(true);
  }

  if (writing || found !== null) {
    return (
      <CodeEditor
        cell={cell}
        label={words.cell.editor(cell.kind, position)}
        readOnly={readOnly}
        problems={[]}
        focusTick={focusTick}
        found={found}
        immediate
        onLeave={onLeave}
        onBlur={() => {
          // Another window in front is no end of writing.
          if (document.hasFocus()) setWriting(false);
        }}
      />
    );
  }
  // The line of equals signs in a conflict would make a heading of what stands above it.
  if (markerLines(cell.text).length > 0) {
    return (
      <div className="markdown markdown-conflict" onDoubleClick={onEdit}>
        <p className="conflict-note">{words.keeping.conflict.cell}</p>
        <StaticCode kind={cell.kind} text={cell.text} problems={[]} />
      </div>
    );
  }
  return (
    <div className="markdown" onDoubleClick={onEdit}>
      {cell.text.trim() === '' ? (
        <p className="placeholder">{words.cell.emptyText}</p>
      ) : (
        <MarkdownView text={cell.text} view={view} />
      )}
    </div>
  );
}
