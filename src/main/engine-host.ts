/**
 * Evaluates one document in a worker, so that windows and menus never wait for it. The newest revision wins:
 * a run that is overtaken may finish within a grace time (its worker keeps what it computed), else its worker
 * is replaced. A worker that is silent for too long, fails or runs out of memory costs its run, never more.
 */
import type { CellOutput } from '../shared/evaluation';
import type { Answer, EvaluationMessage } from '../shared/ipc';
import type { NetworkView } from '../shared/network-view';
import type { Cell, Notebook } from '../shared/notebook';
import { language, strings } from '../shared/strings';
import type { AskRequest, EngineReply, EvaluateRequest } from './engine-messages';

const text = strings.dialogs.engine;

/** ms without a change after which evaluation begins. */
const DEBOUNCE = 100;
/** ms that an overtaken run gets to finish. */
const GRACE = 300;
/** ms for which outputs are gathered into one message. */
const GATHER = 30;
/** ms without a single finished cell after which a run is stopped. */
const SILENCE = 20_000;

export interface EngineWorker {
  readonly post: (request: EvaluateRequest | AskRequest) => void;
  /** Ends the worker at once; it says nothing more. */
  readonly stop: () => void;
}

/** Starts a worker. `onFailure` is told once, with the reason, when it ends without having been stopped. */
export type SpawnWorker = (
  onReply: (reply: EngineReply) => void,
  onFailure: (reason: string) => void,
) => EngineWorker;

export interface EngineHost {
  /** Evaluates this revision soon, in place of any earlier one. */
  readonly evaluate: (revision: number, notebook: Notebook) => void;
  /** Evaluates at once and from nothing; every output and network is sent again. */
  readonly restart: (revision: number, notebook: Notebook) => void;
  /** Stops a running or waiting evaluation. */
  readonly cancel: () => void;
  /** Puts a command to a network of the last evaluation; null where the worker no longer knows it. */
  readonly ask: (networkKey: string, node: string, command: string) => Promise<Answer | null>;
  readonly dispose: () => void;
}

interface Job {
  readonly revision: number;
  readonly notebook: Notebook;
}

interface Run extends Job {
  readonly run: number;
  readonly finishedCells: Set<string>;
}

export function createEngineHost(spawn: SpawnWorker, tell: (message: EvaluationMessage) => void): EngineHost {
  /** Started ahead, so that it is warm; null once it has failed, until it is needed again. */
  let worker: EngineWorker | null = start();
  let waiting: Job | null = null;
  let running: Run | null = null;
  let runs = 0;
  let asks = 0;
  const asked = new Map<number, (answer: Answer | null) => void>();
  let outputs: CellOutput[] = [];
  let networks: Record<string, NetworkView> = {};

  const debounce = alarm(DEBOUNCE, next);
  const grace = alarm(GRACE, overtake);
  const gather = alarm(GATHER, () => tellOutputs('partial'));
  const silence = alarm(SILENCE, () => {
    replaceWorker();
    crash(text.silent(currentName(), SILENCE / 1000));
  });

  function start(): EngineWorker {
    const started: EngineWorker = spawn(
      (reply) => {
        if (started === worker) receive(reply);
      },
      (reason) => {
        if (started !== worker) return;
        worker = null;
        forgetAsked();
        if (running !== null) crash(text.crashed(currentName(), reason));
      },
    );
    return started;
  }

  /** Their worker is gone, and with it what they asked about. */
  function forgetAsked(): void {
    for (const answer of asked.values()) answer(null);
    asked.clear();
  }

  function replaceWorker(): void {
    forgetAsked();
    worker?.stop();
    worker = start();
  }

  function next(): void {
    if (waiting === null || running !== null) return;
    running = { ...waiting, run: ++runs, finishedCells: new Set() };
    waiting = null;
    tellOutputs('started');
    silence.set();
    worker ??= start();
    worker.post({ run: running.run, notebook: running.notebook, language: language() });
  }

  function receive(reply: EngineReply): void {
    if (reply.type === 'answer') {
      asked.get(reply.ask)?.(reply.answer);
      asked.delete(reply.ask);
      return;
    }
    if (running === null || reply.run !== running.run) return;
    if (reply.type === 'done') {
      tellOutputs('finished');
      end();
      return;
    }
    running.finishedCells.add(reply.cellId);
    if (reply.output !== null) outputs.push(reply.output);
    Object.assign(networks, reply.networks);
    silence.set();
    // Also where nothing changed: the window shows which cell it has come to.
    gather.setUnlessSet();
  }

  /** The run is over, whatever its outcome; the waiting one begins. */
  function end(): void {
    running = null;
    for (const timer of [grace, gather, silence]) timer.clear();
    outputs = [];
    networks = {};
    next();
  }

  function overtake(): void {
    if (waiting === null) return;
    tellOutputs('cancelled');
    replaceWorker();
    end();
  }

  function crash(message: string): void {
    tellOutputs('crashed', message);
    end();
  }

  function tellOutputs(phase: EvaluationMessage['phase'], message: string | null = null): void {
    if (running === null) return;
    gather.clear();
    const going = phase === 'started' || phase === 'partial';
    const current = going ? (currentCell()?.id ?? null) : null;
    tell({ revision: running.revision, phase, current, outputs, networks, message });
    outputs = [];
    networks = {};
  }

  /** Cells are computed in the order of the file, so the first one without an output is being computed. */
  function currentCell(): Cell | undefined {
    return running?.notebook.cells.find((cell) => running?.finishedCells.has(cell.id) === false);
  }

  /** How a message names it. */
  function currentName(): string {
    const cell = currentCell();
    if (cell === undefined) return text.noCell;
    const firstLine = cell.text.trim().split('\n')[0] ?? '';
    return text.cell(cell.kind, firstLine.length > 60 ? `${firstLine.slice(0, 59)}…` : firstLine);
  }

  return {
    evaluate(revision, notebook) {
      waiting = { revision, notebook };
      if (running === null) debounce.set();
      else grace.setUnlessSet();
    },

    restart(revision, notebook) {
      waiting = { revision, notebook };
      debounce.clear();
      // A worker that has not run yet has nothing to forget, and is warm.
      if (runs > 0) replaceWorker();
      if (running === null) next();
      else end();
    },

    cancel() {
      waiting = null;
      debounce.clear();
      if (running === null) return;
      replaceWorker();
      tellOutputs('cancelled');
      end();
    },

    ask(networkKey, node, command) {
      const current = worker;
      if (current === null) return Promise.resolve(null);
      const ask = ++asks;
      return new Promise((answer) => {
        asked.set(ask, answer);
        current.post({ ask, networkKey, node, command });
      });
    },

    dispose() {
      forgetAsked();
      waiting = null;
      running = null;
      for (const timer of [debounce, grace, gather, silence]) timer.clear();
      worker?.stop();
      worker = null;
    },
  };
}

interface Alarm {
  /** Rings after the delay, counted from now. */
  readonly set: () => void;
  /** As `set`, but one that is set already is left as it is. */
  readonly setUnlessSet: () => void;
  readonly clear: () => void;
}

function alarm(delay: number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | null = null;
  const clear = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const setUnlessSet = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      ring();
    }, delay);
  };
  return {
    clear,
    setUnlessSet,
    set() {
      clear();
      setUnlessSet();
    },
  };
}
