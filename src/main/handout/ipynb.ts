/**
 * A notebook as a Jupyter notebook with its outputs embedded (nbformat 4.5). Cells that run become code cells
 * whose kind stands in their metadata; no kernel is needed to read it.
 */
import type { Cell } from '../../shared/notebook';
import { outputText } from '../../shared/transcript';
import { editsOf, type Drawing, type Handout, type HandoutPart, type Pictures } from './handout';

/** One space, as Jupyter itself writes. */
const INDENT = 1;

export function handoutIpynb(handout: Handout, pictures: Pictures): string {
  const document = {
    cells: handout.parts.map((part, index) => jupyterCell(part, index, pictures)),
    metadata: {
      title: handout.title,
      language_info: { name: 'tracebook', file_extension: '.tracebook.md' },
      tracebook: { version: handout.notebook.formatVersion, seed: handout.notebook.seed },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(document, null, INDENT)}\n`;
}

function jupyterCell(part: HandoutPart, index: number, pictures: Pictures): unknown {
  const { cell } = part;
  const source = linesOf(cell.text);
  if (cell.kind === 'markdown')
    return { cell_type: 'markdown', id: cellId(cell, index), metadata: {}, source };
  return {
    cell_type: 'code',
    id: cellId(cell, index),
    metadata: { tracebook: { kind: cell.kind, attributes: cell.attributes } },
    execution_count: null,
    outputs: outputsOf(part, pictures),
    source,
  };
}

/** nbformat allows letters, digits, `-` and `_`, 1 to 64 of them, each id once. */
function cellId({ id }: Cell, index: number): string {
  return /^[\w-]{1,64}$/.test(id) ? id : `cell-${index}`;
}

function outputsOf({ output, view }: HandoutPart, pictures: Pictures): unknown[] {
  if (output === null) return [];
  if (output.kind === 'console' && output.status !== 'blocked')
    return output.entries.flatMap((entry) => [
      stream(outputText({ ...output, entries: [entry] }, view)),
      ...pictures.ofResult(entry.result, view).map(picture),
    ]);
  const changed = output.kind === 'edit' || output.kind === 'scenario';
  const mapped = output.kind === 'topology' || (changed && output.status === 'fresh');
  const drawn = mapped && view !== null ? pictures.ofNetwork(view, editsOf(output)).map(picture) : [];
  const text = outputText(output, view);
  return [...(text === '' ? [] : [stream(text)]), ...drawn];
}

function stream(text: string): unknown {
  return { output_type: 'stream', name: 'stdout', text: linesOf(text) };
}

/** Jupyter shows one below the other; its title stands for it where pictures cannot be shown. */
function picture({ title, draw }: Drawing): unknown {
  const data = { 'image/svg+xml': linesOf(draw()), 'text/plain': [title] };
  return { output_type: 'display_data', data, metadata: {} };
}

/** A multi-line string as nbformat keeps it: lines with their line ends. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
