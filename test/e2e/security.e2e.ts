import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { expect, test } from './app';
import { root, type RunningApp } from './launch';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });

/** The page's complaints must all be about what was refused; they are then no failures of the test. */
function expectOnlyRefusals({ problems }: RunningApp): void {
  for (const problem of problems.splice(0))
    expect(problem).toMatch(
      /Content Security Policy|ERR_BLOCKED_BY_CLIENT|Failed to load resource|Not allowed to load/,
    );
}

test('a page is confined to the contract', async ({ running }) => {
  const { app, page } = running;

  await test.step('it can do what the contract names', async () => {
    const keys = await page.evaluate(() => Object.keys(Reflect.get(window, 'tracebook')));
    expect(new Set(keys)).toEqual(
      new Set([
        'fullScreen',
        'load',
        'apply',
        'command',
        'rerun',
        'cancel',
        'ask',
        'savePicture',
        'copyText',
        'openLink',
        'copyCells',
        'clipboardCells',
        'saveSettings',
        'remember',
        'compareWithDisk',
        'versions',
        'compareWithVersion',
        'restoreVersion',
        'writeEdits',
        'flushed',
        'onDocument',
        'onDocumentState',
        'onEvaluation',
        'onCommand',
        'onFlush',
        'onSettings',
        'onScreenReader',
      ]),
    );
  });

  await test.step('it has nothing of Node', async () => {
    const node = await page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].filter((name) => name in window),
    );
    expect(node).toEqual([]);
  });

  await test.step('a frame inside it has no bridge', async () => {
    const bridged = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow !== null && 'tracebook' in frame.contentWindow;
      frame.remove();
      return inside;
    });
    expect(bridged).toBe(false);
  });

  await test.step('it gets no permissions', async () => {
    const states = await page.evaluate(async () => {
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [await Notification.requestPermission(), media];
    });
    expect(states).toEqual(['denied', 'denied']);
  });

  await test.step('it opens no windows', async () => {
    const opened = await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      return ['https://example.com/', 'about:blank', 'app://bundle/index.html'].map((url) =>
        window.open(url),
      );
    });
    expect(opened).toEqual([null, null, null]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  expectOnlyRefusals(running);
});

test('a page cannot leave for another address', async ({ running }) => {
  const { app, page } = running;
  const home = page.url();
  expect(home).toMatch(/^app:\/\/bundle\/index\.html\?/);
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://bundle/other.html']) {
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const wish = new Promise((resolve) =>
        contents?.once('will-navigate', (event, to) => resolve([to, event.defaultPrevented])),
      );
      Object.assign(globalThis, { wish });
    });
    await page.evaluate((url) => {
      location.href = url;
    }, url);
    // The browser itself refuses file: before anyone is asked.
    if (!url.startsWith('file:'))
      expect(await app.evaluate(() => Reflect.get(globalThis, 'wish'))).toEqual([url, true]);
    const shown = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
    expect(shown).toEqual([home]);
  }
  expectOnlyRefusals(running);
});

test.describe('the network', () => {
  let server: Server;
  let address: string;
  const seen: string[] = [];

  test.beforeEach(async () => {
    seen.length = 0;
    server = createServer((request, response) => {
      seen.push(request.url ?? '');
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
    address = `http://127.0.0.1:${bound.port}`;
  });

  test.afterEach(() => new Promise((resolve) => server.close(resolve)));

  test('is out of reach of the page', async ({ running }) => {
    const outcomes = await running.page.evaluate(async (address) => {
      const image = new Promise((resolve, reject) => {
        const element = new Image();
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        element.src = `${address}/image.png`;
      });
      const socket = new Promise((resolve, reject) => {
        const socket = new WebSocket(address.replace('http', 'ws'));
        socket.addEventListener('open', resolve);
        socket.addEventListener('error', reject);
      });
      const tries = [fetch(`${address}/fetch`), fetch('file:///etc/passwd'), image, socket];
      return (await Promise.allSettled(tries)).map(({ status }) => status);
    }, address);
    expect(outcomes).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(seen).toEqual([]);
    expectOnlyRefusals(running);
  });

  test('is out of reach of the session, were the page not to refuse', async ({ app }) => {
    const outcome = await app.evaluate(
      ({ net }, url) =>
        net.fetch(url).then(
          () => 'allowed',
          (error: unknown) => String(error),
        ),
      `${address}/session`,
    );
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(seen).toEqual([]);
  });
});

test('main answers no page but its own', async ({ app, page }) => {
  await expect(page.locator('.cell').first()).toBeVisible();
  const opened = app.waitForEvent('window');
  await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('about:blank');
    },
    path.join(root, 'out/preload/index.cjs'),
  );
  const answer = await (
    await opened
  ).evaluate(async () => {
    const tracebook: unknown = Reflect.get(window, 'tracebook');
    const load: unknown = Reflect.get(Object(tracebook), 'load');
    if (typeof load !== 'function') return 'no bridge';
    const answered: Promise<unknown> = Reflect.apply(load, undefined, []);
    return answered.then(
      () => 'answered',
      (error: unknown) => String(error),
    );
  });
  expect(answer).toContain('load: not from this application');
});
