/**
 * The built renderer in a plain, current Chromium: the page of the application with its own content security
 * policy, its contract answered by main's own code, which runs here instead of in Electron.
 */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { serveBundle } from '../../src/main/protocol';
import { BUNDLE_ORIGIN } from '../../src/main/policies';
import { REQUESTS, type RequestName } from '../../src/shared/ipc';
import { eventSchemas } from '../../src/shared/ipc-schemas';
import { pageAddress } from '../../src/shared/start';
import { startMain, type MainOptions } from './chromium-main';
import type { RunningApp } from './launch';

/** A secure origin that leads nowhere: every request to it is answered from the built files. */
const ORIGIN = 'https://tracebook.test';

export interface OpenInChromium extends Omit<MainOptions, 'openPage'> {
  readonly browser: Browser;
}

/** Answers requests of all pages from the built renderer, as the application's own protocol does. */
async function serve(context: BrowserContext, root: string): Promise<void> {
  const bundle = path.join(root, 'out/renderer');
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await serveBundle(bundle, new Request(`${BUNDLE_ORIGIN}${pathname}`));
    const headers = Object.fromEntries(answer.headers);
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
}

/** Gives a page the contract as the preload script does; `tracebookEvent` tells it events. */
async function bridge(page: Page, answer: (name: RequestName, args: unknown[]) => unknown): Promise<void> {
  await page.exposeFunction('tracebookRequest', answer);
  await page.addInitScript(
    ([requests, events]) => {
      const listeners = new Map<string, Set<(payload: unknown) => void>>();
      const api: Record<string, unknown> = {};
      const request: (name: string, args: unknown[]) => unknown = Reflect.get(window, 'tracebookRequest');
      for (const name of requests) api[name] = async (...args: unknown[]) => request(name, args);
      for (const name of events) {
        const all = new Set<(payload: unknown) => void>();
        listeners.set(name, all);
        api[`on${name.charAt(0).toUpperCase()}${name.slice(1)}`] = (listener: (payload: unknown) => void) => {
          all.add(listener);
          return () => all.delete(listener);
        };
      }
      Object.assign(window, {
        tracebook: api,
        tracebookEvent(name: string, payload: unknown) {
          for (const listener of listeners.get(name) ?? []) listener(payload);
        },
      });
    },
    [REQUESTS, Object.keys(eventSchemas)] as const,
  );
}

export async function openInChromium(options: OpenInChromium): Promise<Omit<RunningApp, 'app'>> {
  const context = await options.browser.newContext({ viewport: { width: 1280, height: 860 } });
  await serve(context, options.root);
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error().stack ?? error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });

  const pages: Promise<Page>[] = [];
  async function load(opening: Promise<Page>, window: number): Promise<Page> {
    const [page, main] = await Promise.all([opening, started]);
    await bridge(page, (name, args) => main.answer(window, name, args));
    const start = { system: options.language, look: main.settings() };
    await page.goto(pageAddress(`${ORIGIN}/index.html`, start));
    return page;
  }
  const started = startMain({
    ...options,
    openPage(window) {
      const opening = context.newPage();
      pages.push(load(opening, window));
      return {
        tell(name, payload) {
          const told = [name, payload] as const;
          opening
            .then((page) =>
              page.evaluate(([event, data]) => Reflect.get(globalThis, 'tracebookEvent')(event, data), told),
            )
            // A page that is gone, or not yet there, hears nothing.
            .catch(() => undefined);
        },
        focus: () => void opening.then((page) => page.bringToFront()),
        destroy: () => void opening.then((page) => page.close()),
      };
    },
  });
  const main = await started;
  const [page] = await Promise.all(pages);
  if (page === undefined) throw new Error('no window opened');
  return {
    page,
    problems,
    theme: (colorScheme) => page.emulateMedia({ colorScheme }),
    choose: main.run,
    titles: async () => main.titles(),
    clipboardText: async () => main.clipboardText(),
    fillsScreen: async () => main.fillsScreen(),
    async kill() {
      await main.quit();
      await context.close();
    },
  };
}
