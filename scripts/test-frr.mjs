// @ts-check
/** `npm run test:frr [-- A-B] [--keep]`: the engine against real FRR routers in network namespaces. */
import './steps/node-version.mjs';
import os from 'node:os';
import { ensureDependencies } from './steps/dependencies.mjs';
import { inProject } from './steps/paths.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  await ensureDependencies();
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../test/frr/main') }} */
  const { module } = await runnerImport(inProject('test/frr/main.ts'), {
    configFile: false,
    logLevel: 'warn',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // Those of the steps before would end the process at once, and leave namespaces and daemons behind.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      void module.stop().finally(() => process.exit(128 + os.constants.signals[signal]));
    });
  }
  return module.main(process.argv.slice(2));
});
