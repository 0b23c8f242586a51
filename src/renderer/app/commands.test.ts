import { expect, it } from 'vitest';
import { COMMANDS } from '../../shared/commands';
import { HANDLERS } from './commands';

it('carries out exactly the commands that the renderer owns', () => {
  const owned = COMMANDS.filter((command) => command.owner === 'renderer').map((command) => command.id);
  expect(Object.keys(HANDLERS).toSorted()).toEqual(owned.toSorted());
});
