/** Texts of notebooks, whatever they are, and operations on them, for properties. */
import fc from 'fast-check';
import { createCell } from '../../../shared/document';
import {
  CELL_KINDS,
  type Cell,
  type CellKind,
  type Notebook,
  type Operation,
} from '../../../shared/notebook';

const EOL = fc.constantFrom('\n', '\r\n', '\r');
export const LINES = [
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

export function texts(vocabulary: readonly string[]): fc.Arbitrary<string> {
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

export const anyText = fc.oneof(
  frontMatters,
  texts([...LINES, ...INDENTED_FENCES]),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

/** Text that a cell of any kind can hold and that reads back as one Markdown cell. */
export const cellText = fc
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

export const anyOperation = fc.tuple(
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
/** Turns what was drawn into an operation that fits the notebook; null where none does. */
export function fit(
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
