/** A notebook written as Tracebook itself would write it: the form that a folder of notebooks can agree on. */
import type { Cell, CellKind, Notebook } from '../../../shared/notebook';
import { serializeNotebook } from './format';
import { BOM } from './front-matter';

/**
 * The text of the notebook with LF line ends, no byte order mark, fences at the margin, one empty line between
 * cells, and no white space at the ends of lines that run. Words, comments and the order of things stay; the
 * text of Markdown cells is the author's. Tidying twice changes nothing more.
 */
export function tidyNotebook(notebook: Notebook): string {
  const head = notebook.head
    .replace(BOM, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();
  const cells = notebook.cells.map((cell): Cell => ({
    ...cell,
    text: tidyText(cell.kind, cell.text),
    attributes: cell.attributes.trim(),
    origin: null,
  }));
  const text = serializeNotebook({ ...notebook, eol: '\n', head: head === '' ? '' : `${head}\n\n`, cells });
  return `${text.trimEnd()}\n`;
}

function tidyText(kind: CellKind, text: string): string {
  if (kind === 'markdown') return text;
  const lines = text.split('\n').map((line) => tidyLine(kind, line.trimEnd()));
  return lines.join('\n').replace(/^\n+/, '').trimEnd();
}

/** One space on either side of what parts a prompt from its command. */
function tidyLine(kind: CellKind, line: string): string {
  return kind === 'console' ? line.replace(/^\s*([\w.-]+)\s*>\s*/, '$1> ') : line;
}
