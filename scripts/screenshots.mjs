// @ts-check
/** `npm run screenshots`: takes the pictures of docs/screenshots and docs/diagrams from the application itself. */
import './steps/node-version.mjs';
import { ensureDependencies } from './steps/dependencies.mjs';
import { runPlaywright } from './steps/e2e.mjs';
import { runScript } from './steps/report.mjs';
import { ensureJapaneseFont } from './steps/system-libraries.mjs';

await runScript(async () => {
  await ensureDependencies();
  await ensureJapaneseFont();
  // The screen has to hold the largest window.
  return runPlaywright(['--config', 'test/screenshots/playwright.config.ts', ...process.argv.slice(2)], {
    screen: '1920x1080',
  });
});
