/** A notebook as plain Markdown: below each cell stands what it gave, in a fence of its own. */
import type { Cell } from '../../shared/notebook';
import { outputText } from '../../shared/transcript';
import { serializeNotebook } from '../engine/index';
import type { Handout, HandoutPart } from './handout';

/** The cells themselves stay cells: Tracebook opens the result like any notebook. */
export function handoutMarkdown({ notebook, parts }: Handout): string {
  const cells: Cell[] = [];
  let pending = '';
  for (const part of parts) {
    const { cell } = part;
    if (cell.kind !== 'markdown') {
      if (pending !== '') cells.push(prose(pending, cells.length));
      cells.push({ ...cell, origin: null });
      pending = outputFence(part);
      continue;
    }
    const text = pending === '' ? cell.text : `${pending}\n\n${cell.text}`;
    cells.push({ ...cell, text, origin: null });
    pending = '';
  }
  if (pending !== '') cells.push(prose(pending, cells.length));
  return serializeNotebook({ ...notebook, cells });
}

function prose(text: string, index: number): Cell {
  return { id: `output-${index}`, kind: 'markdown', text, attributes: '', origin: null };
}

function outputFence({ output, view }: HandoutPart): string {
  const text = output === null ? '' : outputText(output, view).trimEnd();
  if (text === '') return '';
  const fence = '`'.repeat(Math.max(3, 1 + longestRun(text)));
  return `${fence}text\n${text}\n${fence}`;
}

/** The longest run of backticks, which the fence has to outdo. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
