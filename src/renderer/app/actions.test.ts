import { describe, expect, it } from 'vitest';
import type { Cell, CellKind } from '../../shared/notebook';
import {
  advance,
  deleteSelected,
  insertBeside,
  insertCell,
  mergeSelected,
  moveSection,
  moveSelected,
  pasteCells,
  setKinds,
  setText,
  splitCell,
} from './actions';
import { draggedIds } from './drag';
import { foldSection, setSectionFolded, toggleOutputs, toggleTexts, unfoldSection } from './folding';
import { markdownOf } from './markdown';
import { extendSelection, isInRange, selectAll, selectedIds, selectEnd, selectNeighbour } from './selection';
import { INITIAL_STATE, load, redo, requestFocus, selectCell, undo, type AppState } from './state';

function cell(id: string, text = id, kind: CellKind = 'console'): Cell {
  return { id, kind, text, attributes: '', origin: null };
}

const CELLS = [
  cell('h1', '# One', 'markdown'),
  cell('a'),
  cell('b'),
  cell('h2', '# Two', 'markdown'),
  cell('c'),
  cell('d'),
];

function at(selected: string, anchor = selected): AppState {
  return { ...INITIAL_STATE, notebook: { ...INITIAL_STATE.notebook, cells: CELLS }, selected, anchor };
}

const ids = (state: AppState): string => state.notebook.cells.map(({ id }) => id).join(' ');

describe('a range of cells', () => {
  it('grows and shrinks by its end, and is told', () => {
    const down = extendSelection(extendSelection(at('a'), 1), 1);
    expect(selectedIds(down)).toEqual(['a', 'b', 'h2']);
    expect(down.announcement).toBe('3 cells selected');
    expect(selectedIds(extendSelection(down, -1))).toEqual(['a', 'b']);
    expect(selectedIds(extendSelection(at('b'), -1))).toEqual(['a', 'b']);
    expect(isInRange(down, 'b')).toBe(true);
    expect(isInRange(at('a'), 'a')).toBe(false);
  });

  it('ends when one goes on without Shift', () => {
    expect(selectedIds(selectNeighbour(at('b', 'a'), 1))).toEqual(['h2']);
    expect(selectedIds(selectNeighbour(at('d', 'a'), 1))).toEqual(['d']);
  });

  it('may be everything, or the first or last cell', () => {
    expect(selectedIds(selectAll(at('b')))).toHaveLength(6);
    expect(selectEnd(at('b'), 'last').selected).toBe('d');
    expect(selectEnd(at('b'), 'first').selected).toBe('h1');
  });

  it('is deleted as one step, with a way back', () => {
    const deleted = deleteSelected(at('b', 'a'), 0);
    expect(ids(deleted)).toBe('h1 h2 c d');
    expect(deleted.selected).toBe('h2');
    expect(deleted.toast).toEqual({ text: '2 cells deleted', step: 1 });
    const back = undo(deleted);
    expect(back.notebook.cells).toEqual(CELLS);
    expect(back.toast).toBeNull();
    expect([...back.flash.ids].toSorted()).toEqual(['a', 'b']);
    expect(ids(redo(back))).toBe('h1 h2 c d');
  });

  it('can be all there is', () => {
    const nothing = deleteSelected(selectAll(at('a')), 0);
    expect([ids(nothing), nothing.selected]).toEqual(['', null]);
  });

  it('moves as a whole, up to the ends', () => {
    expect(ids(moveSelected(at('b', 'a'), 1, 0))).toBe('h1 h2 a b c d');
    expect(ids(moveSelected(at('b', 'a'), -1, 0))).toBe('a b h1 h2 c d');
    const top = at('a', 'h1');
    expect(moveSelected(top, -1, 0)).toBe(top);
    expect(undo(moveSelected(at('b', 'a'), 1, 0)).notebook.cells).toEqual(CELLS);
  });

  it('changes its kind', () => {
    const changed = setKinds(at('b', 'a'), ['a', 'b'], 'expect', 0);
    expect(changed.notebook.cells.filter(({ kind }) => kind === 'expect')).toHaveLength(2);
    expect(changed.undo).toHaveLength(1);
  });
});

describe('new cells', () => {
  it('are of the kind of the one beside them, above or below', () => {
    const above = insertBeside(at('a'), 'above', 0);
    expect(ids(above)).toBe('h1 new-7 a b h2 c d');
    expect(above.focus?.target).toBe('cell');
    expect(ids(insertBeside(at('h1'), 'above', 0))).toMatch(/^new-7 /);
    expect(insertBeside(at('h1'), 'below', 0).notebook.cells[1]?.kind).toBe('markdown');
  });

  it('come from the clipboard with ids of their own, as one step', () => {
    const contents = [
      { kind: 'edit', text: 'x', attributes: '' },
      { kind: 'expect', text: 'y', attributes: 'published' },
    ] as const;
    const pasted = pasteCells(at('a'), contents, 'a', 0);
    expect(ids(pasted)).toBe('h1 a new-7 new-8 b h2 c d');
    expect(pasted.notebook.cells[3]?.attributes).toBe('published');
    expect(selectedIds(pasted)).toEqual(['new-7', 'new-8']);
    expect(undo(pasted).notebook.cells).toEqual(CELLS);
  });
});

describe('merging and splitting', () => {
  it('joins a range, or a cell with the next', () => {
    expect(mergeSelected(at('b', 'a'), 0).notebook.cells[1]?.text).toBe('a\nb');
    expect(mergeSelected(at('h1'), 0).notebook.cells[0]?.text).toBe('# One\n\na');
    const last = at('d');
    expect(mergeSelected(last, 0)).toBe(last);
    expect(undo(mergeSelected(at('b', 'a'), 0)).notebook.cells).toEqual(CELLS);
  });

  it('splits at the caret, and merging gives the text back', () => {
    const cells = [cell('x', 'one\ntwo\nthree')];
    const state = { ...at('x'), notebook: { ...INITIAL_STATE.notebook, cells } };
    const split = splitCell(state, 'x', 4, 0);
    expect(split.notebook.cells.map(({ text }) => text)).toEqual(['one', 'two\nthree']);
    expect(split.focus).toMatchObject({ cellId: 'new-2', target: 'editor' });
    expect(mergeSelected(selectCell(split, 'x'), 0).notebook.cells[0]?.text).toBe('one\ntwo\nthree');
  });
});

describe('sections', () => {
  it('fold under their heading, which then stands for them', () => {
    const folded = foldSection(at('h1'));
    expect(selectNeighbour(folded, 1).selected).toBe('h2');
    expect(selectedIds(folded)).toEqual(['h1', 'a', 'b']);
    expect(ids(moveSelected(folded, 1, 0))).toBe('h2 h1 a b c d');
    expect(ids(deleteSelected(folded, 0))).toBe('h2 c d');
    expect(unfoldSection(folded).folds.sections.size).toBe(0);
  });

  it('are left for their heading from within', () => {
    expect(foldSection(at('b')).selected).toBe('h1');
  });

  it('move over their neighbours', () => {
    expect(ids(moveSection(at('h1'), 1, 0))).toBe('h2 c d h1 a b');
    expect(ids(moveSection(at('h2'), -1, 0))).toBe('h2 c d h1 a b');
    const last = at('h2');
    expect(moveSection(last, 1, 0)).toBe(last);
  });

  it('open when something in them is undone', () => {
    const changed = setKinds(at('b'), ['b'], 'expect', 0);
    const folded = foldSection(selectCell(changed, 'h1'));
    expect(undo(folded).folds.sections.size).toBe(0);
  });

  it('are dragged whole with Alt or when folded, a range as a range', () => {
    expect(draggedIds(at('h1'), 'h1', false)).toEqual(['h1']);
    expect(draggedIds(at('h1'), 'h1', true)).toEqual(['h1', 'a', 'b']);
    expect(draggedIds(foldSection(at('h1')), 'h1', false)).toEqual(['h1', 'a', 'b']);
    expect(draggedIds(at('b', 'a'), 'a', false)).toEqual(['a', 'b']);
  });
});

it('folds the outputs of a range, and unfolds them when all are folded', () => {
  const one = toggleOutputs(at('a'));
  const all = toggleOutputs({ ...one, selected: 'b', anchor: 'a' });
  expect([...all.folds.outputs].toSorted()).toEqual(['a', 'b']);
  expect(toggleOutputs(all).folds.outputs.size).toBe(0);
});

it('writes a cell as Markdown with what came out of it', () => {
  const output = {
    cellId: 'a',
    kind: 'expect',
    status: 'failed',
    problems: [],
    networkKey: null,
    checks: [
      { line: 1, text: 'x -> y reach', passed: false, expected: '', actual: '', difference: 'It is lost.' },
    ],
  } as const;
  expect(markdownOf(cell('a', 'x -> y reach', 'expect'), output)).toBe(
    '```expect\nx -> y reach\n```\n\n```text\nFAIL  x -> y reach\n      It is lost.\n```\n',
  );
  expect(markdownOf(cell('m', '# T', 'markdown'), undefined)).toBe('# T\n');
  expect(markdownOf(cell('a', 'x ``` y'), undefined)).toBe('````console\nx ``` y\n````\n');
});

it('marks what is new in a file that was read again, and stays where it was', () => {
  const snapshot = {
    path: '/a.md',
    name: 'a.md',
    dirty: false,
    notice: null,
    disk: 'same',
    view: null,
    revision: 9,
  } as const;
  const notebook = { ...INITIAL_STATE.notebook, cells: CELLS };
  const opened = load(INITIAL_STATE, { ...snapshot, notebook });
  expect(opened.flash.ids.size).toBe(0);
  const changed = { ...notebook, cells: CELLS.with(2, cell('b2')) };
  const again = load(selectCell(opened, 'c'), { ...snapshot, notebook: changed });
  expect([...again.flash.ids]).toEqual(['b2']);
  expect(again.selected).toBe('c');
  expect(load(selectCell(opened, 'b'), { ...snapshot, notebook: changed }).selected).toBe('b2');
});

const folded = (selected: string): AppState => {
  const state = at(selected);
  return { ...state, folds: { ...state.folds, sections: new Set(['h1', 'h2']) } };
};
const open = (state: AppState): string[] => ['h1', 'h2'].filter((id) => !state.folds.sections.has(id));

describe('beside a folded section', () => {
  it('a new cell is seen, below all that is folded', () => {
    expect(ids(insertBeside(folded('h1'), 'below', 0))).toBe('h1 a b new-7 h2 c d');
    expect(open(insertBeside(folded('h1'), 'below', 0))).toEqual(['h1']);
    expect(open(insertBeside(folded('h2'), 'above', 0))).toEqual(['h1']);
    expect(ids(insertCell(folded('h1'), 'console', 'h1', 0))).toBe('h1 a b new-7 h2 c d');
    expect(open(pasteCells(folded('h2'), [{ kind: 'edit', text: '', attributes: '' }], 'd', 0))).toEqual([
      'h2',
    ]);
  });

  it('one goes on to what is seen next', () => {
    expect(advance(folded('h1'), 'h1', 0).selected).toBe('h2');
    expect(ids(advance(folded('h2'), 'h2', 0))).toBe('h1 a b h2 c d new-7');
  });

  it('cells move over it as over one cell, and none goes out of sight', () => {
    expect(ids(moveSelected(folded('h2'), -1, 0))).toBe('h2 c d h1 a b');
    expect(open(moveSelected(folded('h2'), -1, 0))).toEqual([]);
    expect(ids(moveSelected(folded('h1'), 1, 0))).toBe('h2 c d h1 a b');
    const alone = { ...folded('a'), folds: { ...folded('a').folds, sections: new Set(['h2']) } };
    const moved = moveSelected(moveSelected(alone, 1, 0), 1, 0);
    expect(ids(moved)).toBe('h1 b h2 c d a');
    expect(open(moved)).toContain('h2');
  });

  it('a heading that goes or becomes text takes no cell out of sight', () => {
    const first = { ...folded('h2'), folds: { ...folded('h2').folds, sections: new Set(['h1']) } };
    const deleted = deleteSelected(first, 0);
    expect(deleted.selected).toBe('c');
    expect(open(deleted)).toContain('h1');
    expect(open(setKinds(first, ['h2'], 'console', 0))).toContain('h1');
    expect(open(setText(first, 'h2', 'Two', 0))).toContain('h1');
    // Another section stays as it is.
    expect(open(setText(folded('h1'), 'h1', '# 1', 0))).toEqual([]);
  });

  it('all cells are selected with the keyboard on one that is seen', () => {
    const all = selectAll(folded('h1'));
    expect(all.selected).toBe('h2');
    expect(open(all)).toEqual([]);
    expect(selectedIds(all)).toHaveLength(6);
  });
});

describe('folding', () => {
  it('of a section gives the keyboard in it to its heading', () => {
    const state = setSectionFolded(at('b', 'a'), 'h1', true);
    expect([state.selected, state.focus?.cellId]).toEqual(['h1', 'h1']);
    expect(state.folds.sections.has('h1')).toBe(true);
  });

  it('of a text ends when one goes into it', () => {
    const state = toggleTexts(at('a'));
    expect(requestFocus(state, 'a', 'cell').folds.texts.has('a')).toBe(true);
    expect(requestFocus(state, 'a', 'editor').folds.texts.has('a')).toBe(false);
  });
});
