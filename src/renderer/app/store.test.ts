import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from './state';
import { createStore } from './store';

const noticed = (notice: string) => (state: typeof INITIAL_STATE) => ({ ...state, notice });

describe('the store', () => {
  it('tells who listens at once', () => {
    const store = createStore();
    const told: (string | null)[] = [];
    store.subscribe(() => told.push(store.get().notice));
    store.update(noticed('a'));
    expect(told).toEqual(['a']);
  });

  it('has at once what is told after the paint, and tells of several changes once', () => {
    const painted: (() => void)[] = [];
    const store = createStore(INITIAL_STATE, (callback) => painted.push(callback));
    const told: (string | null)[] = [];
    store.subscribe(() => told.push(store.get().notice));
    store.updateAfterPaint(noticed('a'));
    store.updateAfterPaint(noticed('b'));
    expect(store.get().notice).toBe('b');
    expect(told).toEqual([]);
    for (const callback of painted) callback();
    expect(told).toEqual(['b']);
  });

  it('tells of it earlier where something else changes first', () => {
    const painted: (() => void)[] = [];
    const store = createStore(INITIAL_STATE, (callback) => painted.push(callback));
    const told: (string | null)[] = [];
    store.subscribe(() => told.push(store.get().notice));
    store.updateAfterPaint(noticed('a'));
    store.update((state) => state);
    expect(told).toEqual([]);
    store.update((state) => ({ ...state, outline: true }));
    expect(told).toEqual(['a']);
    for (const callback of painted) callback();
    expect(told).toEqual(['a']);
  });
});
