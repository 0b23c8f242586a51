// @ts-check
/** `npm run screenshots`: takes the pictures of docs/screenshots from the application itself. */
import './steps/node-version.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { runScript } from './steps/report.mjs';

await runScript(async () => {
  await ensureDependencies();
  // The screen has to hold the largest window.
  return runPlaywright(['--config', 'test/screenshots/playwright.config.ts'], { screen: '1920x1080' });
});
