import { describe, expect, it } from 'vitest';
import {
  allowNavigation,
  allowPermission,
  allowRequest,
  allowSender,
  devServer,
  externalLink,
  isOwnPage,
  type Origins,
} from './policies';

const built: Origins = { devServer: null };
const developing: Origins = { devServer: 'http://localhost:5173' };

const FOREIGN = [
  'https://example.com/',
  'http://bundle/',
  'app://other/index.html',
  'app://bundle.evil/index.html',
  'app://user@bundle/index.html',
  'app://bundle:8080/index.html',
  'file:///etc/passwd',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:app://bundle/0',
  'about:blank',
  'devtools://devtools/index.html',
  'http://localhost:5173/',
  'ws://localhost:5173/',
  '//bundle',
  '',
];

describe('own pages', () => {
  it('are those of the bundle', () => {
    expect(isOwnPage('app://bundle/index.html', built)).toBe(true);
    expect(isOwnPage('app://bundle/assets/a.js?x#y', built)).toBe(true);
  });

  it.each(FOREIGN)('are not %s', (url) => {
    expect(isOwnPage(url, built)).toBe(false);
  });

  it('include the hot-reload server while developing, by its exact origin', () => {
    expect(isOwnPage('http://localhost:5173/src/a.ts', developing)).toBe(true);
    expect(isOwnPage('http://localhost:5174/', developing)).toBe(false);
    expect(isOwnPage('https://localhost:5173/', developing)).toBe(false);
  });
});

describe('the hot-reload server', () => {
  it('counts only in an application that is not packaged', () => {
    expect(devServer({ ELECTRON_RENDERER_URL: 'http://localhost:5173' }, false)).toBe(
      'http://localhost:5173',
    );
    expect(devServer({ ELECTRON_RENDERER_URL: 'http://localhost:5173' }, true)).toBeNull();
    expect(devServer({}, false)).toBeNull();
  });

  it.each(['http://example.com', 'http://localhost.example.com', 'nonsense'])('is never %s', (url) => {
    expect(devServer({ ELECTRON_RENDERER_URL: url }, false)).toBeNull();
  });
});

describe('requests', () => {
  it('reach the bundle', () => {
    expect(allowRequest('app://bundle/assets/a.js', built)).toBe(true);
  });

  it.each(FOREIGN)('do not reach %s', (url) => {
    expect(allowRequest(url, built)).toBe(false);
  });

  it('reach the hot-reload server, its socket and the developer tools while developing only', () => {
    for (const url of ['http://localhost:5173/a', 'ws://localhost:5173/', 'devtools://devtools/a.js']) {
      expect(allowRequest(url, developing)).toBe(true);
      expect(allowRequest(url, built)).toBe(false);
    }
    expect(allowRequest('ws://localhost:9999/', developing)).toBe(false);
    expect(allowRequest('https://example.com/', developing)).toBe(false);
  });
});

describe('navigation', () => {
  it.each([...FOREIGN, 'app://bundle/index.html', 'app://bundle/assets/a.js'])('to %s is denied', (url) => {
    expect(allowNavigation('app://bundle/index.html', url, built)).toBe(false);
  });

  it('is a reload of the own page while developing', () => {
    expect(allowNavigation('http://localhost:5173/', 'http://localhost:5173/', developing)).toBe(true);
    expect(allowNavigation('http://localhost:5173/', 'https://example.com/', developing)).toBe(false);
    expect(allowNavigation('https://example.com/', 'http://localhost:5173/', developing)).toBe(false);
  });
});

describe('permissions', () => {
  const page = 'app://bundle/index.html';

  it('are to copy text, for the main frame of an own page', () => {
    expect(allowPermission('clipboard-sanitized-write', page, true, built)).toBe(true);
    expect(allowPermission('clipboard-sanitized-write', page, false, built)).toBe(false);
    expect(allowPermission('clipboard-sanitized-write', 'https://example.com/', true, built)).toBe(false);
  });

  it.each([
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'midi',
    'fullscreen',
    'openExternal',
    'hid',
    'usb',
    'serial',
    'window-management',
    'local-fonts',
    'unknown',
    '',
  ])('are not %s', (permission) => {
    expect(allowPermission(permission, page, true, built)).toBe(false);
  });
});

describe('links for the browser', () => {
  it.each(['https://example.com/a?b#c', 'http://example.com/', 'mailto:someone@example.com'])(
    'may be %s',
    (url) => {
      expect(externalLink(url)).toEqual({ allow: true, url });
    },
  );

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://bundle/index.html',
    'vscode://open',
    'smb://server/share',
    'ms-msdt:/id',
    'https://good.example@evil.example/',
    'https://:secret@evil.example/',
    'example.com',
    'https://',
    '',
  ])('may not be %s', (url) => {
    expect(externalLink(url)).toEqual({ allow: false });
  });
});

describe('senders', () => {
  const own = { url: 'app://bundle/index.html', mainFrame: true, known: true };

  it('are main frames of own pages in known windows', () => {
    expect(allowSender(own, built)).toBe(true);
    expect(allowSender({ ...own, mainFrame: false }, built)).toBe(false);
    expect(allowSender({ ...own, known: false }, built)).toBe(false);
    expect(allowSender(null, built)).toBe(false);
  });

  it.each(FOREIGN)('are not at %s', (url) => {
    expect(allowSender({ ...own, url }, built)).toBe(false);
  });
});
