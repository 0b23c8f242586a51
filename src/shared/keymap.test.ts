import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands';
import { bindings, conflicts, isKeys, isPlain, keyLabel, keysOf, parseStroke } from './keymap';

describe('the table of keys', () => {
  it('holds keys that can be pressed', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(keys.filter((each) => !isKeys(each))).toEqual([]);
  });

  it('gives no key two meanings at one place', () => {
    const twice = COMMANDS.flatMap(({ id, keys }) =>
      keys.flatMap((each) => conflicts(each, id, {}).map((other) => [each, id, other])),
    );
    expect(twice).toEqual([]);
  });

  it('lets letters be letters in a text', () => {
    const inText = bindings({}).filter(({ scope }) => scope !== 'cell' && scope !== 'slides');
    expect(inText.filter(({ strokes }) => isPlain(strokes.join(' ')))).toEqual([]);
  });
});

describe('a key', () => {
  it.each(['A', 'D D', '?', 'F3', 'CmdOrCtrl+Shift+-', 'Alt+Up', 'Shift+Enter', 'CmdOrCtrl+,'])(
    '%s can be bound',
    (keys) => expect(isKeys(keys)).toBe(true),
  );

  it.each(['', ' ', 'Foo', 'CmdOrCtrl+', 'Hyper+A', 'Shift+Shift+A', 'A B C D', 'CmdOrCtrl'])(
    '%j cannot',
    (keys) => expect(isKeys(keys)).toBe(false),
  );

  it('has its parts', () => {
    expect(parseStroke('CmdOrCtrl+Shift+P')).toEqual({
      key: 'P',
      modifiers: new Set(['CmdOrCtrl', 'Shift']),
    });
  });

  it('is read as people of each system read it', () => {
    expect(keyLabel('CmdOrCtrl+Shift+P', false)).toBe('Ctrl+Shift+P');
    expect(keyLabel('CmdOrCtrl+Shift+P', true)).toBe('⌘⇧P');
    expect(keyLabel('D D', false)).toBe('D D');
    expect(keyLabel('Alt+Up', false)).toBe('Alt+↑');
  });
});

describe('keys of one’s own', () => {
  const remove = COMMANDS.find(({ id }) => id === 'cell.delete');

  it('take the place of those of the table', () => {
    expect(remove === undefined ? null : keysOf(remove, { 'cell.delete': ['Delete'] })).toEqual(['Delete']);
    expect(bindings({ 'cell.delete': [] }).filter(({ id }) => id === 'cell.delete')).toEqual([]);
  });

  it('are known to conflict, also where one begins another', () => {
    expect(conflicts('A', 'cell.delete', {})).toEqual(['cell.insertAbove']);
    expect(conflicts('D', 'cell.insertAbove', {})).toEqual(['cell.delete']);
    expect(conflicts('CmdOrCtrl+S', 'view.outline', {})).toEqual(['file.save']);
    expect(conflicts('CmdOrCtrl+Shift+-', 'cell.merge', {})).toEqual([]);
    expect(conflicts('B', 'present.forward', {})).toEqual(['present.blank']);
    expect(conflicts('F5', 'view.present', {})).toEqual([]);
  });
});
