import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation, createCell } from '../../../shared/document';
import type { Notebook, Operation } from '../../../shared/notebook';
import { anyOperation, anyText, cellText, fit, LINES, texts } from '../testing/any-notebook';
import { brief, cellAt, read } from '../testing/notebooks';
import { cellStarts, parseNotebook, serializeNotebook } from './format';

function edited(notebook: Notebook, ...operations: readonly Operation[]): Notebook {
  return operations.reduce((current, operation) => applyOperation(current, operation).notebook, notebook);
}

const isSelfContained = (text: string): boolean => {
  const { notebook, problems } = parseNotebook(`\n${text}`);
  const [first, ...rest] = notebook.cells;
  return rest.length === 0 && problems.length === 0 && (first?.text ?? '') === text;
};

/** An empty Markdown cell has no text whose line could matter. */
function startLinesOfTexts(notebook: Notebook): readonly (number | undefined)[] {
  const starts = cellStarts(notebook);
  return notebook.cells.filter(({ text }) => text !== '').map(({ id }) => starts.get(id)?.line);
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

  it('begins its cells at the lines where the written file has them', () => {
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
