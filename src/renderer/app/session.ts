/**
 * Keeps the page and main in step: sends the outbox, takes documents and results in. Typing waits a moment so
 * that a word is one message; every other change goes at once. Batches go one after another.
 */
import type { CommandId } from '../../shared/commands';
import type { EvaluationMessage, TracebookApi } from '../../shared/ipc';
import type { Operation } from '../../shared/notebook';
import { announce } from './announce';
import { whenCalm } from './calm';
import { receive } from './results';
import { load, markSent, setDocument } from './state';
import type { Store } from './store';
import { words } from './strings';

/** ms from the first letter to its sending: steady typing, which never pauses, is sent all the same. */
const TYPING_DELAY = 150;

export interface Session {
  /** Sends what waits, now: before a command of main that must see it. Resolves when main has it all. */
  flush(): Promise<void>;
  stop(): void;
}

/** What Electron puts before the reason for which main refused. */
const WIRE = /^Error invoking remote method '[^']*': (?:\w*Error: )?/;

export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(WIRE, '');
}

export function startSession(api: TracebookApi, store: Store, runCommand: (id: CommandId) => void): Session {
  /** The batch on its way. */
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function cancelTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function send(): Promise<void> {
    cancelTimer();
    const { outbox, revision } = store.get();
    if (sending !== null || outbox.length === 0) return sending ?? Promise.resolve();
    store.update(markSent);
    sending = transmit(revision, outbox).finally(() => {
      sending = null;
      schedule();
    });
    return sending;
  }

  async function transmit(revision: number, outbox: readonly Operation[]): Promise<void> {
    try {
      await api.apply(revision, outbox);
    } catch (error) {
      const snapshot = await api.load();
      store.update((state) => ({
        ...load(state, snapshot),
        notice: () => words.notice.applyFailed(reasonOf(error)),
      }));
    }
  }

  async function flush(): Promise<void> {
    do await send();
    while (sending !== null || store.get().outbox.length > 0);
  }

  function schedule(): void {
    const { outbox } = store.get();
    if (outbox.length === 0 || sending !== null) return cancelTimer();
    const typingOnly = outbox.every((operation) => operation.type === 'set-text');
    if (typingOnly) timer ??= setTimeout(() => void send(), TYPING_DELAY);
    else void send();
  }

  function onEvaluation(message: EvaluationMessage): void {
    store.update((state) => announce(receive(state, message), message));
  }

  const unsubscribe = [
    store.subscribe(schedule),
    api.onDocument((snapshot) => store.update((state) => load(state, snapshot))),
    api.onDocumentState((document) => store.update((state) => setDocument(state, document))),
    api.onEvaluation((message) => whenCalm(() => onEvaluation(message))),
    api.onCommand(runCommand),
    api.onFlush((ticket) => void flush().then(() => api.flushed(ticket))),
    api.onSettings((settings) => store.update((state) => ({ ...state, settings }))),
    api.onScreenReader((screenReader) => store.update((state) => ({ ...state, screenReader }))),
  ];

  api.load().then(
    (snapshot) => store.update((state) => load(state, snapshot)),
    (error: unknown) =>
      store.update((state) => ({
        ...state,
        phase: 'failed',
        notice: () => words.page.loadFailed(reasonOf(error)),
      })),
  );

  return {
    flush,
    stop() {
      cancelTimer();
      for (const end of unsubscribe) end();
    },
  };
}
