/**
 * The built renderer in a plain, current Chromium: the page of the application with its own content security
 * policy, its contract bridged to the same documents and the same engine, which run here instead of in main.
 * What only Electron has (windows, menus, dialogs) is not there: a test that asks for it is skipped.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createCatchUp } from '../../src/main/catch-up';
import { cellsFromText, cellsToText } from '../../src/main/documents/clipboard';
import { newDocument, openedDocument, snapshotOf, stateOf } from '../../src/main/documents/document';
import { createDraftStore } from '../../src/main/documents/drafts';
import { createSession, sessionDefaults } from '../../src/main/documents/session';
import { createEvaluator, starter } from '../../src/main/engine';
import { writeEdits } from '../../src/main/engine/topology/write-edits';
import { createAnswers } from '../../src/main/engine-answers';
import { createEngineHost, type SpawnWorker } from '../../src/main/engine-host';
import { serveBundle } from '../../src/main/protocol';
import { BUNDLE_ORIGIN } from '../../src/main/policies';
import { createSettingsStore, type SettingsStore } from '../../src/main/settings-store';
import {
  REQUESTS,
  type EventName,
  type Events,
  type RequestName,
  type TracebookApi,
} from '../../src/shared/ipc';
import { eventSchemas, requestSchemas } from '../../src/shared/ipc-schemas';
import { chosenLanguage, type Language } from '../../src/shared/language';
import { pageAddress } from '../../src/shared/start';
import { language as spoken, speak } from '../../src/shared/strings';

/** A secure origin that leads nowhere: every request to it is answered from the built files. */
const ORIGIN = 'https://tracebook.test';

export interface OpenInChromium {
  /** Path of the browser. */
  readonly executable: string;
  /** Of the project. */
  readonly root: string;
  readonly userData: string;
  readonly file: string | null;
  /** Of the system. */
  readonly language: Language;
}

export interface ChromiumPage {
  readonly page: Page;
  /** Console errors and uncaught errors, in order. */
  readonly problems: string[];
  readonly clipboardText: () => Promise<string>;
  readonly fillsScreen: () => Promise<boolean>;
  readonly kill: () => Promise<void>;
}

/** The engine in this process: what the application has in a thread. */
const spawnHere: SpawnWorker = (onReply) => {
  const evaluator = createEvaluator();
  let stopped = false;
  const reply: typeof onReply = (message) => {
    if (!stopped) onReply(message);
  };
  const evaluate = createAnswers(
    (notebook, onOutput) => void evaluator.evaluate(notebook, { onOutput }),
    reply,
  );
  return {
    post: (request) =>
      void setImmediate(() => {
        if (stopped) return;
        if (!('ask' in request)) return evaluate(request);
        const { ask, networkKey, node, command } = request;
        reply({ type: 'answer', ask, answer: evaluator.ask(networkKey, node, command) });
      }),
    stop() {
      stopped = true;
    },
  };
};

type Tell = <E extends EventName>(name: E, payload: Events[E]) => void;

/** What main does for each request; null where only Electron can. */
type Handlers = {
  readonly [Name in RequestName]:
    | ((
        ...args: Parameters<TracebookApi[Name]>
      ) => Awaited<ReturnType<TracebookApi[Name]>> | ReturnType<TracebookApi[Name]>)
    | null;
};

/** Main's side of the contract, for one document. */
interface Main {
  readonly handlers: Handlers;
  readonly settings: SettingsStore;
  readonly clipboardText: () => string;
  readonly fillsScreen: () => boolean;
  /** Writes what is still to be written. */
  readonly end: () => Promise<void>;
}

function createMain({ userData, file, language }: OpenInChromium, tell: Tell): Main {
  const document =
    file === null ? newDocument('Untitled', starter()) : openedDocument(file, readFileSync(file, 'utf8'));
  const session = createSession(document, {
    ...sessionDefaults,
    drafts: createDraftStore(path.join(userData, 'drafts')),
    onSaved: () => undefined,
    onState: (changed) => tell('documentState', stateOf(changed)),
  });
  const engine = createEngineHost(spawnHere, (message) => tell('evaluation', message));
  const settings = createSettingsStore(path.join(userData, 'settings.json'), (changed) => {
    const before = spoken();
    speak(chosenLanguage(changed.language, language));
    tell('settings', changed);
    if (spoken() !== before) engine.evaluate(session.document().revision, session.document().notebook);
  });
  speak(chosenLanguage(settings.get().language, language));
  const catchUp = createCatchUp();
  const window = { id: 1, tell };
  const restart = (): void => engine.restart(session.document().revision, session.document().notebook);
  let clipboard = '';
  let fills = false;
  const handlers: Handlers = {
    load() {
      catchUp.ready(window.id);
      tell('settings', settings.get());
      restart();
      return snapshotOf(session.document(), null);
    },
    apply(revision, operations) {
      const next = session.apply(revision, operations);
      engine.evaluate(next, session.document().notebook);
      return next;
    },
    async command(id) {
      await catchUp.ask(window);
      const { path: own } = session.document();
      if (id !== 'file.save' || own === null) throw new Error(`${id} is Electron's`);
      await session.save(own, false);
    },
    rerun: restart,
    cancel: engine.cancel,
    ask: engine.ask,
    writeEdits,
    savePicture: null,
    copyText: (text) => void (clipboard = text),
    openLink: null,
    copyCells: (copied) => void (clipboard = cellsToText(copied)),
    clipboardCells: () => cellsFromText(clipboard),
    saveSettings: settings.set,
    fullScreen(on) {
      const before = fills;
      fills = on;
      return before;
    },
    remember: () => undefined,
    compareWithDisk: null,
    versions: () => [],
    compareWithVersion: null,
    restoreVersion: null,
    flushed: (ticket) => catchUp.answered(window.id, ticket),
  };
  return {
    handlers,
    settings,
    clipboardText: () => clipboard,
    fillsScreen: () => fills,
    async end() {
      engine.dispose();
      await session.flush();
    },
  };
}

export async function openInChromium(options: OpenInChromium): Promise<ChromiumPage> {
  const browser = await chromium.launch({ executablePath: options.executable });
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const bundle = path.join(options.root, 'out/renderer');
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await serveBundle(bundle, new Request(`${BUNDLE_ORIGIN}${pathname}`));
    const headers = Object.fromEntries(answer.headers);
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });

  const tell: Tell = (name, payload) => {
    // A page that is gone hears nothing more.
    page
      .evaluate(([event, data]) => Reflect.get(window, 'tracebookEvent')(event, data), [
        name,
        payload,
      ] as const)
      .catch(() => undefined);
  };
  const main = createMain(options, tell);
  await main.settings.load();
  await page.exposeFunction('tracebookRequest', async (name: RequestName, args: unknown[]) => {
    const handler = main.handlers[name];
    if (handler === null) throw new Error(`${name} is Electron's`);
    return Reflect.apply(handler, null, requestSchemas[name].parse(args));
  });
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
  const start = { system: options.language, look: main.settings.get() };
  await page.goto(pageAddress(`${ORIGIN}/index.html`, start));
  return {
    page,
    problems,
    clipboardText: async () => main.clipboardText(),
    fillsScreen: async () => main.fillsScreen(),
    async kill() {
      await browser.close();
      await main.end();
    },
  };
}
