import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyOperation } from '../../shared/document';
import { CELL_KINDS, type Cell } from '../../shared/notebook';
import { operationsBetween } from './history';
import { INITIAL_STATE } from './state';

const cell = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  kind: fc.constantFrom(...CELL_KINDS),
  text: fc.constantFrom('', 'one', 'two'),
  attributes: fc.constantFrom('', 'x'),
  origin: fc.constant(null),
});
const someCells = fc.uniqueArray(cell, { selector: ({ id }) => id });

function carriedOut(before: readonly Cell[], after: readonly Cell[]): readonly Cell[] {
  const notebook = { ...INITIAL_STATE.notebook, cells: before };
  return operationsBetween(before, after).reduce((now, each) => applyOperation(now, each).notebook, notebook)
    .cells;
}

it('makes any cells of any others', () => {
  fc.assert(
    fc.property(someCells, someCells, (before, after) => {
      expect(carriedOut(before, after)).toEqual(after);
    }),
  );
});

it('says nothing of cells that are the same', () => {
  fc.assert(
    fc.property(someCells, (cells) => {
      expect(operationsBetween(cells, cells)).toEqual([]);
    }),
  );
});
