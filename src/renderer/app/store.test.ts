import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from './state';
import { createStore } from './store';

const announced = (announcement: string) => (state: typeof INITIAL_STATE) => ({ ...state, announcement });

describe('the store', () => {
  it('tells who listens at once', () => {
    const store = createStore();
    const told: (string | null)[] = [];
    store.subscribe(() => told.push(store.get().announcement));
    store.update(announced('a'));
    expect(told).toEqual(['a']);
  });

  it('has at once what is told after the paint, and tells of several changes once', () => {
    const painted: (() => void)[] = [];
    const store = createStore(INITIAL_STATE, (callback) => painted.push(callback));
    const told: (string | null)[] = [];
    store.subscribe(() => told.push(store.get().announcement));
    store.updateAfterPaint(announced('a'));
    store.updateAfterPaint(announced('b'));
    expect(store.get().announcement).toBe('b');
    expect(told).toEqual([]);
    for (const callback of painted) callback();
    expect(told).toEqual(['b']);
  });

  it('tells of it earlier where something else changes first', () => {
    const painted: (() => void)[] = [];
    const store = createStore(INITIAL_STATE, (callback) => painted.push(callback));
    const told: (string | null)[] = [];
    store.subscribe(() => told.push(store.get().announcement));
    store.updateAfterPaint(announced('a'));
    store.update((state) => state);
    expect(told).toEqual([]);
    store.update((state) => ({ ...state, outline: true }));
    expect(told).toEqual(['a']);
    for (const callback of painted) callback();
    expect(told).toEqual(['a']);
  });
});
