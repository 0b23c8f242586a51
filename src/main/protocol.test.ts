import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFile, CONTENT_SECURITY_POLICY, serveBundle } from './protocol';

const root = path.resolve('/application/renderer');

describe('a file of the bundle', () => {
  it('is found by its path', () => {
    expect(bundleFile(root, 'app://bundle/')).toBe(path.join(root, 'index.html'));
    expect(bundleFile(root, 'app://bundle/assets/a%20b.js?x=1#y')).toBe(path.join(root, 'assets', 'a b.js'));
  });

  it.each([
    'app://other/index.html',
    'app://bundle/..%2f..%2fsecret.json',
    'app://bundle/%2e%2e%2fsecret.json',
    'app://bundle/..%5c..%5csecret.json',
    'app://bundle/%2fetc%2fpasswd',
    'app://bundle//etc/passwd',
    'app://bundle/C:%5csecret.json',
    'app://bundle/index.html::$DATA',
    'app://bundle/a%00.html',
    'app://bundle/%E0%A4%A',
    'app://bundle/..%2frenderer-old/a.js',
    'nonsense',
  ])('is not %s', (url) => {
    expect(bundleFile(root, url)).toBeNull();
  });

  it('stays inside its folder however the path climbs', () => {
    expect(bundleFile(root, 'app://bundle/../../a.js')).toBe(path.join(root, 'a.js'));
  });
});

describe('answers', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tracebook-bundle-'));
    await mkdir(path.join(folder, 'renderer'));
    await writeFile(path.join(folder, 'renderer', 'index.html'), '<p>page</p>');
    await writeFile(path.join(folder, 'renderer', 'notes.txt'), 'not a kind that is served');
    await writeFile(path.join(folder, 'secret.json'), '{}');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const ask = (url: string, method = 'GET'): Promise<Response> =>
    serveBundle(path.join(folder, 'renderer'), new Request(url, { method }));

  it('serves a page with its type and the content security policy', async () => {
    const response = await ask('app://bundle/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each(['app://bundle/missing.js', 'app://bundle/notes.txt', 'app://bundle/..%2fsecret.json'])(
    'says that %s is not there, under the same policy',
    async (url) => {
      const response = await ask(url);
      expect(response.status).toBe(404);
      expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
    },
  );

  it('only reads', async () => {
    expect((await ask('app://bundle/index.html', 'POST')).status).toBe(404);
  });
});

describe('the content security policy', () => {
  it('allows nothing by default, and neither eval, blobs nor other hosts', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|blob:|https?:|\*/);
  });
});
