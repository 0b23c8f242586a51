/** What a key costs on this machine before anything of ours has a part in it: the same measure on bare pages. */
import type { ElectronApplication, Page } from '@playwright/test';
import { build } from 'vite';
import { test } from '../e2e/app';
import { root } from '../e2e/launch';
import { figure } from './bench';
import { keystrokesToPaint, PAUSE, percentile, TYPED } from './frames';

const TEXTAREA = '<!doctype html><textarea autofocus rows="20" cols="80"></textarea>';
const EDITOR =
  '<!doctype html><link rel="stylesheet" href="page.css"><body><script type="module" src="page.js"></script>';

test.describe(() => {
  test.use({ notebook: null, recorded: false });
  for (const [name, focused, files] of [
    ['a bare text field', 'textarea', () => Promise.resolve({ 'page.html': TEXTAREA })],
    ['a bare editor', '.monaco-editor.focused', bareEditor],
  ] as const) {
    test(`Typing in ${name}`, async ({ start }, info) => {
      const { app } = await start(null);
      const page = await openBare(app, await files());
      await page.locator(focused).waitFor();
      const times = await keystrokesToPaint(page, () => page.keyboard.type(TYPED, { delay: PAUSE }));
      figure(info, 'key to paint, median', percentile(times, 50), 'ms');
      figure(info, 'key to paint, 95th percentile', percentile(times, 95), 'ms');
    });
  }
});

/** The files of a page with one editor. */
async function bareEditor(): Promise<Readonly<Record<string, string>>> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome114',
      rolldownOptions: {
        input: 'test/bench-ui/bare-editor.ts',
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files: Record<string, string> = { 'page.html': EDITOR };
  for (const each of outputs) {
    if (!('output' in each)) continue;
    for (const file of each.output) {
      const text = file.type === 'chunk' ? file.code : Buffer.from(file.source).toString();
      files[file.fileName.endsWith('.css') ? 'page.css' : file.fileName] = text;
    }
  }
  return files;
}

/** A window of the same Electron and of the same size that has these files, and nothing of the application. */
async function openBare(app: ElectronApplication, files: Readonly<Record<string, string>>): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow, session }, all) => {
    const bare = session.fromPartition('bare');
    bare.protocol.handle('app', ({ url }) => {
      const name = new URL(url).pathname.slice(1);
      const type = { html: 'text/html', css: 'text/css', js: 'text/javascript' }[
        name.split('.').at(-1) ?? ''
      ];
      return new Response(all[name] ?? null, {
        headers: { 'content-type': type ?? 'application/octet-stream' },
      });
    });
    const [first] = BrowserWindow.getAllWindows();
    const window = new BrowserWindow({ ...first?.getBounds(), webPreferences: { partition: 'bare' } });
    await window.loadURL('app://bare/page.html');
    first?.destroy();
    window.focus();
  }, files);
  return opened;
}
