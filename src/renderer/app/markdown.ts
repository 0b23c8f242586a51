/** A cell as Markdown to be pasted elsewhere: its fence, and what came out of it as text. */
import type { CellOutput } from '../../shared/evaluation';
import type { Cell } from '../../shared/notebook';

/** Fences a text so that no line of it can close the fence (CommonMark 0.31 section 4.5). */
function fenced(info: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}\n${fence}\n`;
}

/** The results of an output as text; empty where there is nothing to read. */
function resultText(output: CellOutput): string {
  switch (output.kind) {
    case 'markdown':
    case 'topology':
    // A question copied with its answer would be none.
    case 'predict':
      return '';
    case 'edit':
    case 'scenario':
      return output.edits.map(({ text, summary }) => `${text}  (${summary})`).join('\n');
    case 'observed':
      return output.entries.map(({ text }) => text).join('\n\n');
    case 'console':
      return output.entries
        .map(({ node, command, text }) => `${node}> ${command}\n${text}`.trimEnd())
        .join('\n\n');
    case 'expect':
      return output.checks
        .map(({ text, passed, difference }) =>
          [`${passed ? 'PASS' : 'FAIL'}  ${text}`, difference]
            .filter((part) => part !== null)
            .join('\n      '),
        )
        .join('\n');
  }
}

export function markdownOf(cell: Cell, output: CellOutput | undefined): string {
  if (cell.kind === 'markdown') return `${cell.text}\n`;
  const info = cell.attributes === '' ? cell.kind : `${cell.kind} ${cell.attributes}`;
  const result = output === undefined || output.kind !== cell.kind ? '' : resultText(output);
  return fenced(info, cell.text) + (result === '' ? '' : `\n${fenced('text', result)}`);
}
