import { describe, expect, it } from 'vitest';
import type { CellOutput } from '../shared/evaluation';
import type { NetworkView } from '../shared/network-view';
import type { Notebook } from '../shared/notebook';
import { createAnswers } from './engine-answers';
import type { EngineReply } from './engine-messages';

const notebook: Notebook = {
  head: '',
  formatVersion: 1,
  title: null,
  seed: 0,
  eol: '\n',
  cells: [],
  readOnly: false,
};
const view: NetworkView = { nodes: [], links: [], areas: [] };

function output(cellId: string, networkKey: string | null): CellOutput {
  return { cellId, kind: 'topology', status: 'fresh', problems: [], networkKey };
}

/** Answers runs whose outputs are given; each with the network it names. */
function answering(...runs: (readonly CellOutput[])[]): readonly EngineReply[] {
  const replies: EngineReply[] = [];
  let current: readonly CellOutput[] = [];
  const answer = createAnswers(
    (_notebook, onOutput) => {
      for (const one of current) onOutput(one, one.networkKey === null ? null : view);
    },
    (reply) => void replies.push(reply),
  );
  for (const [run, outputs] of runs.entries()) {
    current = outputs;
    answer({ run, notebook });
  }
  return replies;
}

const a = output('a', 'n1');
const b = output('b', 'n1');

describe('the answers to a run', () => {
  it('are all outputs in order, each network once, and the end', () => {
    expect(answering([a, b])).toEqual([
      { type: 'cell', run: 0, cellId: 'a', output: a, networks: { n1: view } },
      { type: 'cell', run: 0, cellId: 'b', output: b, networks: {} },
      { type: 'done', run: 0 },
    ]);
  });

  it('leave out what was sent before', () => {
    const changed = output('b', 'n2');
    expect(answering([a, b], [a, changed]).slice(3)).toEqual([
      { type: 'cell', run: 1, cellId: 'a', output: null, networks: {} },
      { type: 'cell', run: 1, cellId: 'b', output: changed, networks: { n2: view } },
      { type: 'done', run: 1 },
    ]);
  });

  it('send a cell again that was away', () => {
    expect(answering([a, b], [a], [a, b]).slice(5)).toEqual([
      { type: 'cell', run: 2, cellId: 'a', output: null, networks: {} },
      { type: 'cell', run: 2, cellId: 'b', output: b, networks: {} },
      { type: 'done', run: 2 },
    ]);
  });
});
