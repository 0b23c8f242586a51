import { expect, it } from 'vitest';
import { COMMANDS } from '../../shared/commands';
import { commandForKey, HANDLERS } from './commands';

it('carries out exactly the commands that the renderer owns', () => {
  const owned = COMMANDS.filter((command) => command.owner === 'renderer').map((command) => command.id);
  expect(Object.keys(HANDLERS).toSorted()).toEqual(owned.toSorted());
});

it('redoes with the key of either tradition', () => {
  const held = { ctrlKey: true, metaKey: false, altKey: false };
  const pressed = (key: string, shiftKey: boolean): string | null =>
    commandForKey({ key, shiftKey, ...held }, true, false);
  expect(pressed('Z', true)).toBe('edit.redo');
  expect(pressed('y', false)).toBe('edit.redo');
  expect(pressed('z', false)).toBe('edit.undo');
});
