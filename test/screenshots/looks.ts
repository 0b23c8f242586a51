/** What every picture is taken in: languages, themes, and where it goes. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../src/shared/language';
import { root } from '../e2e/launch';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export { LANGUAGES, type Language };

/** The pictures go to docs/, or elsewhere to be judged first. */
const home = process.env['TRACEBOOK_PICTURES'] ?? path.join(root, 'docs');

/** Repositories keep every version of a picture for ever. */
const MOST_BYTES = 450_000;

/** @param folder below docs/ @param name without its ending */
export async function shoot(target: Page | Locator, folder: string, name: string): Promise<void> {
  const file = path.join(home, folder, `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await target.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  expect((await stat(file)).size, file).toBeLessThan(MOST_BYTES);
}

/** What a picture is called: the English one in light has the plain name. */
export function pictureName(name: string, theme: Theme, language: Language): string {
  return [name, ...(theme === 'light' ? [] : [theme]), ...(language === 'en' ? [] : [language])].join('-');
}
