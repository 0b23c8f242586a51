import { describe, expect, it, onTestFinished } from 'vitest';
import { speak } from '../../shared/strings';
import { createEvaluator, parseNotebook } from '../engine/index';
import { handoutOf } from './handout';
import { handoutHtml } from './html';
import { importIpynb } from './ipynb-import';
import { THEMED_PICTURES } from './pictures';

const read = (document: unknown): string => {
  const imported = importIpynb(JSON.stringify(document));
  return imported.ok ? imported.value : (imported.problems[0]?.message ?? '');
};
const python = (...cells: readonly unknown[]): unknown => ({
  nbformat: 4,
  nbformat_minor: 2,
  metadata: { kernelspec: { name: 'python3', language: 'python' } },
  cells,
});

describe('a Jupyter notebook from elsewhere', () => {
  it('keeps Markdown and shows code without running it', () => {
    const text = read(
      python(
        { cell_type: 'markdown', metadata: {}, source: ['# Title\n', 'text'] },
        { cell_type: 'code', metadata: {}, outputs: [], execution_count: 1, source: 'print("```")' },
        { cell_type: 'raw', metadata: {}, source: 'as it is' },
      ),
    );
    expect(parseNotebook(text).notebook.cells.map(({ kind, text: own }) => [kind, own])).toEqual([
      ['markdown', '# Title\ntext'],
      ['markdown', '````python\nprint("```")\n````'],
      ['markdown', '```text\nas it is\n```'],
    ]);
  });

  it('keeps attached images inside', () => {
    const cell = {
      cell_type: 'markdown',
      metadata: {},
      source: '![x](attachment:a$&.png)',
      attachments: { 'a$&.png': { 'image/png': ['AA\n', 'BB\n'] } },
    };
    expect(read(python(cell))).toContain('![x](data:image/png;base64,AABB)');
  });

  it('does not take a language for a kind of cell', () => {
    const text = read({
      nbformat: 4,
      metadata: { language_info: { name: 'Topology' } },
      cells: [{ cell_type: 'code', source: 'routers: {}' }],
    });
    expect(parseNotebook(text).notebook.cells.map(({ kind }) => kind)).toEqual(['markdown']);
  });

  it('takes what is hostile or odd as text, and its outputs not at all', () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const output = {
      output_type: 'display_data',
      metadata: {},
      data: { 'text/html': [script.repeat(50_000)] },
    };
    const text = read({
      nbformat: 4,
      metadata: { kernelspec: null, title: 7 },
      cells: [
        { cell_type: 'markdown', metadata: null, source: `# A\n\n${script}\n\n[x](javascript:alert(1))` },
        {
          cell_type: 'code',
          metadata: { tracebook: 5 },
          attachments: [],
          outputs: [output],
          source: 'alert(1)',
        },
        {
          cell_type: 'code',
          metadata: { tracebook: { kind: 'console', attributes: '\n```\n<b>' } },
          source: 'a> b',
        },
      ],
    });
    expect(text.length).toBeLessThan(1_000);
    const { notebook } = parseNotebook(text);
    expect(notebook.cells.map(({ kind }) => kind)).toEqual(['markdown', 'markdown', 'console']);
    const page = handoutOf(notebook, createEvaluator().evaluate(notebook));
    expect(handoutHtml(page, THEMED_PICTURES)).not.toMatch(/<script|<img|<b>|href="javascript/i);
  });

  it('may have in its results the numbers that Python writes and JSON does not know', () => {
    const [cell, result] = ['{"cell_type":"markdown","source":"NaN \\"Infinity"}', '[NaN, -Infinity, "NaN"]'];
    const text = `{"nbformat":4,"cells":[${cell},{"cell_type":"code","source":"x","outputs":${result}}]}`;
    const imported = importIpynb(text);
    expect(imported.ok && parseNotebook(imported.value).notebook.cells[0]?.text).toBe('NaN "Infinity');
  });

  it('is refused in the language of the reader', () => {
    onTestFinished(() => speak('en'));
    speak('ja');
    for (const text of ['{', '[]', '{"nbformat":4,"cells":5}'])
      expect(importIpynb(text).problems[0]?.message).toMatch(/Jupyter ノートブックで(は|)/);
  });

  it.each([
    ['{', 'The file is not JSON'],
    ['[]', 'no Jupyter notebook of nbformat 4'],
    ['{"nbformat":3,"cells":[]}', 'nbformat'],
    ['{"nbformat":4,"cells":[{"cell_type":"code","source":5}]}', 'cells.0.source'],
  ])('refuses %j with a reason', (text, reason) => {
    const imported = importIpynb(text);
    expect(imported.ok).toBe(false);
    expect(imported.problems[0]?.message).toContain(reason);
  });

  it('holds ten thousand cells', () => {
    const cells = Array.from({ length: 10_000 }, (_, index) => ({
      cell_type: 'markdown',
      source: `${index}`,
    }));
    expect(parseNotebook(read(python(...cells))).notebook.cells).toHaveLength(10_000);
  });
});
