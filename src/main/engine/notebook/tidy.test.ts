import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNotebook } from './format';
import { tidyNotebook } from './tidy';

const tidy = (text: string): string => tidyNotebook(parseNotebook(text).notebook);

const kinds = (text: string): readonly string[] => parseNotebook(text).notebook.cells.map(({ kind }) => kind);

describe('a tidy notebook', () => {
  it('has LF line ends, fences at the margin, an empty line between cells and no trailing space', () => {
    const text =
      '\uFEFF---\r\ntitle: T  \r\n---\r\n# Head\r\n~~~~topology   {#net}\r\nrouters: {}   \r\n\r\n~~~~\r\n\r\n\r\n   ```console\r\n   a  >   tracert b  \r\n   ```\r\nend';
    expect(tidy(text)).toBe(
      '---\ntitle: T\n---\n\n# Head\n\n```topology {#net}\nrouters: {}\n```\n\n```console\na> tracert b\n```\n\nend\n',
    );
  });

  it('leaves the text of Markdown cells as it is', () => {
    expect(tidy('two  \nlines\n\n\n\nfar\n')).toBe('two  \nlines\n\n\n\nfar\n');
  });

  const line = fc.constantFrom(
    '# T',
    'word  ',
    '',
    '```topology',
    '```console {#x}',
    '```',
    'a> ping b  ',
    '<!-- cell -->',
    '- item',
    '  ```edit',
    '  ```',
    '---',
    'x: 1 ',
  );
  it('stays as it is when it is tidied again, and keeps its cells', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
        expect(kinds(once)).toEqual(kinds(text));
      }),
      { numRuns: 200 },
    );
  });
});
