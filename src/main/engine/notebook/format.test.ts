import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, createCell } from '../../../shared/document';
import {
  CELL_KINDS,
  type Cell,
  type CellKind,
  type Notebook,
  type Operation,
} from '../../../shared/notebook';
import { CELL_LIMIT, cellStarts, parseNotebook, problemInFile, serializeNotebook } from './format';

const read = (text: string): Notebook => parseNotebook(text).notebook;
const brief = (notebook: Notebook): readonly (readonly [CellKind, string])[] =>
  notebook.cells.map(({ kind, text }) => [kind, text] as const);

function edited(notebook: Notebook, ...operations: readonly Operation[]): Notebook {
  return operations.reduce((current, operation) => applyOperation(current, operation).notebook, notebook);
}

function cellAt(notebook: Notebook, index: number): Cell {
  const cell = notebook.cells[index];
  if (cell === undefined) throw new Error(`no cell ${index}`);
  return cell;
}

const EOL = fc.constantFrom('\n', '\r\n', '\r');
const LINES = [
  '',
  ' \t',
  'prose',
  '# Heading',
  '    indented',
  '- item',
  '  - nested',
  '1. one',
  '2. two',
  '> quote',
  '---',
  '***',
  '...',
  'tracebook: 1',
  'seed: 7',
  '```',
  '~~~',
  '````',
  '```topology',
  '```edit  {#named} x=1',
  '```console',
  '~~~ expect a`b',
  '````console',
  '```python',
  '~~~~text',
  '> ```edit',
  '    ```edit',
  '``` a`b',
  '<!-- cell -->',
  '<!-- comment',
  '-->',
  '<pre>',
  '</pre>',
  'hub-vm> tracert 10.0.0.1',
  '\0',
  '\uD800',
];
const INDENTED_FENCES = ['  ```edit', ' ~~~console', '   ```', '  text'];

function texts(vocabulary: readonly string[]): fc.Arbitrary<string> {
  const line = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...vocabulary) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  return fc
    .tuple(
      fc.constantFrom('', '\uFEFF', '---\ntracebook: 1\n---\n', '\uFEFF---\r\ntitle: T\r\n---\r\n\r\n'),
      fc.oneof(
        fc.array(fc.tuple(line, EOL), { maxLength: 25 }),
        fc.array(fc.tuple(line, fc.constant('\n')), { maxLength: 25 }),
        fc.array(fc.tuple(line, fc.constant('\r\n')), { maxLength: 25 }),
      ),
      fc.boolean(),
    )
    .map(([head, lines, finalEol]) => {
      const body = lines.map(([text, eol]) => text + eol).join('');
      return head + (finalEol ? body : body.replace(/[\r\n]+$/, ''));
    });
}

const YAML_LINES = [
  'tracebook: 1',
  'tracebook: 2',
  'seed: -1',
  'title: [',
  'a: &a *a',
  '- x',
  '? ',
  '"',
  '{}',
  '!!x y',
];
const frontMatters = fc
  .array(fc.oneof(fc.constantFrom(...YAML_LINES), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 4,
  })
  .map((lines) => `---\n${lines.join('\n')}\n---\nprose\n`);

const anyText = fc.oneof(
  frontMatters,
  texts([...LINES, ...INDENTED_FENCES]),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

/** Text that a cell of any kind can hold and that reads back as one Markdown cell. */
const cellText = fc
  .array(
    fc.constantFrom(
      '',
      'prose',
      '- item',
      '# H',
      '```',
      '~~~',
      '````',
      '  x',
      '    code',
      '---',
      'a> ping b',
    ),
    {
      maxLength: 5,
    },
  )
  .map((lines) => lines.join('\n'));

const isSelfContained = (text: string): boolean => {
  const { notebook, problems } = parseNotebook(`\n${text}`);
  const [first, ...rest] = notebook.cells;
  return rest.length === 0 && problems.length === 0 && (first?.text ?? '') === text;
};

const anyOperation = fc.tuple(
  fc.constantFrom('insert', 'delete', 'move', 'set-text', 'set-kind', 'set-attributes'),
  fc.nat(),
  fc.nat(),
  fc.constantFrom(...CELL_KINDS),
  cellText,
);

function placeOf(cells: readonly Cell[], n: number): string | null {
  return cells[(n % (cells.length + 1)) - 1]?.id ?? null;
}

/** An empty Markdown cell has no text whose line could matter. */
function startLinesOfTexts(notebook: Notebook): readonly (number | undefined)[] {
  const starts = cellStarts(notebook);
  return notebook.cells.filter(({ text }) => text !== '').map(({ id }) => starts.get(id)?.line);
}

/** Turns what was drawn into an operation that fits the notebook; null where none does. */
function fit(
  notebook: Notebook,
  [type, a, b, kind, text]: readonly [string, number, number, CellKind, string],
): Operation | null {
  const { cells, readOnly } = notebook;
  if (readOnly) return null;
  if (type === 'insert') return { type, cell: createCell(kind, text, cells), after: placeOf(cells, a) };
  const cell = cells[a % Math.max(cells.length, 1)];
  if (cell === undefined) return null;
  const { id } = cell;
  switch (type) {
    case 'delete':
      return { type, id };
    case 'move':
      return {
        type,
        id,
        after: placeOf(
          cells.filter((other) => other !== cell),
          b,
        ),
      };
    case 'set-text':
      return { type, id, text };
    case 'set-attributes':
      return { type, id, attributes: text };
    default:
      return { type: 'set-kind', id, kind };
  }
}

describe('an untouched notebook', () => {
  it('is written back byte for byte, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(serializeNotebook(read(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('has unique ids, the same at each reading', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = read(text).cells.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(read(text).cells.map(({ id }) => id)).toEqual(ids);
      }),
    );
  });
});

describe('an edited notebook', () => {
  it('reads back with the same kinds and texts', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyOperation, { minLength: 1, maxLength: 6 }), (text, drawn) => {
        let notebook = read(text);
        for (const draw of drawn) {
          const operation = fit(notebook, draw);
          if (operation !== null) notebook = edited(notebook, operation);
        }
        fc.pre(notebook.cells.every(({ kind, text: own }) => kind !== 'markdown' || isSelfContained(own)));
        const again = read(serializeNotebook(notebook));
        expect(brief(again)).toEqual(brief(notebook));
        expect(again.head.replace(/[\r\n]+$/, '')).toBe(notebook.head.replace(/[\r\n]+$/, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('goes back to the original bytes when everything is undone', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyOperation, { minLength: 1, maxLength: 6 }), (text, drawn) => {
        let notebook = read(text);
        const undo: Operation[] = [];
        for (const draw of drawn) {
          const operation = fit(notebook, draw);
          if (operation === null) continue;
          const applied = applyOperation(notebook, operation);
          notebook = applied.notebook;
          undo.unshift(applied.inverse);
        }
        expect(serializeNotebook(edited(notebook, ...undo))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('changes no byte outside the cell whose text changed', () => {
    fc.assert(
      fc.property(texts(LINES), fc.nat(), cellText, (text, n, newText) => {
        const notebook = read(text);
        fc.pre(notebook.cells.length > 0 && !/^\uFEFF?---/.test(text));
        const index = n % notebook.cells.length;
        const cell = cellAt(notebook, index);
        fc.pre(cell.kind !== 'markdown' || isSelfContained(newText));
        const source = (from: number, to: number): string =>
          notebook.cells
            .slice(from, to)
            .map(({ origin }) => origin?.source ?? '')
            .join('');
        const written = serializeNotebook(edited(notebook, { type: 'set-text', id: cell.id, text: newText }));
        const above = notebook.head + source(0, index);
        const below = source(index + 1, notebook.cells.length);
        expect(written.startsWith(above)).toBe(true);
        expect(written.slice(above.length).endsWith(below)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the bytes of the other cells through insert, delete and move', () => {
    fc.assert(
      fc.property(texts(LINES), anyOperation, (text, draw) => {
        const notebook = read(text);
        const operation = fit(notebook, draw);
        fc.pre(operation !== null && ['insert', 'delete', 'move'].includes(operation.type));
        if (operation === null) return;
        const written = serializeNotebook(edited(notebook, operation));
        const touched = 'id' in operation ? operation.id : null;
        let from = 0;
        for (const { id, origin } of notebook.cells) {
          if (id === touched || origin === null) continue;
          const at = written.indexOf(origin.source, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + origin.source.length;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('writes only the lines that changed, in the line ending of the file', () => {
    const text = 'A\r\n\r\n~~~~console {#c} x\r\none\r\ntwo\nthree\r\n~~~~  \r\n\r\nB\r\n';
    const notebook = read(text);
    expect(
      serializeNotebook(edited(notebook, { type: 'set-text', id: 'c', text: 'one\n2a\n2b\nthree' })),
    ).toBe(text.replace('two\n', '2a\r\n2b\r\n'));
    expect(
      serializeNotebook(edited(notebook, { type: 'set-text', id: 'c', text: 'one\ntwo\nthree\nfour' })),
    ).toBe(text.replace('three\r\n', 'three\r\nfour\r\n'));
  });

  it('changes only the opening line when one fence kind becomes another', () => {
    const text = '~~~ console  {#c}\na> ping b\n~~~\n';
    expect(serializeNotebook(edited(read(text), { type: 'set-kind', id: 'c', kind: 'expect' }))).toBe(
      '~~~expect {#c}\na> ping b\n~~~\n',
    );
  });

  it('changes only the opening line when a cell is given another name', () => {
    const text = '~~~ scenario  a  {#s}\r\n  shutdown r1\r\n\r\n~~~\r\n';
    const renamed = edited(read(text), { type: 'set-attributes', id: 's', attributes: ' b\nfrom `a` ' });
    expect(serializeNotebook(renamed)).toBe('~~~scenario b from `a`\r\n  shutdown r1\r\n\r\n~~~\r\n');
  });

  it('gives a longer fence to a text that would close it', () => {
    const notebook = read('```edit {#e}\nx\n```\n');
    const written = serializeNotebook(edited(notebook, { type: 'set-text', id: 'e', text: 'x\n```\ny' }));
    expect(written).toBe('````edit {#e}\nx\n```\ny\n````\n');
  });

  it('does not let a lone CR join an LF that comes to follow it', () => {
    const notebook = read('```edit {#e}\rx\r```\r');
    const written = serializeNotebook(edited(notebook, { type: 'set-text', id: 'e', text: '\nx\n' }));
    expect(brief(read(written))).toEqual([['edit', '\nx\n']]);
  });

  it('parts two Markdown cells by a marker line and keeps an empty one', () => {
    const first = createCell('markdown', 'one', []);
    const second = createCell('markdown', 'two', [first]);
    const third = createCell('markdown', '', [first, second]);
    const notebook = edited(
      read(''),
      { type: 'insert', cell: first, after: null },
      { type: 'insert', cell: second, after: first.id },
      { type: 'insert', cell: third, after: second.id },
    );
    const written = serializeNotebook(notebook);
    expect(written).toBe('one\n\n<!-- cell -->\n\ntwo\n\n<!-- cell -->\n\n');
    expect(brief(read(written))).toEqual([
      ['markdown', 'one'],
      ['markdown', 'two'],
      ['markdown', ''],
    ]);
  });

  it('closes what a moved cell left open', () => {
    const notebook = read('```edit {#e}\nx\n```\n\ntext\n\n```python\nprint()');
    const markdown = cellAt(notebook, 1);
    const written = serializeNotebook(edited(notebook, { type: 'move', id: markdown.id, after: null }));
    expect(written).toBe('text\n\n```python\nprint()\n```\n\n```edit {#e}\nx\n```\n\n');
  });

  it('lifts an indented fence out of a list that comes to stand above it', () => {
    const notebook = read('# H\n\n  ```edit {#e}\n  x\n  ```\n');
    const heading = cellAt(notebook, 0);
    const written = serializeNotebook(edited(notebook, { type: 'set-text', id: heading.id, text: '- item' }));
    expect(brief(read(written))).toEqual([
      ['markdown', '- item'],
      ['edit', 'x'],
    ]);
  });
});

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

  it('are those of the file as it will be written', () => {
    fc.assert(
      fc.property(anyText, anyOperation, (text, draw) => {
        const notebook = read(text);
        const operation = fit(notebook, draw);
        const changed = operation === null ? notebook : edited(notebook, operation);
        fc.pre(changed.cells.every((cell) => cell.kind !== 'markdown' || isSelfContained(cell.text)));
        const again = read(serializeNotebook(changed));
        expect(startLinesOfTexts(changed)).toEqual(startLinesOfTexts(again));
      }),
    );
  });
});
