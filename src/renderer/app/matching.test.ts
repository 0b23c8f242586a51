import { expect, it } from 'vitest';
import { matching } from './matching';

const NAMES = ['Save As…', 'Insert Cell Below', 'Find…', 'Move Cells Down', 'Delete Cells'];
const find = (query: string): readonly string[] => matching(NAMES, query, (name) => name);

it('finds all words in any order, beginnings first', () => {
  expect(find('')).toEqual(NAMES);
  expect(find('below cell')).toEqual(['Insert Cell Below']);
  expect(find('e')).toEqual(['Save As…', 'Insert Cell Below', 'Move Cells Down', 'Delete Cells']);
  expect(find('d')).toEqual(['Delete Cells', 'Move Cells Down', 'Find…']);
  expect(find('x')).toEqual([]);
});
