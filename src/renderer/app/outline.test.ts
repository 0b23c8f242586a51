import { describe, expect, it } from 'vitest';
import type { Cell, CellKind } from '../../shared/notebook';
import { headingsOf, hiddenCells, outlineOf, searchOutline, sectionEnd } from './outline';

function cell(id: string, text: string, kind: CellKind = 'markdown'): Cell {
  return { id, kind, text, attributes: '', origin: null };
}

function titles(text: string): [number, string][] {
  return headingsOf(cell('m', text)).map(({ level, title }) => [level, title]);
}

describe('headings', () => {
  it('are found in both forms, without their marks', () => {
    expect(titles('# One #\n\ntext\n\n## The `two` of [them](x.md)\n\nThree\n---\n\n#')).toEqual([
      [1, 'One'],
      [2, 'The two of them'],
      [2, 'Three'],
      [1, ''],
    ]);
  });

  it('are no lines of code, no rules and no tables', () => {
    expect(
      titles('```\n# no\n```\n~~~~\n~~~\n# no\n~~~~\n\n---\n\n- item\n---\n\n| a |\n---\n    # no\n#no'),
    ).toEqual([]);
  });

  it('of other cells are comments', () => {
    expect(headingsOf(cell('c', '# comment', 'console'))).toEqual([]);
  });
});

const CELLS = [
  cell('title', '# Lab'),
  cell('t', 'routers: {}', 'topology'),
  cell('first', '## First'),
  cell('c', '# why\nalice> tracert bob', 'console'),
  cell('deep', '### Deep'),
  cell('second', '## Second'),
  cell('e', 'shutdown r1', 'edit'),
];

describe('sections', () => {
  it('end where a heading as high begins', () => {
    expect(CELLS.map((_, index) => sectionEnd(CELLS, index))).toEqual([7, null, 5, null, 5, 7, null]);
  });

  it('hide their cells when folded, inner ones with them', () => {
    expect([...hiddenCells(CELLS, new Set(['first']))]).toEqual([
      ['c', 'first'],
      ['deep', 'first'],
    ]);
    expect(hiddenCells(CELLS, new Set(['title', 'first'])).get('c')).toBe('title');
    expect(hiddenCells(CELLS, new Set()).size).toBe(0);
  });
});

describe('the outline', () => {
  const entries = outlineOf(CELLS);

  it('lists headings and cells, each as deep as it stands', () => {
    expect(entries.map(({ title, depth }) => `${' '.repeat(depth)}${title}`)).toEqual([
      'Lab',
      ' routers: {}',
      ' First',
      '  alice> tracert bob',
      '  Deep',
      ' Second',
      '  shutdown r1',
    ]);
  });

  it('is searched by words, and keeps the headings above', () => {
    expect(searchOutline(entries, 'BOB alice').map(({ title }) => title)).toEqual([
      'Lab',
      'First',
      'alice> tracert bob',
    ]);
    expect(searchOutline(entries, '')).toEqual(entries);
    expect(searchOutline(entries, 'nothing')).toEqual([]);
  });
});
