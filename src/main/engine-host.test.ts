import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CellOutput } from '../shared/evaluation';
import type { EvaluationMessage } from '../shared/ipc';
import type { Notebook } from '../shared/notebook';
import { speak } from '../shared/strings';
import { createEngineHost, type EngineHost } from './engine-host';
import type { AskRequest, EngineReply, EvaluateRequest } from './engine-messages';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function notebook(...texts: string[]): Notebook {
  const cells = texts.map((text, index) => ({
    id: `c${index}`,
    kind: 'console' as const,
    text,
    attributes: '',
    origin: null,
  }));
  return { head: '', formatVersion: 1, title: null, seed: 0, eol: '\n', cells, readOnly: false };
}

function output(cellId: string): CellOutput {
  return { cellId, kind: 'markdown', status: 'fresh', problems: [], networkKey: null };
}

interface FakeWorker {
  readonly requests: EvaluateRequest[];
  readonly asked: AskRequest[];
  stopped: boolean;
  readonly reply: (reply: EngineReply) => void;
  readonly fail: (reason: string) => void;
}

class Bench {
  readonly workers: FakeWorker[] = [];
  readonly messages: EvaluationMessage[] = [];
  readonly host: EngineHost = createEngineHost(
    (reply, fail) => {
      const worker: FakeWorker = { requests: [], asked: [], stopped: false, reply, fail };
      this.workers.push(worker);
      return {
        post(request) {
          if ('ask' in request) worker.asked.push(request);
          else worker.requests.push(request);
        },
        stop() {
          worker.stopped = true;
        },
      };
    },
    (message) => void this.messages.push(message),
  );

  get worker(): FakeWorker {
    const worker = this.workers.at(-1);
    if (worker === undefined) throw new Error('no worker');
    return worker;
  }

  get run(): number {
    return this.worker.requests.at(-1)?.run ?? Number.NaN;
  }

  /** The worker finishes a cell with a changed output. */
  cell(cellId: string): void {
    this.worker.reply({ type: 'cell', run: this.run, cellId, output: output(cellId), networks: {} });
  }

  done(): void {
    this.worker.reply({ type: 'done', run: this.run });
  }

  /** What was told since the last call: phase, revision and the cells with outputs. */
  told(): unknown[] {
    return this.messages
      .splice(0)
      .map(({ phase, revision, outputs }) => [phase, revision, ...outputs.map(({ cellId }) => cellId)]);
  }
}

describe('an evaluation', () => {
  it('starts when typing pauses, with the newest revision only', () => {
    const bench = new Bench();
    for (let revision = 1; revision <= 5; revision++) {
      bench.host.evaluate(revision, notebook(`text ${revision}`));
      vi.advanceTimersByTime(50);
    }
    expect(bench.worker.requests).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(bench.worker.requests.map(({ notebook }) => notebook.cells[0]?.text)).toEqual(['text 5']);
    expect(bench.told()).toEqual([['started', 5]]);
  });

  it('is asked for in the language that is spoken when it starts', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    bench.done();
    speak('ja');
    bench.host.evaluate(1, notebook('a'));
    vi.advanceTimersByTime(100);
    speak('en');
    expect(bench.worker.requests.map(({ language }) => language)).toEqual(['en', 'ja']);
  });

  it('tells outputs gathered, and the rest at its end', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', 'b', 'c'));
    bench.cell('c0');
    bench.cell('c1');
    vi.advanceTimersByTime(30);
    bench.cell('c2');
    bench.done();
    expect(bench.told()).toEqual([
      ['started', 1],
      ['partial', 1, 'c0', 'c1'],
      ['finished', 1, 'c2'],
    ]);
  });

  it('passes networks on, once', () => {
    const bench = new Bench();
    const view = { nodes: [], links: [], areas: [] };
    bench.host.restart(1, notebook('a'));
    bench.worker.reply({
      type: 'cell',
      run: bench.run,
      cellId: 'c0',
      output: output('c0'),
      networks: { k: view },
    });
    bench.done();
    expect(bench.messages.map(({ networks }) => networks)).toEqual([{}, { k: view }]);
  });

  it('keeps its worker, so that the next one computes only what changed', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    bench.done();
    bench.host.evaluate(2, notebook('b'));
    vi.advanceTimersByTime(100);
    expect(bench.workers).toHaveLength(1);
    expect(bench.worker.requests).toHaveLength(2);
  });
});

describe('an evaluation that is overtaken', () => {
  it('may finish in time, and the newest revision follows at once', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    bench.host.evaluate(2, notebook('b'));
    bench.host.evaluate(3, notebook('c'));
    vi.advanceTimersByTime(299);
    bench.done();
    expect(bench.workers).toHaveLength(1);
    expect(bench.told()).toEqual([
      ['started', 1],
      ['finished', 1],
      ['started', 3],
    ]);
  });

  it('is stopped after its grace, counted from the first newer revision', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', 'b'));
    bench.host.evaluate(2, notebook('b'));
    vi.advanceTimersByTime(200);
    bench.host.evaluate(3, notebook('c'));
    vi.advanceTimersByTime(100);
    expect(bench.workers.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(bench.told()).toEqual([
      ['started', 1],
      ['cancelled', 1],
      ['started', 3],
    ]);
  });

  it('says nothing more', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    const [old] = bench.workers;
    bench.host.evaluate(2, notebook('b'));
    vi.advanceTimersByTime(300);
    bench.told();
    old?.reply({ type: 'done', run: 1 });
    old?.fail('late');
    expect(bench.told()).toEqual([]);
    expect(bench.workers).toHaveLength(2);
  });
});

describe('running again', () => {
  it('begins at once and from nothing', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    expect(bench.workers).toHaveLength(1);
    bench.done();
    bench.host.restart(1, notebook('a'));
    expect(bench.workers.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(bench.worker.requests).toHaveLength(1);
  });

  it('takes the place of a run', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    bench.host.restart(1, notebook('a'));
    bench.done();
    expect(bench.told()).toEqual([
      ['started', 1],
      ['started', 1],
      ['finished', 1],
    ]);
  });
});

describe('cancelling', () => {
  it('stops the worker and keeps what it found', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', 'b'));
    bench.cell('c0');
    bench.host.evaluate(2, notebook('c'));
    bench.host.cancel();
    vi.advanceTimersByTime(60_000);
    expect(bench.told()).toEqual([
      ['started', 1],
      ['cancelled', 1, 'c0'],
    ]);
    expect(bench.workers.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('keeps a waiting evaluation from beginning', () => {
    const bench = new Bench();
    bench.host.evaluate(1, notebook('a'));
    bench.host.cancel();
    vi.advanceTimersByTime(1000);
    expect(bench.told()).toEqual([]);
  });
});

describe('a worker', () => {
  it('tells which cell it has come to, also past cells that did not change', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', 'b'));
    bench.worker.reply({ type: 'cell', run: bench.run, cellId: 'c0', output: null, networks: {} });
    vi.advanceTimersByTime(30);
    bench.done();
    expect(bench.messages.map(({ phase, current }) => [phase, current])).toEqual([
      ['started', 'c0'],
      ['partial', 'c1'],
      ['finished', null],
    ]);
  });

  it('that is silent for too long is stopped, and the cell is named', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', 'hub-vm> tracert 10.0.0.1\nmore'));
    vi.advanceTimersByTime(19_000);
    bench.cell('c0');
    vi.advanceTimersByTime(19_999);
    expect(bench.told()).toEqual([
      ['started', 1],
      ['partial', 1, 'c0'],
    ]);
    vi.advanceTimersByTime(1);
    expect(bench.messages[0]?.message).toMatch(/console cell “hub-vm> tracert 10\.0\.0\.1”.* 20 seconds/);
    expect(bench.told()).toEqual([['crashed', 1]]);
    expect(bench.workers.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('that only repeats what it sent is not silent', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', 'b'));
    vi.advanceTimersByTime(19_000);
    bench.worker.reply({ type: 'cell', run: bench.run, cellId: 'c0', output: null, networks: {} });
    vi.advanceTimersByTime(19_000);
    bench.done();
    expect(bench.told()).toEqual([
      ['started', 1],
      ['partial', 1],
      ['finished', 1],
    ]);
  });

  it('that ends in the middle of a run is replaced, with its reason told', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a', ''));
    bench.cell('c0');
    bench.worker.fail('out of memory');
    expect(bench.messages.at(-1)?.message).toMatch(/the console cell: out of memory/);
    expect(bench.told()).toEqual([
      ['started', 1],
      ['crashed', 1, 'c0'],
    ]);
    bench.host.evaluate(2, notebook('b'));
    vi.advanceTimersByTime(100);
    bench.done();
    expect(bench.told()).toEqual([
      ['started', 2],
      ['finished', 2],
    ]);
  });

  it('that ends while a newer revision waits makes room for it', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    bench.host.evaluate(2, notebook('b'));
    bench.worker.fail('exit code 1');
    expect(bench.told()).toEqual([
      ['started', 1],
      ['crashed', 1],
      ['started', 2],
    ]);
  });

  it('that ends idle is started again when it is needed, not over and over', () => {
    const bench = new Bench();
    bench.worker.fail('cannot start');
    expect(bench.workers).toHaveLength(1);
    bench.host.restart(1, notebook('a'));
    expect(bench.workers).toHaveLength(2);
    bench.done();
    expect(bench.told()).toEqual([
      ['started', 1],
      ['finished', 1],
    ]);
  });

  it('ends with its document', () => {
    const bench = new Bench();
    bench.host.restart(1, notebook('a'));
    bench.host.dispose();
    vi.advanceTimersByTime(60_000);
    expect(bench.workers.map(({ stopped }) => stopped)).toEqual([true]);
    expect(bench.told()).toEqual([['started', 1]]);
  });
});

describe('a question beside the notebook', () => {
  const answer = {
    node: 'r1',
    command: 'help',
    result: { kind: 'help', commands: [] },
    text: '',
  } as const;

  it('goes to the worker and comes back by its number', async () => {
    const bench = new Bench();
    const [first, second] = [bench.host.ask('n1', 'r1', 'help'), bench.host.ask('n1', 'r2', 'help')];
    expect(bench.worker.asked.map(({ networkKey, node }) => [networkKey, node])).toEqual([
      ['n1', 'r1'],
      ['n1', 'r2'],
    ]);
    bench.worker.reply({ type: 'answer', ask: bench.worker.asked[1]?.ask ?? 0, answer: null });
    bench.worker.reply({ type: 'answer', ask: bench.worker.asked[0]?.ask ?? 0, answer });
    expect(await first).toEqual(answer);
    expect(await second).toBeNull();
  });

  it('has no answer once its worker is gone', async () => {
    const bench = new Bench();
    const asked = bench.host.ask('n1', 'r1', 'help');
    bench.worker.fail('exit code 1');
    expect(await asked).toBeNull();
    expect(await bench.host.ask('n1', 'r1', 'help')).toBeNull();
  });
});
