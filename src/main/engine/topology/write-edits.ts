/**
 * Edits written into the text of a topology, as gestures on its map are: comments and layout stay. The text that
 * comes out is read again and must say what the edits do; else nothing is written.
 */
import type { WrittenEdits } from '../../../shared/ipc';
import type { Problem } from '../../../shared/problem';
import { sameValue } from '../same';
import { editLine } from './edit-line';
import { parseTopology } from './parse';
import { writeStep } from './yaml-write';

/** Characters. With more a person would wait for the answer; edits in a cell of their own do not. */
export const MAX_WRITTEN = 1_000_000;

/** The text of a topology after edit lines, carried out one after another: all of them or none. Never throws. */
export function writeEdits(text: string, lines: readonly string[]): WrittenEdits {
  if (text.length > MAX_WRITTEN) return { kind: 'unfit' };
  const parsed = parseTopology(text);
  if (!parsed.ok) return refused(parsed.problems);
  let document = parsed.value;
  let written = text;
  for (const line of lines) {
    const edited = editLine(line, document);
    if (!edited.ok) return refused(edited.problems);
    document = edited.value.document;
    for (const step of edited.value.edit.steps) {
      const next = writeStep(written, step, document.input);
      if (next === null) return { kind: 'unfit' };
      written = next;
    }
  }
  const again = parseTopology(written);
  const same = again.ok && sameValue(again.value.input, document.input);
  return same ? { kind: 'written', text: written } : { kind: 'unfit' };
}

function refused(problems: readonly Problem[]): WrittenEdits {
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  const hint = worst?.hint === undefined ? '' : ` (${worst.hint})`;
  return { kind: 'refused', reason: `${worst?.message ?? ''}${hint}` };
}
