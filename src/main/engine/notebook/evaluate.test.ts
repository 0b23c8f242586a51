import { describe, expect, it } from 'vitest';
import type { CellOutput } from '../../../shared/evaluation';
import { evaluatorWith, notebookOf, outputsOf } from '../testing/row-engine';

function outputAt(outputs: readonly CellOutput[], index: number): CellOutput {
  const output = outputs.at(index);
  if (output === undefined) throw new Error(`no output ${index}`);
  return output;
}

const briefProblems = ({ problems }: CellOutput): readonly string[] =>
  problems.map(
    ({ line, column, message, hint }) => `${line}:${column} ${message}${hint ? ` (${hint})` : ''}`,
  );

describe('a notebook from top to bottom', () => {
  it('asks the network as the cells above left it', () => {
    const outputs = outputsOf(
      'topology\na1 b2 c3',
      'console\na1> tracert c3',
      'edit\nremove b2',
      'console\n\n# after\na1> tracert c3',
    );
    expect(outputs.map(({ status }) => status)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    expect(outputs[1]).toMatchObject({
      entries: [{ line: 1, node: 'a1', command: 'tracert c3', text: 'trace\n' }],
    });
    expect(outputs[2]).toMatchObject({ edits: [{ line: 1, text: 'remove b2', summary: 'b2 is gone' }] });
    expect(outputs[3]).toMatchObject({ entries: [{ line: 3, result: { hops: [{ node: 'c3' }] } }] });
  });

  it('names the network of each cell and gives its view once', () => {
    const notebook = notebookOf('topology\na1 b2', 'console\na1> ping b2', 'edit\nremove b2');
    const { outputs, networks } = evaluatorWith().evaluate(notebook);
    const keys = outputs.map(({ networkKey }) => networkKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(new Set(Object.keys(networks))).toEqual(new Set(keys));
  });

  it('answers a question beside the cells, of each network it named', () => {
    const evaluator = evaluatorWith();
    const { outputs } = evaluator.evaluate(notebookOf('topology\na1 b2 c3', 'edit\nremove b2'));
    const [before, after] = outputs.map(({ networkKey }) => networkKey ?? '');
    expect(evaluator.ask(before ?? '', 'a1', 'tracert c3')).toMatchObject({
      node: 'a1',
      command: 'tracert c3',
      text: 'trace\n',
    });
    expect(evaluator.ask(after ?? '', 'a1', 'tracert c3')).not.toBeNull();
    expect(evaluator.ask('no such network', 'a1', 'tracert c3')).toBeNull();
  });

  it('blocks cells without a network and says what to do', () => {
    const outputs = outputsOf('console\na1> ping b2', 'edit\nremove a1', 'expect\na1 -> b2 reach');
    expect(outputs.map(({ status }) => status)).toEqual(['blocked', 'blocked', 'blocked']);
    expect(briefProblems(outputAt(outputs, 0))).toEqual([
      '1:1 There is no network yet (put a topology cell above this one)',
    ]);
  });

  it('blocks what stands below a wrong topology until the next good one', () => {
    const outputs = outputsOf(
      'topology\na1 b2',
      'topology\na1 ?',
      'console\na1> ping b2',
      'topology\na1 b2',
      'console\na1> ping b2',
    );
    expect(outputs.map(({ status }) => status)).toEqual(['fresh', 'error', 'blocked', 'fresh', 'fresh']);
    expect(briefProblems(outputAt(outputs, 1))).toEqual(['1:4 no name']);
    expect(briefProblems(outputAt(outputs, 2))).toEqual([
      '1:1 This cell waits for the topology cell `a1 ?` above (mend that cell first)',
    ]);
  });

  it('applies an edit cell whole or not at all, and reports every wrong line', () => {
    const outputs = outputsOf(
      'topology\na1 b2',
      'edit\n# comment\nremove b2\n  remove x9\nfoo',
      'edit\nremove b2',
    );
    expect(outputs.map(({ status }) => status)).toEqual(['fresh', 'error', 'blocked']);
    expect(briefProblems(outputAt(outputs, 1))).toEqual(['3:10 no edit', '4:8 no edit']);
    expect(outputs[1]).toMatchObject({ edits: [], networkKey: outputs[0]?.networkKey });
  });

  it('lets an edit mend a network that does not converge', () => {
    const outputs = outputsOf(
      'topology\na1 dispute b2',
      'console\na1> ping b2',
      'edit\nremove dispute',
      'console\na1> ping b2',
    );
    expect(outputs.map(({ status }) => status)).toEqual(['error', 'blocked', 'fresh', 'fresh']);
    expect(briefProblems(outputAt(outputs, 0))).toEqual(['1:1 does not converge']);
  });

  it('goes on where the engine itself fails', () => {
    const outputs = outputsOf('topology\na1', 'edit\ncrash', 'console\na1> x', 'topology\na1');
    expect(outputs.map(({ status }) => status)).toEqual(['fresh', 'error', 'blocked', 'fresh']);
    expect(briefProblems(outputAt(outputs, 1))).toEqual(['1:1 The engine failed on this cell: boom']);
  });

  it('streams outputs in order, with the view of their network', () => {
    const notebook = notebookOf('topology\na1 b2', 'console\na1> ping b2');
    const streamed: [CellOutput, number | undefined][] = [];
    const { outputs } = evaluatorWith().evaluate(notebook, {
      onOutput: (output, view) => streamed.push([output, view?.nodes.length]),
    });
    expect(streamed).toEqual(outputs.map((output) => [output, 2]));
  });
});

describe('console cells', () => {
  it.each([
    [
      'tracert b2',
      '1:1 A console line names the node at whose prompt the command is typed (for example `a1> tracert b2`)',
    ],
    ['  bb2> ping a1', '1:3 There is no node "bb2" (did you mean "b2"?)'],
    ['a1>', '1:1 There is no command after the prompt (`a1> help` lists the commands)'],
    ['a1> ping nowhere', '1:5 Unable to resolve nowhere'],
  ])('tell where a line is wrong: %s', (line, problem) => {
    const output = outputAt(outputsOf('topology\na1 b2', `console\n${line}`), 1);
    expect(output.status).toBe('error');
    expect(briefProblems(output)).toEqual([problem]);
  });

  it('take blanks on either side of the prompt', () => {
    const output = outputAt(outputsOf('topology\na1 b2', 'console\n  a1 > tracert b2\na1\t>tracert b2'), 1);
    expect(output).toMatchObject({
      problems: [],
      entries: [
        { node: 'a1', command: 'tracert b2' },
        { node: 'a1', command: 'tracert b2' },
      ],
    });
  });

  it('run the lines that are right', () => {
    const output = outputAt(outputsOf('topology\na1 b2', 'console\nfoo\na1> ping b2'), 1);
    expect(output).toMatchObject({ status: 'error', entries: [{ line: 2 }] });
  });

  it('stop at the limit and say so', () => {
    const output = outputAt(outputsOf('topology\na1 b2', `console\n${'a1> ping b2\n'.repeat(1001)}`), 1);
    expect(output).toMatchObject({ problems: [{ line: 1001 }] });
    expect(output.kind === 'console' && output.entries.length).toBe(1000);
  });
});

describe('expect cells', () => {
  it.each([
    ['a1 -> c3 path * 10.0.0.3', null],
    ['a1 -> c3 path 10.0.0.2 10.0.0.3', 'Hop 1 is *, not 10.0.0.2'],
    ['a1 -> c3 path *', 'The trace goes on after 1 hop: hop 2 is 10.0.0.3'],
    ['a1 -> c3 path * 10.0.0.3 10.0.0.4', 'The trace ends after 2 hops; hop 3 should be 10.0.0.4'],
    ['a1 -> 10.0.0.3 reach  # fine', null],
    ['a1 -> 10.0.0.9 reach', 'The target is not reached: It does not answer'],
    ['a1 -> 10.0.0.9 no-path', null],
    ['a1 -> c3 no-path', 'The target is reached at hop 2'],
    ['a1 -> c3 via s2', null],
    ['c3 -> d4 via s2', 'The path does not pass s2: it goes c3, d4'],
    ['a1 -> c3 rtt < 6ms', null],
    ['a1 -> c3 rtt <=5.5 ms', null],
    ['a1 -> c3 rtt < 5.5ms', 'The median round trip is 5.5 ms, not < 5.5 ms'],
    ['a1 -> c3 rtt > 5 ms', null],
    ['a1 -> 10.0.0.9 rtt < 5 ms', 'The target does not answer: It does not answer'],
  ])('%s', (line, difference) => {
    const output = outputAt(outputsOf('topology\na1 s2 c3 d4', `expect\n${line}`), 1);
    expect(output.problems).toEqual([]);
    expect(output).toMatchObject({
      status: difference === null ? 'fresh' : 'failed',
      checks: [{ line: 1, text: line.replace(/ +#.*/, ''), passed: difference === null, difference }],
    });
  });

  it('say what was expected and what is', () => {
    const output = outputAt(outputsOf('topology\na1 s2 c3', 'expect\na1 -> c3 path 10.0.0.2 *'), 1);
    expect(output).toMatchObject({ checks: [{ expected: '10.0.0.2 *', actual: '* 10.0.0.3' }] });
  });

  it.each([
    [
      'a1',
      '1:1 An expectation reads `SOURCE -> TARGET CHECK` (for example `alice -> bob path 10.1.0.1 * 10.3.0.10`)',
    ],
    [
      'a1 to c3 reach',
      '1:4 Expected `->` here, not "to" (for example `alice -> bob path 10.1.0.1 * 10.3.0.10`)',
    ],
    ['b1 -> c3 reach', '1:1 There is no node "b1" (did you mean "a1"?)'],
    ['a1 ->', '1:6 The target is missing (for example `alice -> bob path 10.1.0.1 * 10.3.0.10`)'],
    ['a1 -> 10.0.0.300 reach', '1:7 "10.0.0.300" is neither an address nor a node (there are a1, c3)'],
    ['a1 -> c3', '1:9 The check is missing (one of path, reach, no-path, via, rtt, same-as)'],
    ['a1 -> c3 raech', '1:10 There is no check "raech" (did you mean "reach"?)'],
    ['a1 -> c3 reach now', '1:16 Nothing may follow `reach`'],
    ['a1 -> c3 path 10.0.0.1 x', '1:24 "x" is no hop (a hop is an address, or `*` for a silent one)'],
    ['a1 -> c3 via', '1:13 The node is missing (for example `via r1`)'],
    [
      'a1 -> c3 rtt = 5ms',
      '1:14 A time limit is missing or not understood (for example `rtt < 80ms` or `rtt < 1.5s`)',
    ],
  ])('tell where a line is wrong: %s', (line, problem) => {
    const output = outputAt(outputsOf('topology\na1 c3', `expect\n${line}`), 1);
    expect(output.status).toBe('error');
    expect(briefProblems(output)).toEqual([problem]);
  });
});

describe('both sides of a Git conflict', () => {
  const conflict = '<<<<<<< HEAD\na1> tracert c3\n=======\na1> tracert b2\n>>>>>>> branch';

  it('are told at each mark, and no cell but that one fails for them', () => {
    const [, asked, below] = outputsOf(
      'topology\na1 b2 c3',
      `console\n${conflict}`,
      'console\na1> tracert c3',
    );
    expect(asked).toMatchObject({ status: 'error', entries: [] });
    expect(asked?.problems.map(({ line, message }) => [line, message])).toEqual([
      [1, 'Git left both sides of a conflict here'],
      [3, 'Git left both sides of a conflict here'],
      [5, 'Git left both sides of a conflict here'],
    ]);
    expect(below?.status).toBe('fresh');
  });

  it('in a topology keep the cells below from running', () => {
    const outputs = outputsOf(`topology\n${conflict}`, 'console\na1> tracert c3');
    expect(outputs.map(({ status }) => status)).toEqual(['error', 'blocked']);
  });
});
