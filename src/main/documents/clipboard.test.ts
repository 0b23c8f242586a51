import { expect, it } from 'vitest';
import { cellsFromText, cellsToText } from './clipboard';

it('brings every kind of cell there and back', () => {
  const cells = [
    { kind: 'markdown', text: '# One', attributes: '' },
    { kind: 'markdown', text: 'two', attributes: '' },
    { kind: 'topology', text: 'routers: {}', attributes: '{#net}' },
    { kind: 'console', text: 'a> ping b', attributes: '' },
    { kind: 'expect', text: '', attributes: 'published' },
  ] as const;
  expect(cellsFromText(cellsToText(cells))).toEqual(cells);
});

it('takes any text for Markdown', () => {
  expect(cellsFromText('just words')).toEqual([{ kind: 'markdown', text: 'just words', attributes: '' }]);
  expect(cellsFromText(' \n')).toEqual([]);
});

it('drops the front matter of a notebook, and no other text between lines of hyphens', () => {
  expect(cellsFromText('---\ntracebook: 1\ntitle: Lab\n---\n\n# One\n')).toEqual([
    { kind: 'markdown', text: '# One', attributes: '' },
  ]);
  for (const text of ['---\n\nA slide.\n\n---\n\nAnother.', '---\ntitle: A page\n---\n\n# Of another tool'])
    expect(cellsFromText(text)).toEqual([{ kind: 'markdown', text, attributes: '' }]);
});
