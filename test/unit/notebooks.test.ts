/** Every notebook that ships is a test: all its cells run and all its expectations hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEvaluator, parseNotebook } from '../../src/main/engine';
import type { CellOutput } from '../../src/shared/evaluation';
import type { Notebook } from '../../src/shared/notebook';

const FOLDER = 'notebooks';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.tracebook.md'));

function open(name: string): { notebook: Notebook; outputs: readonly CellOutput[] } {
  const { notebook, problems } = parseNotebook(readFileSync(join(FOLDER, name), 'utf8'));
  expect(problems).toEqual([]);
  return { notebook, outputs: createEvaluator().evaluate(notebook).outputs };
}

/** Warnings that a lesson is about. */
const MEANT = /^BGP has no stable outcome for routes to /;

describe.each(files)('%s', (name) => {
  test('every cell runs and every expectation holds', () => {
    const { outputs } = open(name);
    const wrong = outputs.filter(
      ({ status, problems }) => status !== 'fresh' || problems.some(({ message }) => !MEANT.test(message)),
    );
    expect(wrong).toEqual([]);
  });

  test('every command is carried out, and every silent hop has a reason', () => {
    for (const output of open(name).outputs) {
      if (output.kind !== 'console') continue;
      for (const { command, result } of output.entries) {
        expect(result.kind, command).not.toBe('failure');
        if (result.kind !== 'trace') continue;
        for (const hop of result.hops) {
          if (hop.address === null) expect(hop.silence?.text, `${command}, hop ${hop.ttl}`).toBeTruthy();
        }
      }
    }
  });

  test('two evaluations give the same bytes', () => {
    expect(JSON.stringify(open(name).outputs)).toBe(JSON.stringify(open(name).outputs));
  });
});

interface PublishedPath {
  readonly id: string;
  readonly from: string;
  readonly command: string;
  readonly target: string;
  readonly reached: boolean;
  readonly hops: readonly { readonly address: string | null }[];
}

const LAB = 'azure-interop.tracebook.md';
const LAB_IN_JAPANESE = 'azure-interop.ja.tracebook.md';

describe.each([LAB, LAB_IN_JAPANESE])('the Azure lab in %s', (name) => {
  const { notebook, outputs } = open(name);
  const published: { readonly paths: readonly PublishedPath[] } = JSON.parse(
    readFileSync('test/fixtures/published-paths.json', 'utf8'),
  );

  test('its topology is the one the engine is tested with', () => {
    const cell = notebook.cells.find((entry) => entry.kind === 'topology');
    expect(`${cell?.text}\n`).toBe(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
  });

  test.each(published.paths.map((path) => [path.id, path] as const))(
    '%s stands there as a command with an expectation',
    (_, path) => {
      const commands = outputs.flatMap((output) => (output.kind === 'console' ? output.entries : []));
      expect(commands).toContainEqual(
        expect.objectContaining({ node: path.from, command: `${path.command} ${path.target}` }),
      );
      const hops = path.hops.map((hop) => hop.address ?? '*').join(' ');
      const wanted = path.reached ? `path ${hops}` : 'no-path';
      const checks = outputs.flatMap((output) => (output.kind === 'expect' ? output.checks : []));
      expect(checks).toContainEqual(
        expect.objectContaining({ text: `${path.from} -> ${path.target} ${wanted}`, passed: true }),
      );
    },
  );
});

test('the Azure lab is the same in both languages but for its prose', () => {
  const [english, japanese] = [LAB, LAB_IN_JAPANESE].map((name) => open(name).notebook.cells);
  const told = english?.map(({ kind, text, attributes }) =>
    kind === 'markdown' ? { kind } : { kind, text, attributes },
  );
  expect(japanese).toMatchObject(told ?? []);
  expect(japanese).toHaveLength(english?.length ?? 0);
  for (const [index, cell] of (japanese ?? []).entries()) {
    if (cell.kind === 'markdown') expect(cell.text).not.toBe(english?.[index]?.text);
  }
});
