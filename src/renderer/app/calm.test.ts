import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCalm } from './calm';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched() {
  const target = new EventTarget();
  const whenCalm = createCalm(target);
  const done: string[] = [];
  const ask = (name: string): void => whenCalm(() => void done.push(name));
  const fire = (name: string): boolean => target.dispatchEvent(new Event(name));
  return { ask, fire, done };
}

it('does at once what nothing stands against', () => {
  const { ask, done } = watched();
  ask('a');
  expect(done).toEqual(['a']);
});

it('waits for the release, and for the click that follows it', () => {
  const { ask, fire, done } = watched();
  fire('pointerdown');
  ask('a');
  ask('b');
  fire('pointerup');
  expect(done).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(done).toEqual(['a', 'b']);
  ask('c');
  expect(done).toEqual(['a', 'b', 'c']);
});

it('is not held up by a drag', () => {
  const { ask, fire, done } = watched();
  fire('pointerdown');
  ask('a');
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['a']);
  ask('b');
  fire('pointerup');
  expect(done).toEqual(['a', 'b']);
});
