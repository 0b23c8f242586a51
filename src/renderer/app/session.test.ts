import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DocumentSnapshot, TracebookApi } from '../../shared/ipc';
import type { Operation } from '../../shared/notebook';
import { moveCells, setText } from './actions';
import { reasonOf, startSession, type Session } from './session';
import { INITIAL_STATE } from './state';
import { createStore, type Store } from './store';

const CELLS = ['a', 'b'].map((id) => ({
  id,
  kind: 'console' as const,
  text: '',
  attributes: '',
  origin: null,
}));
const SNAPSHOT: DocumentSnapshot = {
  path: null,
  name: 'a.md',
  dirty: false,
  revision: 0,
  notebook: { ...INITIAL_STATE.notebook, cells: CELLS },
  notice: null,
  disk: 'same',
  view: null,
};

function silent(): () => void {
  return () => undefined;
}

/** Main that answers when told to; `sent` is what it was given. */
function fakeMain() {
  const sent: { readonly revision: number; readonly operations: readonly Operation[] }[] = [];
  const answers: { readonly accept: () => void; readonly reject: (error: Error) => void }[] = [];
  const api: TracebookApi = {
    load: () => Promise.resolve(SNAPSHOT),
    apply: (revision, operations) =>
      new Promise((resolve, reject) => {
        sent.push({ revision, operations });
        answers.push({ accept: () => resolve(revision + operations.length), reject });
      }),
    command: () => Promise.resolve(),
    rerun: () => Promise.resolve(),
    cancel: () => Promise.resolve(),
    ask: () => Promise.resolve(null),
    savePicture: () => Promise.resolve(true),
    copyText: () => Promise.resolve(),
    openLink: () => Promise.resolve(),
    onDocument: silent,
    onDocumentState: silent,
    onEvaluation: silent,
    onCommand: silent,
    copyCells: () => Promise.resolve(),
    clipboardCells: () => Promise.resolve([]),
    fullScreen: async () => false,
    saveSettings: () => Promise.resolve(),
    remember: () => Promise.resolve(),
    compareWithDisk: () => Promise.resolve({ theirs: '', mine: '' }),
    versions: () => Promise.resolve([]),
    compareWithVersion: () => Promise.resolve({ theirs: '', mine: '' }),
    writeEdits: () => Promise.resolve({ kind: 'unfit' }),
    restoreVersion: () => Promise.resolve(),
    flushed: () => Promise.resolve(),
    onFlush: silent,
    onScreenReader: () => () => undefined,
    onSettings: silent,
  };
  return { api, sent, answers };
}

async function started(api: TracebookApi): Promise<{ store: Store; session: Session; flush: () => void }> {
  const store = createStore();
  const session = startSession(api, store, () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  return { store, session, flush: () => void session.flush() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('gathers typing for a moment and sends it as one operation', async () => {
  const main = fakeMain();
  const { store } = await started(main.api);
  store.update((state) => setText(state, 'a', 'x', 0));
  await vi.advanceTimersByTimeAsync(100);
  expect(main.sent).toEqual([]);
  store.update((state) => setText(state, 'a', 'xy', 100));
  await vi.advanceTimersByTimeAsync(100);
  expect(main.sent).toEqual([{ revision: 0, operations: [{ type: 'set-text', id: 'a', text: 'xy' }] }]);
});

it('sends what is typed without a pause, so that a crash loses less than a second', async () => {
  const main = fakeMain();
  const { store } = await started(main.api);
  for (let letters = 1; letters <= 20; letters += 1) {
    store.update((state) => setText(state, 'a', 'x'.repeat(letters), letters * 50));
    await vi.advanceTimersByTimeAsync(50);
    main.answers.at(-1)?.accept();
  }
  const [last] = main.sent.at(-1)?.operations ?? [];
  expect(last?.type === 'set-text' ? last.text.length : 0).toBeGreaterThan(15);
});

it('sends any other change at once, with the typing before it', async () => {
  const main = fakeMain();
  const { store } = await started(main.api);
  store.update((state) => setText(state, 'a', 'x', 0));
  store.update((state) => moveCells(state, ['a'], 'b', 0));
  expect(main.sent.map((batch) => batch.operations.map((each) => each.type))).toEqual([['set-text', 'move']]);
});

it('sends one batch after another, each on the revision before it', async () => {
  const main = fakeMain();
  const { store, flush } = await started(main.api);
  store.update((state) => moveCells(state, ['a'], 'b', 0));
  store.update((state) => setText(state, 'b', 'x', 0));
  flush();
  expect(main.sent).toHaveLength(1);
  main.answers[0]?.accept();
  await vi.advanceTimersByTimeAsync(200);
  expect(main.sent.map((batch) => batch.revision)).toEqual([0, 1]);
});

it('has sent everything when it says so, also what came while a batch was on its way', async () => {
  const main = fakeMain();
  const { store, session } = await started(main.api);
  store.update((state) => moveCells(state, ['a'], 'b', 0));
  store.update((state) => setText(state, 'b', 'x', 0));
  let done = false;
  const flushed = session.flush().then(() => (done = true));
  main.answers[0]?.accept();
  await vi.advanceTimersByTimeAsync(0);
  expect(main.sent.map((batch) => batch.operations.map((each) => each.type))).toEqual([
    ['move'],
    ['set-text'],
  ]);
  expect(done).toBe(false);
  main.answers[1]?.accept();
  await flushed;
});

it('shows the document as main keeps it when a change is refused', async () => {
  const main = fakeMain();
  const { store, flush } = await started(main.api);
  store.update((state) => setText(state, 'a', 'x', 0));
  flush();
  main.answers[0]?.reject(new Error('revision 0 is not 3'));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.get().notebook.cells).toEqual(CELLS);
  const { notice } = store.get();
  expect(typeof notice === 'function' && notice()).toContain('revision 0 is not 3');
  expect(store.get().outbox).toEqual([]);
});

it('tells the reason without how it travelled', () => {
  const wire = "Error invoking remote method 'tracebook:request:apply': RefusedError: ";
  expect(reasonOf(new Error(`${wire}apply: wrong arguments`))).toBe('apply: wrong arguments');
  expect(reasonOf('lost')).toBe('lost');
});
