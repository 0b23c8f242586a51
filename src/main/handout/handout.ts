/** A notebook with its outputs, as it is handed to readers who have no Tracebook. */
import type { CellOutput, EditEntry, Evaluation } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import type { Cell, Notebook } from '../../shared/notebook';
import type { CommandResult } from '../../shared/results';
import type { Detail } from '../../renderer/diagrams/svg';
import { strings } from '../../shared/strings';

export interface Drawing {
  /** `map`, `path`, `latency` ...: what it is, in names of files. */
  readonly id: string;
  /** What kind of picture it is, for a caption. */
  readonly title: string;
  /** The text of an SVG document. */
  readonly draw: () => string;
  /** What its parts tell when they are pointed at, from the first to the last. */
  readonly details: () => readonly Detail[];
}

/** Whatever has a picture; of several, the one that shows most comes first. */
export interface Pictures {
  readonly ofResult: (result: CommandResult, view: NetworkView | null) => readonly Drawing[];
  /**
   * None of a network in which there is nothing yet.
   * @param edits that made it; none where a topology did
   */
  readonly ofNetwork: (view: NetworkView, edits: readonly EditEntry[]) => readonly Drawing[];
}

export interface Handout {
  readonly notebook: Notebook;
  /** One for each cell, in the order of the cells. */
  readonly parts: readonly HandoutPart[];
  readonly title: string;
}

export interface HandoutPart {
  readonly cell: Cell;
  /** Null for a cell that was not evaluated, which only Markdown may be. */
  readonly output: CellOutput | null;
  /** The network the cell saw or left; null while there is none. */
  readonly view: NetworkView | null;
}

/** The edits that made the network a cell left. */
export function editsOf(output: CellOutput): readonly EditEntry[] {
  return output.kind === 'edit' || output.kind === 'scenario' ? output.edits : [];
}

export function handoutOf(notebook: Notebook, { outputs, networks }: Evaluation): Handout {
  const byCell = new Map(outputs.map((output) => [output.cellId, output]));
  const parts = notebook.cells.map((cell): HandoutPart => {
    const output = byCell.get(cell.id) ?? null;
    const key = output?.networkKey ?? null;
    return { cell, output, view: key === null ? null : (networks[key] ?? null) };
  });
  return { notebook, parts, title: notebook.title ?? firstHeading(notebook) ?? strings.handout.untitled };
}

/** The text of the first ATX heading (CommonMark 0.31 section 4.2). */
function firstHeading({ cells }: Notebook): string | null {
  for (const { kind, text } of cells) {
    if (kind !== 'markdown') continue;
    const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#*)?[ \t]*$/m.exec(text)?.[1];
    if (heading !== undefined && heading !== '') return heading;
  }
  return null;
}
