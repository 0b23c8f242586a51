import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCell } from '../../shared/document';
import { changeQuery, isTooSlow, matchesOf, openFind } from './find';
import { followFind, type TrialReply, type TrialRequest } from './find-trial';
import { INITIAL_STATE } from './state';
import { createStore, type Store } from './store';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

interface Started {
  readonly requests: TrialRequest[];
  readonly reply: (reply: TrialReply) => void;
  stopped: boolean;
}

function searching(text: string): { readonly store: Store; readonly workers: Started[] } {
  const cells = [createCell('console', 'aaaa', [])];
  const store = createStore({ ...INITIAL_STATE, notebook: { ...INITIAL_STATE.notebook, cells } });
  const workers: Started[] = [];
  followFind(store, (reply) => {
    const worker: Started = { requests: [], reply, stopped: false };
    workers.push(worker);
    return {
      post: (request) => void worker.requests.push(request),
      stop() {
        worker.stopped = true;
      },
    };
  });
  store.update((state) => changeQuery(openFind(state, false), { text, regex: true }));
  return { store, workers };
}

it('uses an expression once the worker is done with it', () => {
  const { store, workers } = searching('a+');
  expect(workers.map(({ requests }) => requests)).toEqual([
    [{ source: 'a+', flags: 'gimu', texts: ['aaaa'] }],
  ]);
  expect(matchesOf(store.get())).toEqual([]);
  workers[0]?.reply('begun');
  workers[0]?.reply('done');
  expect(matchesOf(store.get())).toHaveLength(1);
  expect(workers[0]?.stopped).toBe(true);
});

it('ends a worker that takes too long, and says so', () => {
  const { store, workers } = searching('(a+)+$');
  workers[0]?.reply('begun');
  vi.advanceTimersByTime(1000);
  expect(workers[0]?.stopped).toBe(true);
  expect(isTooSlow(store.get())).toBe(true);
  expect(workers).toHaveLength(1);
});

it('does not count the time a worker takes to begin, and gives one up that never does', () => {
  const { store, workers } = searching('a+');
  vi.advanceTimersByTime(5000);
  expect(workers[0]?.stopped).toBe(false);
  workers[0]?.reply('begun');
  workers[0]?.reply('done');
  expect(matchesOf(store.get())).toHaveLength(1);

  const never = searching('a+');
  vi.advanceTimersByTime(60_000);
  expect(isTooSlow(never.store.get())).toBe(true);
});

it('tries what is asked now, not what was asked before', () => {
  const { store, workers } = searching('a');
  store.update((state) => changeQuery(state, { text: 'a+' }));
  expect(workers.map(({ stopped }) => stopped)).toEqual([true, false]);
  store.update((state) => ({ ...state, find: null }));
  expect(workers.map(({ stopped }) => stopped)).toEqual([true, true]);
});
