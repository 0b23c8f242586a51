// @ts-check
/** `npm test`: everything, from a bare clone. The last line counts the tests of all stages. */
import './steps/node-version.mjs';
import { rm } from 'node:fs/promises';
import { ensureApplication } from './steps/build.mjs';
import { formatCheck, lint, typecheck, unitTests } from './steps/checks.mjs';
import { runInChromium } from './steps/chromium.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { inProject } from './steps/paths.mjs';
import { runScript } from './steps/report.mjs';
import { outcomeLines, runStages } from './steps/stages.mjs';
import { countTests, countsLine, retriedLine } from './steps/test-counts.mjs';

const unitReport = inProject('test-results', 'unit.json');
const endToEndReport = inProject('test-results', 'e2e.json');
const chromiumReport = inProject('test-results', 'chromium.json');

/** Told as they run, and counted at the end. @param {string} report */
const counted = (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report });
const reporters = '--reporter=list,json';

await runScript(async () => {
  await ensureDependencies();
  await rm(inProject('test-results'), { recursive: true, force: true });
  const outcome = await runStages([
    { name: 'Types', work: typecheck },
    { name: 'Lint', work: lint },
    { name: 'Format', work: formatCheck },
    { name: 'Unit tests', work: () => unitTests(unitReport) },
    { name: 'Build', work: () => ensureApplication().then(() => 0) },
    {
      name: 'End-to-end tests',
      work: () => runPlaywright([reporters], { env: counted(endToEndReport) }),
    },
    { name: 'Chromium', work: () => runInChromium([reporters], counted(chromiumReport)) },
  ]);
  process.stdout.write(`\n${outcomeLines(outcome)}\n`);
  const counts = await countTests(unitReport, [endToEndReport, chromiumReport]);
  process.stdout.write(`${retriedLine(counts)}${countsLine(counts)}\n`);
  return outcome.failed.length === 0 ? 0 : 1;
});
