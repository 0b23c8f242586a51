/** Scenarios in notebooks: cells and lines that name a network, and what compares it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../shared/problem';
import type { CompareResult } from '../../../shared/results';
import { cellStarts, createEvaluator, parseNotebook, problemInFile, serializeNotebook } from '../index';

const ROUTERS = readFileSync('test/fixtures/three-routers.yaml', 'utf8');

/** The outputs of the cells of a notebook with the three routers on top, and every problem as the command line prints it. */
function evaluate(...cells: readonly string[]) {
  const text = [`\`\`\`topology\n${ROUTERS}\`\`\``, ...cells].join('\n\n');
  const { notebook } = parseNotebook(`${text}\n`);
  const { outputs, networks } = createEvaluator().evaluate(notebook);
  const starts = cellStarts(notebook);
  const problems = outputs.flatMap((output) => {
    const start = starts.get(output.cellId);
    if (start === undefined) throw new Error('a cell without a start');
    return output.problems.map((problem) => {
      const { line, ...found } = problemInFile(problem, start);
      // Counted from the first cell below the topology.
      return formatProblem('f', { ...found, line: line - ROUTERS.split('\n').length - 2 });
    });
  });
  const entries = outputs.flatMap((output) => (output.kind === 'console' ? output.entries : []));
  return { notebook, outputs, networks, problems, entries };
}

function scenario(head: string, ...lines: readonly string[]): string {
  return ['```scenario ' + head, ...lines, '```'].join('\n');
}

function consoleCell(...lines: readonly string[]): string {
  return ['```console', ...lines, '```'].join('\n');
}

function compared(entries: ReturnType<typeof evaluate>['entries']): CompareResult {
  const result = entries.at(-1)?.result;
  if (result?.kind !== 'compare') throw new Error(JSON.stringify(result));
  return result;
}

describe('a scenario cell', () => {
  test('names a network and leaves the one that the cells below it see', () => {
    const { outputs, problems, entries, networks } = evaluate(
      scenario('cut from base', '# the long line is gone', 'shutdown r1-r3'),
      consoleCell('alice> tracert bob', 'alice> compare base cut'),
    );
    expect(problems).toEqual([]);
    const [topology, named, asked] = outputs;
    expect(named).toMatchObject({ kind: 'scenario', name: 'cut', from: 'base', status: 'fresh' });
    expect(asked?.networkKey).toBe(topology?.networkKey);
    expect(named?.networkKey).not.toBe(topology?.networkKey);
    const view = networks[named?.networkKey ?? ''];
    expect(view?.links.find(({ name }) => name === 'r1-r3')?.up).toBe(false);
    expect(entries[0]?.result).toMatchObject({ kind: 'trace', hops: { length: 3 } });
    expect(compared(entries).differences.map(({ change }) => change)).toEqual(['longer', 'longer']);
  });

  test('may start from another scenario, and that from the network at its place', () => {
    const { problems, entries } = evaluate(
      scenario('cut', 'shutdown r1-r3'),
      scenario('island from cut', 'shutdown r1-r2'),
      consoleCell('alice> compare cut island'),
    );
    expect(problems).toEqual([]);
    expect(compared(entries)).toMatchObject({
      before: 'cut',
      after: 'island',
      reaching: { before: 2, after: 0 },
    });
  });

  test('keeps its network when edits follow, and ends with the next topology', () => {
    const later = evaluate(
      scenario('cut from base', 'shutdown r1-r3'),
      '```edit\nshutdown r1-r3\n```',
      consoleCell('alice> compare base cut'),
    );
    expect(compared(later.entries).differences).toEqual([]);
    const anew = evaluate(
      scenario('cut from base', 'shutdown r1-r3'),
      `\`\`\`topology\n${ROUTERS}\`\`\``,
      consoleCell('alice> compare base cut'),
    );
    expect(anew.entries[0]?.result).toMatchObject({ message: 'there is no scenario named cut' });
  });

  test('says of every wrong line where it stands in the file and why', () => {
    const { problems, outputs } = evaluate(
      scenario('cut from base', 'shutdow r1-r3', '', '  shutdown r9'),
      consoleCell('alice> compare base cut', 'alice> compare base cutt', 'alice> compare base'),
    );
    expect(problems).toEqual([
      'f:2:1: error: There is no command "shutdow" (did you mean "shutdown"?)',
      'f:4:12: error: There is no "r9" (did you mean "r1"?)',
      'f:8:8: error: the network of cut: its edits are wrong (mend the scenario first)',
      'f:9:8: error: there is no scenario named cutt (did you mean "cut"?)',
      'f:10:8: error: compare needs another network: base or the name of a scenario (usage: compare A B)',
    ]);
    expect(outputs[1]).toMatchObject({ status: 'error', edits: [] });
  });

  test.each([
    ['', 'f:1:12: error: The scenario has no name'],
    ['base', 'f:1:13: error: "base" is the network itself'],
    ['a/b from base', 'f:1:13: error: "a/b" cannot be a scenario\'s name'],
    ['a of base', 'f:1:15: error: Expected `from` here, not "of"'],
    ['a from', 'f:1:19: error: What the scenario starts from is missing'],
    ['a from base now', 'f:1:25: error: "now" is not expected here'],
    ['a from cut', 'f:1:20: error: There is no scenario "cut" above'],
  ])('with the head `%s` is refused', (head, message) => {
    const [problem = ''] = evaluate(scenario(head, 'shutdown r1')).problems;
    expect(problem.startsWith(message), problem).toBe(true);
  });

  test('with a name that is taken is refused, and the first one stays', () => {
    const { problems, entries } = evaluate(
      scenario('cut from base', 'shutdown r1-r3'),
      scenario('cut from base', 'shutdown r1-r2'),
      consoleCell('alice> compare base cut'),
    );
    expect(problems).toEqual(['f:5:13: error: There is a scenario "cut" already (choose another name)']);
    expect(compared(entries).differences).toHaveLength(2);
  });

  test('is written back byte for byte, also with an id and odd spacing', () => {
    const text = '~~~~  scenario   a  from base {#one}\r\nshutdown r1\r\n~~~~\r\n';
    const { notebook } = parseNotebook(text);
    expect(notebook.cells[0]).toMatchObject({ id: 'one', kind: 'scenario' });
    expect(serializeNotebook(notebook)).toBe(text);
  });
});

describe('a scenario line', () => {
  test('names a network for the lines and cells below it', () => {
    const { problems, entries, outputs } = evaluate(
      consoleCell(
        'alice> scenario cut from base { shutdown r1-r3; set r1-r2 latency 5ms }',
        'alice> compare base cut',
      ),
      consoleCell('alice> matrix --diff cut'),
    );
    expect(problems).toEqual([]);
    expect(entries[0]).toMatchObject({
      result: { kind: 'scenario', name: 'cut', from: 'base', edits: { length: 2 } },
    });
    expect(entries[0]?.text).toContain('scenario cut: base with 2 edits');
    expect(entries[1]?.result).toMatchObject({ kind: 'compare', differences: { length: 2 } });
    expect(entries[2]?.result.kind).toBe('matrix-diff');
    expect(new Set(outputs.map(({ networkKey }) => networkKey)).size).toBe(1);
  });

  test('keeps braces, semicolons and quotes of its edits apart', () => {
    const { problems, entries } = evaluate(
      consoleCell(
        `alice> scenario x from base { add host carol { lan: office, address: 10.1.0.7/24, description: "a; b }" }; shutdown bob }`,
      ),
    );
    expect(problems).toEqual([]);
    expect(entries[0]?.result).toMatchObject({
      edits: [{ summary: expect.stringContaining('carol') }, { text: 'shutdown bob' }],
    });
  });

  test.each([
    ['scenario', 'f:2:16: error: The scenario has no name'],
    ['scenario cut', 'f:2:20: error: The edits in braces are missing'],
    ['scenario cut { shutdown r1-r3', 'f:2:37: error: The closing brace `}` is missing'],
    ['scenario cut { } now', 'f:2:25: error: Nothing may follow the closing brace'],
    ['scenario cut { shutdown r1-r3; shutdown r9 }', 'f:2:48: error: There is no "r9"'],
    ['scenario cut from gone { }', 'f:2:26: error: There is no scenario "gone" above'],
  ])('`%s` is refused where it is wrong', (line, message) => {
    const { problems, entries } = evaluate(consoleCell(`alice> ${line}`));
    expect(problems[0]?.startsWith(message), problems[0]).toBe(true);
    expect(entries[0]?.result.kind).toBe('failure');
  });
});

function withScenario(edit: string) {
  return parseNotebook(
    [
      `\`\`\`topology\n${ROUTERS}\`\`\``,
      scenario('cut {#s}', edit),
      consoleCell('alice> tracert bob'),
      consoleCell('alice> compare base cut'),
    ].join('\n\n'),
  ).notebook;
}

test('a change of a scenario computes what compares it anew, and nothing else', () => {
  const evaluator = createEvaluator();
  const before = evaluator.evaluate(withScenario('shutdown r1-r3')).outputs;
  const after = evaluator.evaluate(withScenario('shutdown r1-r2')).outputs;
  expect(after.map((output, at) => output === before[at])).toEqual([true, false, true, false]);
});
