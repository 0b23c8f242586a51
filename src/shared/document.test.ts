import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, createCell, OperationError } from './document';
import { CELL_KINDS, type Cell, type Notebook, type Operation } from './notebook';

const anyCell = (id: string): fc.Arbitrary<Cell> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom(...CELL_KINDS),
    text: fc.string(),
    attributes: fc.constantFrom('', '{#x}'),
    origin: fc.constant(null),
  });

function notebookOf(cells: readonly Cell[]): Notebook {
  return { head: '', formatVersion: 1, title: null, seed: 0, eol: '\n', cells, readOnly: false };
}

const ids = ['a', 'b', 'c', 'd'];
const anyNotebook = fc
  .subarray(ids)
  .chain((chosen) => fc.tuple(...chosen.map(anyCell)))
  .map(notebookOf);
const place = fc.option(fc.constantFrom(...ids));
const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    type: fc.constant('insert' as const),
    cell: fc.constantFrom(...ids).chain(anyCell),
    after: place,
  }),
  fc.record({ type: fc.constant('delete' as const), id: fc.constantFrom(...ids) }),
  fc.record({ type: fc.constant('move' as const), id: fc.constantFrom(...ids), after: place }),
  fc.record({ type: fc.constant('set-text' as const), id: fc.constantFrom(...ids), text: fc.string() }),
  fc.record({
    type: fc.constant('set-kind' as const),
    id: fc.constantFrom(...ids),
    kind: fc.constantFrom(...CELL_KINDS),
  }),
  fc.record({
    type: fc.constant('set-attributes' as const),
    id: fc.constantFrom(...ids),
    attributes: fc.string(),
  }),
);

describe('operations', () => {
  it('have inverses, or are refused', () => {
    let applied = 0;
    fc.assert(
      fc.property(anyNotebook, anyOperation, (notebook, operation) => {
        let result;
        try {
          result = applyOperation(notebook, operation);
        } catch (error) {
          expect(error).toBeInstanceOf(OperationError);
          return;
        }
        applied += 1;
        const back = applyOperation(result.notebook, result.inverse);
        expect(back.notebook).toEqual(notebook);
        expect(applyOperation(back.notebook, back.inverse).notebook).toEqual(result.notebook);
      }),
      { numRuns: 1000 },
    );
    expect(applied).toBeGreaterThan(100);
  });

  it('share the cells they do not change', () => {
    const cells = ['a', 'b'].map((id): Cell => ({
      id,
      kind: 'edit',
      text: id,
      attributes: '',
      origin: null,
    }));
    const { notebook } = applyOperation(notebookOf(cells), { type: 'set-text', id: 'b', text: 'x' });
    expect(notebook.cells[0]).toBe(cells[0]);
    expect(notebook.cells[1]?.text).toBe('x');
  });

  it('keep LF line ends in texts', () => {
    const cell = createCell('edit', 'a\r\nb\rc', []);
    const { notebook } = applyOperation(notebookOf([]), { type: 'insert', cell, after: null });
    expect(notebook.cells[0]?.text).toBe('a\nb\nc');
    const changed = applyOperation(notebook, { type: 'set-text', id: cell.id, text: '\r\n' }).notebook;
    expect(changed.cells[0]?.text).toBe('\n');
  });

  it.each<[string, Operation]>([
    ['an unknown cell', { type: 'delete', id: 'x' }],
    ['an unknown place', { type: 'move', id: 'new-1', after: 'x' }],
    ['a place after itself', { type: 'move', id: 'new-1', after: 'new-1' }],
    ['an id in use', { type: 'insert', cell: createCell('edit', '', []), after: null }],
  ])('are refused for %s', (_, operation) => {
    const notebook = notebookOf([createCell('edit', '', [])]);
    expect(() => applyOperation(notebook, operation)).toThrow(OperationError);
  });

  it('are refused on a read-only notebook', () => {
    const notebook = { ...notebookOf([createCell('edit', '', [])]), readOnly: true };
    expect(() => applyOperation(notebook, { type: 'delete', id: 'new-1' })).toThrow(OperationError);
  });
});

describe('a new cell', () => {
  it('has an id that no other cell has', () => {
    const first = createCell('edit', '', []);
    const second = createCell('edit', '', [first]);
    const third = createCell('edit', '', [second]);
    expect([first.id, second.id, third.id]).toEqual(['new-1', 'new-2', 'new-3']);
  });
});
