import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Lines that must be refused, by the file they stand in. */
const refused: Record<string, readonly string[]> = {
  'src/shared/a.ts': [
    `import '../../package.json';`,
    `import '../main/engine/x';`,
    `import 'react';`,
    `import 'node:fs';`,
  ],
  'src/main/engine/a.ts': [
    `import '../documents/x';`,
    `import '../../renderer/x';`,
    `import 'electron';`,
    `import fs from 'node:fs';`,
    `export type A = import('electron').App;`,
    `export * from 'fs';`,
    `export const b = import('node:os');`,
    `export const c = new Date();`,
    `export const d = Math.random();`,
    `export const e = performance.now();`,
    `export const f = process.env;`,
    `export const g = window;`,
    `export const h = setTimeout;`,
    `export const { random } = Math;`,
  ],
  'src/main/engine/topology/a.ts': [`import '../../documents/x';`, `import '../../../cli/x';`],
  'src/main/a.ts': [`import '../renderer/x';`, `export { b } from '../preload/x';`],
  'src/preload/a.ts': [`import '../main/x';`, `import 'node:fs';`],
  'src/renderer/app/a.tsx': [`import '../../main/engine/x';`, `import 'electron';`, `import 'node:path';`],
  'src/cli/a.ts': [`import '../main/documents/x';`, `import '../renderer/x';`, `import 'electron';`],
};

const accepted: Record<string, readonly string[]> = {
  'src/shared/ok.ts': [`import './x';`, `import 'zod';`],
  'src/main/engine/routing/ok.ts': [
    `import '../address';`,
    `import './x';`,
    `import '../../../shared/results';`,
    `import 'zod';`,
    `import 'yaml';`,
    `import 'ip-num';`,
    `export const m = Math.floor(1.5);`,
  ],
  'src/main/engine/routing/ok.test.ts': [`import 'node:fs';`, `export const d = Date.now();`],
  'src/renderer/diagrams/testing/ok.ts': [`import 'node:fs';`],
  'src/main/documents/ok.ts': [`import '../engine/x';`, `import '../../shared/x';`, `import 'electron';`],
  'src/preload/ok.ts': [`import 'electron';`, `import '../shared/x';`],
  'src/renderer/app/ok.tsx': [`import 'react-dom/client';`, `import 'd3';`, `import '../../shared/x';`],
  'src/cli/ok.ts': [
    `import '../../package.json';`,
    `import '../main/engine';`,
    `import '../main/engine/x';`,
    `import '../shared/x';`,
    `import 'node:fs';`,
  ],
};

describe('the layers of src/ in lint', () => {
  let folder = '';
  /** `file:line` of each problem. */
  const problems = new Set<string>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-lint-'));
    for (const [file, lines] of Object.entries({ ...refused, ...accepted })) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), `${lines.join('\n')}\n`);
    }
    // The overrides of the configuration apply to paths beside it.
    const config = JSON.parse(await readFile(path.join(root, '.oxlintrc.json'), 'utf8'));
    config.jsPlugins = config.jsPlugins.map((plugin: string) => path.join(root, plugin));
    config.categories = {};
    await writeFile(path.join(folder, '.oxlintrc.json'), JSON.stringify(config));
    for (const { filename, labels } of await lint(folder)) {
      problems.add(`${filename.replaceAll('\\', '/')}:${labels[0]?.span.line}`);
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const each = (table: typeof refused) =>
    Object.entries(table).flatMap(([file, lines]) =>
      lines.map((line, index) => ({ file, line, at: index + 1 })),
    );

  test.each(each(refused))('refuses in $file: $line', ({ file, at }) => {
    expect(problems).toContain(`${file}:${at}`);
  });

  test.each(each(accepted))('accepts in $file: $line', ({ file, at }) => {
    expect(problems).not.toContain(`${file}:${at}`);
  });
});

interface Diagnostic {
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

async function lint(cwd: string): Promise<readonly Diagnostic[]> {
  const tool = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const ended = promisify(execFile)(process.execPath, [tool, '--format=json', 'src'], { cwd });
  // It exits with 1 because it finds problems; the report is on stdout all the same.
  const { stdout } = await ended.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout).diagnostics;
}
