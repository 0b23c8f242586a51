// @ts-check
/** `npm run test:kill [-- KILLS [SEED]]`: the application killed that often, at moments the seed decides. */
import './steps/node-version.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  const [kills = '100', seed = '1'] = process.argv.slice(2);
  await ensureDependencies();
  return runPlaywright(['kill.e2e.ts'], { env: { TRACEBOOK_KILLS: kills, TRACEBOOK_SEED: seed } });
});
