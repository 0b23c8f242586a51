import { expect, it } from 'vitest';
import { extendToEnd, selectedIds } from './selection';
import { INITIAL_STATE, selectCell, type AppState } from './state';

const cells = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  kind: 'console' as const,
  text: '',
  attributes: '',
  origin: null,
}));
const at = (id: string): AppState =>
  selectCell({ ...INITIAL_STATE, notebook: { ...INITIAL_STATE.notebook, cells } }, id);

it('a range reaches to either end of the page from where it began', () => {
  const down = extendToEnd(at('b'), 'last');
  expect(selectedIds(down)).toEqual(['b', 'c', 'd']);
  expect(selectedIds(extendToEnd(down, 'first'))).toEqual(['a', 'b']);
  expect(down.focus?.cellId).toBe('d');
  expect(extendToEnd(INITIAL_STATE, 'last')).toBe(INITIAL_STATE);
});
