/**
 * Regular expressions can take longer than anyone lives. One is tried on the notebook in a worker first; only
 * if that is done soon does the page itself use it. A worker that is not done is ended.
 */
import type { Cell } from '../../shared/notebook';
import { patternOf, prove, tooSlow, trialOf, type Trial } from './find';
import type { Store } from './store';

/** ms of work after which an expression takes too long. */
const LIMIT = 400;

/** ms in which a worker begins, however busy the machine is; one that does not will not. */
const BEGINNING = 10_000;

/** What a worker is given: an expression with its flags, and the texts to try it on. */
export interface TrialRequest {
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
}

export interface TrialWorker {
  readonly post: (request: TrialRequest) => void;
  readonly stop: () => void;
}

/** What a worker says of a request: that it sets to work, and that it is done. */
export type TrialReply = 'begun' | 'done';

export type SpawnTrial = (onReply: (reply: TrialReply) => void) => TrialWorker;

export function followFind(store: Store, spawn: SpawnTrial): void {
  let running: { readonly trial: Trial; readonly end: () => void } | null = null;

  function begin(trial: Trial, pattern: RegExp, cells: readonly Cell[]): void {
    const end = (): void => {
      clearTimeout(timer);
      worker.stop();
      running = null;
    };
    const giveUp = (): void => {
      end();
      store.update((state) => tooSlow(state, trial));
    };
    const worker = spawn((reply) => {
      if (reply === 'begun') {
        clearTimeout(timer);
        timer = setTimeout(giveUp, LIMIT);
      } else {
        end();
        store.update((state) => prove(state, trial));
      }
    });
    let timer = setTimeout(giveUp, BEGINNING);
    running = { trial, end };
    worker.post({ source: pattern.source, flags: pattern.flags, texts: cells.map(({ text }) => text) });
  }

  store.subscribe(() => {
    const state = store.get();
    const trial = trialOf(state);
    if (running !== null && trial?.cells === running.trial.cells && trial.query === running.trial.query)
      return;
    running?.end();
    if (trial === null || state.find === null) return;
    const pattern = patternOf(state.find);
    if (pattern instanceof RegExp) begin(trial, pattern, trial.cells);
  });
}
