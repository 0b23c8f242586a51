import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../../shared/document';
import type { CellKind } from '../../../shared/notebook';
import { brief, cellAt, read } from '../testing/notebooks';
import { CELL_LIMIT, cellStarts, parseNotebook, problemInFile, serializeNotebook } from './format';

describe('reading', () => {
  it.each<[string, string, readonly (readonly [CellKind, string])[]]>([
    ['nothing', '', []],
    ['an empty fence', '```edit\n```', [['edit', '']]],
    [
      'a fence after prose',
      'a\n```edit\nx\n\n```\nb',
      [
        ['markdown', 'a'],
        ['edit', 'x\n'],
        ['markdown', 'b'],
      ],
    ],
    ['a longer fence', '````edit\n```\n````', [['edit', '```']]],
    ['a tilde fence', '~~~edit\n```\n~~~', [['edit', '```']]],
    ['an indented fence', '  ```edit\n   x\n y\n  ```', [['edit', ' x\ny']]],
    ['an unknown fence', '```python\n```edit\n```', [['markdown', '```python\n```edit\n```']]],
    ['a fence in a list', '- a\n\n  ```edit\n  x\n  ```', [['markdown', '- a\n\n  ```edit\n  x\n  ```']]],
    [
      'a fence after a list',
      '- a\n\n```edit\nx\n```',
      [
        ['markdown', '- a'],
        ['edit', 'x'],
      ],
    ],
    ['a fence in a lazy list', '- a\nb\n  ```edit\n  ```', [['markdown', '- a\nb\n  ```edit\n  ```']]],
    ['a fence in a quote', '> ```edit\n> x\n> ```', [['markdown', '> ```edit\n> x\n> ```']]],
    ['indented code', '    ```edit\n    ```', [['markdown', '    ```edit\n    ```']]],
    ['a fence in a comment', '<!--\n\n```edit\n```\n-->', [['markdown', '<!--\n\n```edit\n```\n-->']]],
    ['inline code', '```edit``` is code', [['markdown', '```edit``` is code']]],
    ['a longer first word', '```edits\n```', [['markdown', '```edits\n```']]],
    [
      'lone carriage returns',
      'a\r```edit\rx\r```\r',
      [
        ['markdown', 'a'],
        ['edit', 'x'],
      ],
    ],
  ])('%s', (_, text, cells) => {
    expect(brief(read(text))).toEqual(cells);
  });

  it('takes ids from {#id}, the first of equals', () => {
    const ids = read('```edit {#a}\n```\n```edit x {#a} y\n```\n').cells.map(({ id }) => id);
    expect(ids[0]).toBe('a');
    expect(ids[1]).toMatch(/^[0-9a-z]{7}$/);
  });

  it('keeps ids of unchanged cells when others come and go', () => {
    const before = read('one\n\n```edit\nx\n```\n\ntwo\n');
    const after = read('zero\n\n```console\n```\n\n```edit\nx\n```\n\ntwo\n');
    expect(cellAt(after, 2).id).toBe(cellAt(before, 1).id);
    expect(cellAt(after, 3).id).toBe(cellAt(before, 2).id);
  });

  it('reads the front matter', () => {
    const { notebook, problems } = parseNotebook(
      '\uFEFF---\r\ntracebook: 1\r\ntitle: A lab\r\nseed: 4294967295\r\nmore: [x]\r\n---\r\n',
    );
    expect(problems).toEqual([]);
    expect(notebook).toMatchObject({
      formatVersion: 1,
      title: 'A lab',
      seed: 4294967295,
      readOnly: false,
      eol: '\r\n',
    });
  });

  it('opens a newer version read-only with a notice', () => {
    const { notebook, problems } = parseNotebook('---\ntracebook: 2\n---\n');
    expect(notebook.readOnly).toBe(true);
    expect(problems).toMatchObject([{ severity: 'warning', line: 1, column: 1 }]);
    expect(() => applyOperation(notebook, { type: 'delete', id: 'x' })).toThrow('read-only');
  });

  it.each([
    ['broken YAML', '---\ntitle: [a\nseed: 3\n---\nx', 3, 1],
    ['a wrong seed', '---\ntracebook: 1\nseed: -1\n---\n', 3, 7],
    ['a fractional seed', '---\nseed: 1.5\n---\n', 2, 7],
    ['a wrong version', '---\ntracebook: one\n---\n', 2, 12],
    ['a list', '---\n- a\n---\n', 2, 1],
    ['an alias', '---\na: &a [1]\ntitle: *a\n---\n', 3, 8],
    ['deep nesting', `---\n${'['.repeat(60_000)}\n---\n`, 2, 41],
    ['more than is read', `---\na: ${'x'.repeat(70_000)}\n---\n`, 1, 1],
  ])('tells where the front matter is wrong: %s', (_, text, line, column) => {
    const { notebook, problems } = parseNotebook(text);
    expect(problems[0]).toMatchObject({ severity: 'error', line, column });
    expect(notebook).toMatchObject({ formatVersion: 1, title: null, seed: 0 });
    expect(serializeNotebook(notebook)).toBe(text);
  });

  it('warns of a fence that is never closed', () => {
    const { notebook, problems } = parseNotebook('a\n\n```edit\nx\n\n');
    expect(brief(notebook)[1]).toEqual(['edit', 'x\n']);
    expect(problems).toMatchObject([{ severity: 'warning', line: 3, column: 1 }]);
  });

  it('keeps the hint short where a fence is long', () => {
    const { problems } = parseNotebook('`'.repeat(5000));
    expect(problems[0]?.hint).toBe('Close it with 5000 times "`"');
  });

  it.each([
    ['```expects\na\n```\n', 'expects', 'expect', 4],
    ['  ~~~Topology {#net}\n~~~\n', 'Topology', 'topology', 6],
    ['``` {console}\n```\n', '{console}', 'console', 5],
  ])('warns of a fence that looks like a cell and is none: %j', (fence, word, kind, column) => {
    const { notebook, problems } = parseNotebook(`a\n\n${fence}`);
    expect(notebook.cells).toHaveLength(1);
    expect(problems).toEqual([
      {
        severity: 'warning',
        message: `"${word}" is no kind of cell, so this block is Markdown and does not run`,
        hint: `did you mean "${kind}"?`,
        line: 3,
        column,
      },
    ]);
  });

  it('says nothing of other languages, nor of what is inside other blocks', () => {
    const text =
      '```python\n```\n\n```diff\n```\n\n```\n```\n\n````md\n```expects\n```\n````\n\n- ```expects\n';
    expect(parseNotebook(text).problems).toEqual([]);
  });

  it('keeps what follows the last cell it may make', () => {
    const text = '```edit\nx\n```\n'.repeat(CELL_LIMIT + 5);
    const { notebook, problems } = parseNotebook(text);
    expect(notebook.cells).toHaveLength(CELL_LIMIT);
    expect(notebook.cells.at(-1)?.kind).toBe('markdown');
    expect(problems).toMatchObject([{ severity: 'error', line: 3 * (CELL_LIMIT - 1) + 1 }]);
    expect(serializeNotebook(notebook)).toBe(text);
  });
});

describe('front matter that is never closed', () => {
  it.each(['---\ntitle: A\n\n# Text\n', '\uFEFF---\r\ntracebook: 1\r\n', '--- \nseed:\n'])(
    'is Markdown, with a warning: %j',
    (text) => {
      const { notebook, problems } = parseNotebook(text);
      expect(notebook.title).toBeNull();
      expect(problems).toEqual([
        expect.objectContaining({
          severity: 'warning',
          line: 1,
          column: 1,
          hint: 'Close it with a line `---`',
        }),
      ]);
      expect(serializeNotebook(notebook)).toBe(text);
    },
  );

  it.each(['---\n\ntitle: A\n', '---\ntitle: A\n---\n', '---\nJust a line: so\n', '---', '# A\n---\nb: c\n'])(
    'is not what a rule is: %j',
    (text) => expect(parseNotebook(text).problems).toEqual([]),
  );
});

describe('positions', () => {
  it("of problems behind a cell's kind are in its fence", () => {
    const start = cellStarts(read('A\n\n ~~~~   scenario   a b {#s}\n x\n ~~~~\n')).get('s');
    const problem = { severity: 'error', message: 'm', line: 0, column: 3 } as const;
    expect(start === undefined ? null : problemInFile(problem, start)).toMatchObject({ line: 3, column: 22 });
  });

  it('tell at which line of the file a cell begins', () => {
    const text = '---\ntracebook: 1\n---\n\n# A\n\n<!-- cell -->\n\nB\n\n```edit {#e}\nx\n```\n';
    expect([...cellStarts(read(text)).values()].map(({ line }) => line)).toEqual([5, 9, 12]);
  });

  it('of problems count the indentation of their fence', () => {
    const start = cellStarts(read('A\n\n  ```edit {#e}\n  x\n  ```\n')).get('e');
    if (start === undefined) throw new Error('no cell e');
    const problem = {
      severity: 'error',
      message: 'm',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
    } as const;
    expect(problemInFile(problem, start)).toEqual({
      ...problem,
      line: 4,
      column: 3,
      endLine: 4,
      endColumn: 4,
    });
  });
});
