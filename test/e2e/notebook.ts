/** What tests do with the notebook in a window, as a person would: through the page, the menus and the disk. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './app';

export { choose, titles } from './launch';

/** Writes at the end of the first Markdown cell. */
export async function write(page: Page, text: string): Promise<void> {
  const cell = page.locator('.cell-markdown').first();
  await cell.locator('.markdown').dblclick();
  await expect(cell.locator('.monaco-editor')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(cell.locator('.markdown')).toContainText(text);
}

/** The drafts in the profile, as text. One that goes while this looks is none. */
export async function drafts(folder: string): Promise<string[]> {
  const place = path.join(folder, 'profile', 'drafts');
  const names = await readdir(place).catch(() => []);
  const files = names.filter((name) => name.endsWith('.draft.json'));
  const texts = await Promise.all(
    files.map((name) => readFile(path.join(place, name), 'utf8').catch(() => null)),
  );
  return texts.filter((text) => text !== null);
}

/** Waits until a draft holds the text. */
export async function drafted(folder: string, text: string): Promise<void> {
  await expect.poll(async () => (await drafts(folder)).some((draft) => draft.includes(text))).toBe(true);
}

/** Answers every message box from now on with this button, and gives the texts of those shown so far. */
export async function answerBoxes(
  app: ElectronApplication,
  button: string,
): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }, wanted) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shownBoxes: shown });
    const answer = async (...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> => {
      const options: unknown = args.at(-1);
      const { message, detail, buttons } = Object(options);
      shown.push(`${String(message)}\n${String(detail)}`);
      return { response: buttons.indexOf(wanted), checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, button);
  return () => app.evaluate(() => Reflect.get(globalThis, 'shownBoxes'));
}

/** Answers every choice of a file to save to from now on, and gives the properties of the dialogs shown so far. */
export async function chooseTarget(
  app: ElectronApplication,
  filePath: string,
): Promise<() => Promise<readonly unknown[]>> {
  await app.evaluate(({ dialog }, filePath) => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shownChoices: shown });
    const answer = async (...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
      shown.push(Object(args.at(-1)).properties);
      return { canceled: false, filePath };
    };
    Object.assign(dialog, { showSaveDialog: answer });
  }, filePath);
  return () => app.evaluate(() => Reflect.get(globalThis, 'shownChoices'));
}
