/** For tests: a draft store in memory. */
import type { Draft, DraftStore } from './drafts';

export interface MemoryDrafts extends DraftStore {
  readonly stored: Map<string, Draft>;
  /** Makes writing fail from now on, or work again. */
  readonly failWrites: (fail: boolean) => void;
}

export function memoryDrafts(): MemoryDrafts {
  const stored = new Map<string, Draft>();
  let failing = false;
  return {
    stored,
    failWrites(fail) {
      failing = fail;
    },
    async write(id, draft) {
      if (failing) throw new Error('no space');
      stored.set(id, draft);
    },
    async remove(id) {
      stored.delete(id);
    },
    list: async () => [...stored].map(([id, draft]) => ({ id, draft })),
  };
}
