/** Failures nobody foresaw: logged, and then a test run ends while a person is asked whether to go on. */
import { app, dialog } from 'electron';
import { strings } from '../shared/strings';
import { errorText } from './documents/file-system';

const text = strings.dialogs.failure;

/** Catches what nothing else caught. The answer reports a failure that was caught but leads nowhere. */
export function catchFailures(underTest: boolean): (error: unknown) => Promise<void> {
  let asking = false;

  async function report(error: unknown): Promise<void> {
    console.error(error);
    if (underTest) return app.exit(1);
    // One question at a time: a failure that repeats must not bury the screen in boxes.
    if (asking) return;
    asking = true;
    await app.whenReady();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: text.title,
      detail: text.detail(errorText(error)),
      buttons: [text.continue, text.quit],
      noLink: true,
    });
    asking = false;
    if (response === 1) app.quit();
  }

  process.on('uncaughtException', (error) => void report(error));
  process.on('unhandledRejection', (reason) => void report(reason));
  return report;
}
