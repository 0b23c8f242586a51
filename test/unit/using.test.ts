/** The keys that docs/using.md lists are those of the table of commands. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/shared/commands';
import { keyLabel } from '../../src/shared/keymap';
import { strings } from '../../src/shared/strings';

const file = path.resolve(import.meta.dirname, '../../docs/using.md');

function rows(text: string): string[] {
  const [, between = ''] = /<!-- keys -->([^]*)<!-- \/keys -->/.exec(text) ?? [];
  return between
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim());
}

it('lists every command that has keys, with all of them', () => {
  const expected = COMMANDS.filter(({ keys }) => keys.length > 0).map(
    ({ id, keys }) =>
      `| ${strings.menu.commands[id]} | ${keys.map((each) => keyLabel(each, false)).join(', ')} |`,
  );
  expect(rows(readFileSync(file, 'utf8'))).toEqual(expected);
});
