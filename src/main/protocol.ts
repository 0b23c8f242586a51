/**
 * app://bundle serves the built renderer and nothing else: every path is resolved inside its folder, every
 * answer carries the content security policy.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLE_HOST } from './policies';

/** Monaco sets inline styles; nothing else is loosened. No script but our own files, no blob:, no eval. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The file a URL names inside `root`, or null for every URL that names none. */
export function bundleFile(root: string, url: string): string | null {
  let pathname: string;
  try {
    const parsed = new URL(url);
    if (parsed.host !== BUNDLE_HOST) return null;
    pathname = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  // A back slash separates folders on Windows, a colon names its drives and streams; no built file has either.
  if (/[\\:\0]/.test(pathname)) return null;
  const relative = pathname === '/' ? 'index.html' : pathname.slice(1);
  const file = path.resolve(root, relative);
  return file.startsWith(path.resolve(root) + path.sep) ? file : null;
}

/** Answers a request for app://bundle from the folder `root`. */
export async function serveBundle(root: string, request: Request): Promise<Response> {
  const file = request.method === 'GET' ? bundleFile(root, request.url) : null;
  const type = file === null ? undefined : CONTENT_TYPES[path.extname(file)];
  if (file === null || type === undefined) return refuse();
  try {
    return new Response(await readFile(file), { headers: headers(type) });
  } catch {
    return refuse();
  }
}

function refuse(): Response {
  return new Response('Not found', { status: 404, headers: headers('text/plain; charset=utf-8') });
}

function headers(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
