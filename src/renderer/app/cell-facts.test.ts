import { describe, expect, it } from 'vitest';
import { createCell } from '../../shared/document';
import { setText } from './actions';
import { createDistance, factsOf } from './cell-facts';
import { INITIAL_STATE, type AppState } from './state';

const a = createCell('console', 'r1> ping r2', []);
const b = createCell('console', 'r1> ping r3', [a]);
const state: AppState = {
  ...INITIAL_STATE,
  phase: 'ready',
  notebook: { ...INITIAL_STATE.notebook, cells: [a, b] },
};

describe('the facts of a cell', () => {
  it('are the same object while another cell changes', () => {
    const select = factsOf();
    const before = select(state, b);
    const typed = setText(state, a.id, 'r1> ping r4', 0);
    expect(typed).not.toBe(state);
    expect(select(typed, b)).toBe(before);
  });

  it.each<[string, Partial<AppState>]>([
    ['it is selected', { selected: b.id, anchor: b.id }],
    ['it is written in', { editing: b.id }],
    ['it is stale', { stale: new Set([b.id]) }],
    ['it is asked to take the keyboard', { focus: { cellId: b.id, target: 'cell', tick: 1 } }],
    ['several with it are selected', { selected: b.id, anchor: a.id }],
    ['its text is folded', { folds: { ...state.folds, texts: new Set([b.id]) } }],
    ['its output is folded', { folds: { ...state.folds, outputs: new Set([b.id]) } }],
    ['it is marked', { flash: { ids: new Set([b.id]), shown: null, tick: 3 } }],
    ['the notebook may not be written', { notebook: { ...state.notebook, readOnly: true } }],
  ])('are others once %s', (_what, change) => {
    const select = factsOf();
    const before = select(state, b);
    expect(select({ ...state, ...change }, b)).not.toEqual(before);
  });

  it('are told to a cell far away once it comes near, but for what brings it near', () => {
    const select = factsOf();
    const before = select(state, b);
    const stale = { ...state, stale: new Set([b.id]) };
    expect(select(stale, b, true)).toBe(before);
    expect(select({ ...stale, selected: b.id, anchor: b.id }, b, true)).toMatchObject({ selected: true });
    expect(select(stale, b)).toMatchObject({ state: 'stale', selected: false });
  });
});

describe('the distance of a cell', () => {
  it('is told when the cell comes near, once', () => {
    const distance = createDistance(true);
    let told = 0;
    const end = distance.subscribe(() => (told += 1));
    for (const far of [true, false, false, true]) distance.set(far);
    expect(told).toBe(1);
    end();
    distance.set(false);
    expect(told).toBe(1);
    expect(distance.isFar()).toBe(false);
  });
});
