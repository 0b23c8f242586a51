// @ts-check
/** `npm run check`: what can be checked in seconds, without Electron. */
import './steps/node-version.mjs';
import { lint, typecheck, unitTests } from './steps/checks.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runScript } from './steps/report.mjs';
import { runStages } from './steps/stages.mjs';

await runScript(async () => {
  await ensureDependencies();
  const { failed } = await runStages([
    { name: 'Types', work: typecheck },
    { name: 'Lint', work: lint },
    { name: 'Unit tests', work: () => unitTests() },
  ]);
  return failed.length === 0 ? 0 : 1;
});
