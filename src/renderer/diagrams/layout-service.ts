/**
 * Layouts of maps: small ones at once, others from a worker, one after the other. What nobody waits for any more
 * is not laid out, and the worker is ended if it is at it. Every layout is remembered as long as its network.
 */
import type { Language } from '../../shared/language';
import type { NetworkView } from '../../shared/network-view';
import { language } from '../../shared/strings';
import type { MapLayout } from './map/layout';
// Vite gives the default export, which no linter can see.
// oxlint-disable-next-line import/default
import LayoutWorker from './map/layout.worker?worker';
import { LAYOUT_MEASURE } from './map/measures';
import { mapLayout, rememberedLayout, rememberLayout } from './network-map';

/** What the worker is sent; it answers with a MapLayout. */
export interface LayoutJob {
  readonly view: NetworkView;
  readonly language: Language;
}

/** Networks of so many nodes and no areas take less than 5 ms. */
const AT_ONCE = 12;

/** The layout if it is there or takes no time, else null: then `layoutInBackground` makes it. */
export function layoutNow(view: NetworkView): MapLayout | null {
  const known = rememberedLayout(view);
  if (known !== null) return known;
  return view.nodes.length <= AT_ONCE && view.areas.length === 0 ? mapLayout(view) : null;
}

interface Waiting {
  readonly view: NetworkView;
  readonly signal: AbortSignal;
  readonly done: (layout: MapLayout) => void;
  readonly failed: (error: Error) => void;
}

let worker: Worker | null = null;
let running: Waiting | null = null;
let started = 0;
const queue: Waiting[] = [];

/** Rejects if the worker fails; never settles once it is cancelled. */
export function layoutInBackground(view: NetworkView, signal: AbortSignal): Promise<MapLayout> {
  return new Promise((done, failed) => {
    queue.push({ view, signal, done, failed });
    signal.addEventListener('abort', cancel);
    next();
  });
}

function next(): void {
  if (running !== null) return;
  const job = queue.find(({ signal }) => !signal.aborted);
  queue.splice(0, job === undefined ? queue.length : queue.indexOf(job) + 1);
  if (job === undefined) return;
  running = job;
  worker ??= startWorker();
  started = performance.now();
  const message: LayoutJob = { view: job.view, language: language() };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have none
  worker.postMessage(message);
}

function startWorker(): Worker {
  const thread = new LayoutWorker();
  thread.addEventListener('message', ({ data }: MessageEvent<MapLayout>) => {
    const job = running;
    if (job === null || worker !== thread) return;
    performance.measure(LAYOUT_MEASURE, { start: started, detail: { nodes: job.view.nodes.length } });
    rememberLayout(job.view, data);
    job.done(data);
    running = null;
    next();
  });
  thread.addEventListener('error', (event) => {
    running?.failed(new Error(event.message));
    end();
    next();
  });
  return thread;
}

function cancel(): void {
  if (running?.signal.aborted !== true) return;
  end();
  next();
}

function end(): void {
  worker?.terminate();
  worker = null;
  running = null;
}
