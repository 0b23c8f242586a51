/**
 * A window sends what is typed a moment after it is typed. Before main saves, exports or closes a document it
 * asks the window for what it still holds.
 */
import type { WindowPort } from './workspace-ports';

/** ms after which a window that does not answer, as one that hangs, is no longer waited for. */
const PATIENCE = 1000;

export interface CatchUp {
  /** The window's page is there and will answer. */
  readonly ready: (window: number) => void;
  /** Resolves once everything typed in the window so far has arrived, or PATIENCE is over. */
  readonly ask: (window: Pick<WindowPort, 'id' | 'tell'>) => Promise<void>;
  /** The window has sent all it had when it was asked with this ticket. */
  readonly answered: (window: number, ticket: number) => void;
  readonly forget: (window: number) => void;
}

export function createCatchUp(): CatchUp {
  const ready = new Set<number>();
  /** Who waits, by window and ticket. */
  const waiting = new Map<string, () => void>();
  let tickets = 0;

  return {
    ready: (window) => void ready.add(window),
    async ask(window) {
      if (!ready.has(window.id)) return;
      const ticket = (tickets += 1);
      const key = `${window.id} ${ticket}`;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE);
        waiting.set(key, () => {
          clearTimeout(timer);
          resolve();
        });
        window.tell('flush', ticket);
      });
      waiting.delete(key);
    },
    answered: (window, ticket) => waiting.get(`${window} ${ticket}`)?.(),
    forget: (window) => void ready.delete(window),
  };
}
