/** The page as a person finds it: cells by kind and order, their text, their results. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { CellKind } from '../../src/shared/notebook';
import { appStrings } from '../../src/shared/strings/app';

/** The cells of a kind, in the page's order. */
export function cells(page: Page, kind: CellKind): Locator {
  return page.getByRole('article', { name: new RegExp(`^${appStrings.kinds[kind]} cell`) });
}

/** The text of a cell, at rest or live. */
export function code(cell: Locator): Locator {
  return cell.locator('.code');
}

/** Goes into a cell by keyboard, with the caret at the end of its text. */
export async function enter(page: Page, cell: Locator): Promise<void> {
  await cell.focus();
  await page.keyboard.press('Enter');
  await cell.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.press('ControlOrMeta+End');
}

/** Replaces a cell's text as a person would by pasting. */
export async function write(page: Page, cell: Locator, text: string): Promise<void> {
  await enter(page, cell);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Leaves a cell's editor by keyboard: the first Escape may only close the list of suggestions. */
export async function leave(page: Page, cell: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(cell).toBeFocused({ timeout: 500 });
  }).toPass();
}
