/** Every view of the window, in both languages, light and dark. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { CATALOGUES, type Strings } from '../../src/shared/strings';
import { expect, test } from '../e2e/app';
import { root, type RunningApp } from '../e2e/launch';
import { slowNotebook } from '../e2e/slow';
import { conflict, firstCell, VIEWS, type Place, type View } from '../e2e/views';
import { resize, setTheme, settled } from '../e2e/window';
import { LANGUAGES, shoot, THEMES, type Language } from './looks';

const NOTEBOOKS: Readonly<Record<Language, string>> = {
  en: 'notebooks/azure-interop.tracebook.md',
  ja: 'notebooks/azure-interop.ja.tracebook.md',
};

const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 1920, height: 1080 };

const HD = { width: 1280, height: 720 };

const NAMES = { host: 'hub-vm', router: 'ce1', lan: 'location-1-lan', link: 'ce1-lan1' } as const;

function placeOf({ app, page }: RunningApp, file: string | null, language: Language): Place {
  return { app, page, text: CATALOGUES[language], file: file ?? '', names: NAMES };
}

/**
 * Puts a figure at the lower end of the window, with its text above it; or higher, where another figure would be cut
 * by the upper end of the page.
 */
async function show(page: Page, figure: Locator): Promise<void> {
  await page.mouse.move(1, 1);
  const below = (): Promise<number> =>
    figure.evaluate((element) => innerHeight - element.getBoundingClientRect().bottom);
  // What comes near is drawn, and takes another height than was kept for it: it stays where it is only then.
  await expect(async () => {
    await figure.evaluate((element) => {
      element.scrollIntoView({ block: 'end' });
      document.body.scrollBy(0, 24);
    });
    await expect(figure.locator('svg').last()).toBeVisible({ timeout: 2000 });
    await settled(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    // The page scrolls by whole pixels; a figure may end between two.
    expect(Math.abs((await below()) - 24)).toBeLessThan(2);
    await passCutFigure(figure);
    await settled(page);
  }).toPass();
}

async function passCutFigure(figure: Locator): Promise<void> {
  await figure.evaluate((shown) => {
    const top = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
    for (const other of document.querySelectorAll('figure')) {
      const box = other.getBoundingClientRect();
      if (!other.contains(shown) && box.top < top && box.bottom > top)
        document.body.scrollBy(0, box.bottom - top + 8);
    }
  });
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
  start: ({ page }) => page.evaluate(() => document.body.scrollTo(0, 0)),
  map: ({ page, text }) =>
    show(page, page.getByRole('figure', { name: text.app.map.label('topology', 2), exact: true })),
  path: (place) => show(place.page, figure(place, 'path', 'loc1-vm> tracert 10.10.30.4').first()),
  paths: (place) => show(place.page, figure(place, 'allPaths', 'spoke-vm> paths').first()),
  failure: (place) => show(place.page, figure(place, 'path', 'loc1-vm> tracert 10.10.30.4').nth(1)),
};

/** What lies over the page, beside it or in it, by the name of its picture. */
const OVER: Readonly<Record<string, View>> = {
  completion: VIEWS.completion,
  palette: VIEWS.palette,
  settings: VIEWS.settings,
  shortcuts: VIEWS.shortcuts,
  find: VIEWS.replace,
  'find-error': VIEWS['find with a bad expression'],
  outline: VIEWS.outline,
  menu: VIEWS['cell menu'],
  'map-menu': VIEWS['menu of a router'],
  'form-latency': VIEWS['form for a latency'],
  'form-host': VIEWS['form for a host'],
  'form-router': VIEWS['form for a router'],
  'form-link': VIEWS['form for a link'],
  inspector: VIEWS.inspector,
  toast: VIEWS.toast,
  export: {
    open: async (place) => {
      await show(place.page, figure(place, 'path', 'loc1-vm> tracert 10.10.30.4').first());
      await exportOf(place).press('Enter');
    },
    close: ({ page }) => page.keyboard.press('Escape'),
  },
};

function exportOf(place: Place): Locator {
  const { pictures } = place.text.diagram;
  return figure(place, 'path', 'loc1-vm> tracert 10.10.30.4')
    .first()
    .getByText(pictures.export, { exact: true });
}

/** What there is of a file that another program has changed. */
const CHANGED: Readonly<Record<string, View>> = {
  'disk-bar': { open: async () => {}, close: async () => {} },
  compare: VIEWS.compare,
  history: {
    open: async (place) => {
      await VIEWS.history.open(place);
      const versions = place.page.getByRole('list', { name: place.text.app.keeping.history.list });
      await versions.getByRole('button').first().press('Enter');
      await expect(place.page.getByRole('dialog').locator('.dialog-foot')).toBeVisible();
    },
    close: VIEWS.history.close,
  },
};

/** Gives the window the size it has, whatever the presentation would have. */
async function keepSize(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    Object.assign(BrowserWindow.getAllWindows()[0] ?? {}, { setFullScreen: () => undefined });
  });
}

/** The title, and a slide with a trace on it, two steps on its way. */
const SLIDES: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'presentation-title': async ({ page, text }) => {
    await page.getByRole('article').first().focus();
    await page.keyboard.press('F5');
    await expect(page.getByRole('main', { name: text.present.label })).toBeVisible();
  },
  presentation: async ({ page, text }) => {
    await page.locator('.cell-console').filter({ hasText: 'hub-vm> tracert 10.11.30.4' }).first().focus();
    for (const key of ['F5', 'PageDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await expect(page.getByRole('main', { name: text.present.label }).locator('.step-words')).toBeVisible();
  },
};

/** Takes the picture of what the window shows, in both themes. */
async function shootBoth({ app, page }: Place, name: string, language: Language): Promise<void> {
  for (const theme of THEMES) {
    await setTheme(app, page, theme);
    const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
    const ending = language === 'en' ? '' : `-${language}`;
    await shoot(page, 'screenshots', `${name}-${width}x${height}-${theme}${ending}`);
  }
}

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ notebook: NOTEBOOKS[language] });

    test(`places, ${language}`, async ({ start, file }) => {
      const place = placeOf(await start(undefined, language), file, language);
      const { app, page } = place;
      await settled(page);
      for (const size of [LARGE, SMALL]) {
        await resize(app, page, size.width, size.height);
        for (const [name, go] of Object.entries(PLACES)) {
          await go(place);
          await shootBoth(place, name, language);
        }
      }
    });

    test(`panels, ${language}`, async ({ start, file }) => {
      const place = placeOf(await start(undefined, language), file, language);
      const { app, page } = place;
      await settled(page);
      await resize(app, page, SMALL.width, SMALL.height);
      const over = async (views: Readonly<Record<string, View>>): Promise<void> => {
        for (const [name, { open, close }] of Object.entries(views)) {
          await firstCell(place, 'console').focus();
          await page.mouse.move(1, 1);
          await open(place);
          await settled(page);
          await shootBoth(place, name, language);
          await close(place);
        }
      };
      await over(OVER);
      await conflict(place);
      await over(CHANGED);
    });

    test(`slides, ${language}`, async ({ start, file }) => {
      const place = placeOf(await start(undefined, language), file, language);
      const { app, page } = place;
      await settled(page);
      await keepSize(app);
      for (const size of [LARGE, HD]) {
        await resize(app, page, size.width, size.height);
        for (const [name, go] of Object.entries(SLIDES)) {
          await go(place);
          await shootBoth(place, name, language);
          await page.keyboard.press('Escape');
        }
      }
    });
  });

  test.describe(`states, ${language}`, () => {
    const opened = async (running: RunningApp, file: string): Promise<Place> => {
      const place = placeOf(running, file, language);
      await resize(place.app, place.page, SMALL.width, SMALL.height);
      return place;
    };

    test(`running, ${language}`, async ({ start, folder }) => {
      const file = path.join(folder, 'ring.tracebook.md');
      await writeFile(file, slowNotebook(30, 30));
      const place = await opened(await start(file, language), file);
      const running = place.page.locator('.running-note');
      await expect(running).toBeVisible();
      await running.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await place.page.mouse.move(1, 1);
      await shootBoth(place, 'running', language);
      await expect(running).toBeVisible();
    });

    test(`read-only, ${language}`, async ({ start, folder }) => {
      const lesson = await readFile(path.join(root, NOTEBOOKS[language]), 'utf8');
      const file = path.join(folder, path.basename(NOTEBOOKS[language]));
      await writeFile(file, lesson.replace('tracebook: 1\n', 'tracebook: 99\n'));
      const place = await opened(await start(file, language), file);
      const { page, text } = place;
      await settled(page);
      const notice = page.getByRole('alert', { name: text.app.notice.label });
      await expect(notice).toBeVisible();
      await shootBoth(place, 'notice', language);
      await notice.getByRole('button', { name: text.app.notice.dismiss }).press('Enter');
      await expect(notice).toHaveCount(0);
      await shootBoth(place, 'read-only', language);
    });
  });

  test.describe(`questions, ${language}`, () => {
    test.use({ notebook: 'notebooks/quiz.tracebook.md' });

    test(`questions, ${language}`, async ({ start, file }) => {
      const place = placeOf(await start(undefined, language), file, language);
      const { app, page, text } = place;
      await settled(page);
      await resize(app, page, SMALL.width, SMALL.height);
      const cell = page.locator('.cell-predict').first();
      const { hint, reveal } = text.app.predict;
      await cell.getByRole('textbox').last().fill('10.1.0.1 10.0.12.2 10.0.23.2 10.3.0.10');
      await page.keyboard.press('Enter');
      await cell.getByRole('button', { name: hint(1, 2) }).press('Enter');
      await settled(page);
      await cell.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await shootBoth(place, 'question', language);
      await cell.getByRole('button', { name: reveal }).press('Enter');
      await expect(cell.locator('.predict-solution svg').first()).toBeVisible();
      await cell.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await settled(page);
      await shootBoth(place, 'answer', language);
    });
  });
}
