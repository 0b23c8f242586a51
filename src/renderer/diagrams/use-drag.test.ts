import { expect, it } from 'vitest';
import { kept } from './use-drag';

it('holds a node at the edge of its frame where the pointer leaves it', () => {
  const frame = { left: 100, right: 500, top: 50, bottom: 350 };
  expect(kept({ clientX: 200, clientY: 60 }, frame)).toEqual({ clientX: 200, clientY: 60 });
  expect(kept({ clientX: -40, clientY: 2000 }, frame)).toEqual({ clientX: 100, clientY: 350 });
});
