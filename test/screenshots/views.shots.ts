/** Every view of the window, in both languages, light and dark. */
import { readFile, writeFile } from 'node:fs/promises';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { CATALOGUES, type Strings } from '../../src/shared/strings';
import { expect, test } from '../e2e/app';
import { enter, leave } from '../e2e/cells';
import { choose, titles } from '../e2e/notebook';
import { resize, setTheme, settled } from '../e2e/window';
import { LANGUAGES, shoot, THEMES, type Language } from './looks';

const NOTEBOOKS: Readonly<Record<Language, string>> = {
  en: 'notebooks/azure-interop.tracebook.md',
  ja: 'notebooks/azure-interop.ja.tracebook.md',
};

const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 1920, height: 1080 };

interface Place {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly text: Strings;
  readonly file: string;
}

/** Puts a figure at the lower end of the window, with its text above it. */
async function show(page: Page, figure: Locator): Promise<void> {
  await page.mouse.move(1, 1);
  const below = (): Promise<number> =>
    figure.evaluate((element) => innerHeight - element.getBoundingClientRect().bottom);
  // What comes near is drawn, and takes another height than was kept for it: it stays where it is only then.
  await expect(async () => {
    await figure.evaluate((element) => {
      element.scrollIntoView({ block: 'end' });
      window.scrollBy(0, 24);
    });
    await expect(figure.locator('svg').last()).toBeVisible({ timeout: 2000 });
    await settled(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    // The page scrolls by whole pixels; a figure may end between two.
    expect(Math.abs((await below()) - 24)).toBeLessThan(2);
  }).toPass();
}

function figure(
  { page, text }: Place,
  title: keyof Strings['diagram']['pictures']['titles'],
  prompt: string,
) {
  const { titles, titled } = text.diagram.pictures;
  return page.getByRole('figure', { name: titled(titles[title], prompt) });
}

/** What stands on the page, from its top to its end. */
const PLACES: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  start: ({ page }) => page.evaluate(() => window.scrollTo(0, 0)),
  map: ({ page, text }) =>
    show(page, page.getByRole('figure', { name: text.app.map.label('topology', 2), exact: true })),
  path: (place) => show(place.page, figure(place, 'path', 'loc1-vm> tracert 10.10.30.4').first()),
  paths: (place) => show(place.page, figure(place, 'allPaths', 'spoke-vm> paths').first()),
  failure: (place) => show(place.page, figure(place, 'path', 'loc1-vm> tracert 10.10.30.4').nth(1)),
};

/** What lies over the page: how it comes; Escape takes it away. */
const PANELS: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  palette: ({ page }) => page.keyboard.press('ControlOrMeta+Shift+P'),
  settings: ({ page }) => page.keyboard.press('ControlOrMeta+,'),
  shortcuts: ({ app }) => choose(app, 'help.shortcuts'),
  async find({ page, text }) {
    await page.keyboard.press('ControlOrMeta+Alt+F');
    await page.getByLabel(text.app.editing.find.query, { exact: true }).fill('10.10.30');
  },
  history: ({ app }) => choose(app, 'file.history'),
  compare: ({ app }) => choose(app, 'file.compare'),
};

/** Makes work that is saved, work that is not, and a file that another program has changed. */
async function work({ app, page, text, file }: Place): Promise<void> {
  const first = page.getByRole('article', { name: new RegExp(`^${text.app.cell.name('console', 4)}[、,]`) });
  await enter(page, first);
  await page.keyboard.insertText('\nhub-vm> ping spoke-vm');
  await leave(page, first);
  await choose(app, 'file.save');
  await expect.poll(async () => (await titles(app))[0]).not.toMatch(/^•/);
  await enter(page, first);
  await page.keyboard.insertText('\nhub-vm> ping branch-vm');
  await leave(page, first);
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('hub-vm> ping spoke-vm', 'hub-vm> ping loc1-vm'),
  );
  await expect(page.getByRole('alert', { name: text.app.keeping.bar.label })).toBeVisible();
  await settled(page);
}

/** A slide with a trace on it, two steps on its way. */
async function present({ page, text }: Place): Promise<void> {
  await page.locator('.cell-console').filter({ hasText: 'hub-vm> tracert 10.11.30.4' }).first().focus();
  for (const key of ['F5', 'PageDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect(page.getByRole('main', { name: text.present.label }).locator('.step-words')).toBeVisible();
}

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ notebook: NOTEBOOKS[language] });

    test('views', async ({ start, file }) => {
      const { app, page } = await start(undefined, language);
      const place: Place = { app, page, text: CATALOGUES[language], file: file ?? '' };
      const shootBoth = async (name: string): Promise<void> => {
        for (const theme of THEMES) {
          await setTheme(app, page, theme);
          const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
          await shoot(
            page,
            'screenshots',
            `${name}-${width}x${height}-${theme}${language === 'en' ? '' : `-${language}`}`,
          );
        }
      };
      await settled(page);
      for (const size of [LARGE, SMALL]) {
        await resize(app, page, size.width, size.height);
        for (const [name, go] of Object.entries(PLACES)) {
          if (size === LARGE && name !== 'start' && name !== 'path') continue;
          await go(place);
          await shootBoth(name);
        }
      }

      await page.evaluate(() => window.scrollTo(0, 0));
      await choose(app, 'view.outline');
      await shootBoth('outline');
      await choose(app, 'view.outline');
      await work(place);
      for (const [name, open] of Object.entries(PANELS)) {
        await open(place);
        await shootBoth(name);
        await page.keyboard.press('Escape');
      }
      await present(place);
      await shootBoth('presentation');
    });
  });
}
