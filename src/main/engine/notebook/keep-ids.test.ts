import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cell } from '../../../shared/notebook';
import { parseNotebook } from './format';
import { keepIds } from './keep-ids';

function cellsOf(...texts: readonly string[]): readonly Cell[] {
  return parseNotebook(texts.map((text) => `\`\`\`console\n${text}\n\`\`\`\n`).join('\n')).notebook.cells;
}

it('keeps the id of a cell that changed, was moved past or stands beside its like', () => {
  const before = cellsOf('a', 'same', 'b', 'same', 'c');
  const [a, first, b, second, c] = before.map(({ id }) => id);
  const ids = (...texts: readonly string[]): readonly string[] =>
    keepIds(before, cellsOf(...texts)).map(({ id }) => id);
  expect(ids('a', 'same', 'b', 'same', 'c')).toEqual([a, first, b, second, c]);
  expect(ids('a', 'other', 'b', 'same', 'c')).toEqual([a, first, b, second, c]);
  expect(ids('a', 'b', 'same', 'c')).toEqual([a, b, second, c]);
  expect(ids('a', 'same', 'same', 'b', 'same', 'c!')).toEqual([a, first, expect.any(String), b, second, c]);
  expect(ids()).toEqual([]);
});

it('leaves a name to the cell that has it', () => {
  const named = parseNotebook('```console {#net}\na\n```\n').notebook.cells;
  expect(keepIds(named, cellsOf('a'))[0]?.id).not.toBe('net');
  expect(keepIds(cellsOf('a'), named)[0]?.id).toBe('net');
});

it('gives every cell an id of its own and changes nothing else', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, texts, (one, two, three) => {
      const second = keepIds(cellsOf(...one), cellsOf(...two));
      const third = keepIds(second, cellsOf(...three));
      expect(new Set(third.map(({ id }) => id)).size).toBe(third.length);
      expect(third.map(({ text }) => text)).toEqual(three);
      expect(keepIds(third, cellsOf(...three))).toEqual(third);
    }),
  );
});
