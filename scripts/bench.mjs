// @ts-check
/** `npm run bench`: measures the engine and prints a table, or JSON with `-- --json`. Asserts nothing. */
import './steps/node-version.mjs';
import { ensureBenchmark } from './steps/build.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runScript } from './steps/report.mjs';
import { run } from './steps/run.mjs';

await runScript(async () => {
  await ensureDependencies();
  const program = await ensureBenchmark();
  const { code } = await run(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)]);
  return code;
});
