/**
 * Keeps the page and main in step: sends the outbox, takes documents and results in. Typing waits a moment so
 * that a word is one message; every other change goes at once. Batches go one after another.
 */
import type { CommandId } from '../../shared/commands';
import type { EvaluationMessage, TracebookApi } from '../../shared/ipc';
import { announce } from './announce';
import { receive } from './results';
import { load, markSent, setDocument } from './state';
import type { Store } from './store';
import { words } from './strings';

/** ms from the first letter to its sending: steady typing, which never pauses, is sent all the same. */
const TYPING_DELAY = 150;

export interface Session {
  /** Sends what waits, now: before a command of main that must see it. */
  flush(): void;
  stop(): void;
}

/** What Electron puts before the reason for which main refused. */
const WIRE = /^Error invoking remote method '[^']*': (?:\w*Error: )?/;

export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(WIRE, '');
}

export function startSession(api: TracebookApi, store: Store, runCommand: (id: CommandId) => void): Session {
  let sending = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function cancelTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  async function send(): Promise<void> {
    cancelTimer();
    const { outbox, revision } = store.get();
    if (sending || outbox.length === 0) return;
    sending = true;
    store.update(markSent);
    try {
      await api.apply(revision, outbox);
    } catch (error) {
      const snapshot = await api.load();
      store.update((state) => ({
        ...load(state, snapshot),
        notice: words.notice.applyFailed(reasonOf(error)),
      }));
    } finally {
      sending = false;
      schedule();
    }
  }

  function schedule(): void {
    const { outbox } = store.get();
    if (outbox.length === 0 || sending) return cancelTimer();
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
    api.onEvaluation(onEvaluation),
    api.onCommand(runCommand),
    api.onSettings((settings) => store.update((state) => ({ ...state, settings }))),
  ];

  api.load().then(
    (snapshot) => store.update((state) => load(state, snapshot)),
    (error: unknown) =>
      store.update((state) => ({
        ...state,
        phase: 'failed',
        notice: words.page.loadFailed(reasonOf(error)),
      })),
  );

  return {
    flush: () => void send(),
    stop() {
      cancelTimer();
      for (const end of unsubscribe) end();
    },
  };
}
