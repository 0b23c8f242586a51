import { expect, it } from 'vitest';
import { createCell } from '../../shared/document';
import type { CellOutput } from '../../shared/evaluation';
import type { EvaluationMessage } from '../../shared/ipc';
import { announce } from './announce';
import { INITIAL_STATE, type AppState } from './state';

const console = createCell('console', 'a> ping b', []);
const predict = createCell('predict', 'ask a -> b path', [console]);
const state: AppState = {
  ...INITIAL_STATE,
  notebook: { ...INITIAL_STATE.notebook, cells: [console, predict] },
};
const base = { status: 'fresh', problems: [], networkKey: null } as const;
const outputs: readonly CellOutput[] = [
  { ...base, cellId: console.id, kind: 'console', entries: [] },
  { ...base, cellId: predict.id, kind: 'predict', predicted: null },
];

function finished(...given: readonly CellOutput[]): EvaluationMessage {
  return { revision: 0, phase: 'finished', current: null, outputs: given, networks: {}, message: null };
}

it('tells each evaluation once, by its cell or by the number of cells', () => {
  const [one] = outputs;
  if (one === undefined) throw new Error('no output');
  expect(announce(state, finished(one)).announcement).toMatch(/^Console cell 1: /);
  expect(announce(state, finished(...outputs)).announcement).toBe('2 results updated');
  expect(announce(state, { ...finished(one), phase: 'partial' }).announcement).toBe('');
});

it('is heard again where it says the same again', () => {
  const once = announce(state, finished(...outputs));
  const twice = announce(once, finished(...outputs));
  expect(twice.announcement).not.toBe(once.announcement);
  expect(twice.announcement.trim()).toBe(once.announcement);
});

it('leaves a question to tell itself how its answer is', () => {
  expect(announce(state, finished(...outputs.slice(1)))).toBe(state);
});
