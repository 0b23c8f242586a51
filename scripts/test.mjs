// @ts-check
/** `npm test`: everything, from a bare clone. The last line counts the tests of both runners. */
import './steps/node-version.mjs';
import { rm } from 'node:fs/promises';
import { ensureApplication } from './steps/build.mjs';
import { formatCheck, lint, typecheck, unitTests } from './steps/checks.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { inProject } from './steps/paths.mjs';
import { runScript } from './steps/report.mjs';
import { runStages } from './steps/stages.mjs';
import { countTests, countsLine, retriedLine } from './steps/test-counts.mjs';

const unitReport = inProject('test-results', 'unit.json');
const endToEndReport = inProject('test-results', 'e2e.json');

await runScript(async () => {
  await ensureDependencies();
  await rm(inProject('test-results'), { recursive: true, force: true });
  const failed = await runStages([
    { name: 'Types', work: typecheck },
    { name: 'Lint', work: lint },
    { name: 'Format', work: formatCheck },
    { name: 'Unit tests', work: () => unitTests(unitReport) },
    { name: 'Build', work: () => ensureApplication().then(() => 0) },
    {
      name: 'End-to-end tests',
      work: () =>
        runPlaywright(['--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport } }),
    },
  ]);
  process.stdout.write(
    failed.length === 0 ? '\nAll stages are good.\n' : `\nFailed: ${failed.join(', ')}.\n`,
  );
  const counts = await countTests(unitReport, endToEndReport);
  process.stdout.write(`${retriedLine(counts)}${countsLine(counts)}\n`);
  return failed.length === 0 ? 0 : 1;
});
