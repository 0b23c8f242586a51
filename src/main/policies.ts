/**
 * What a window may do, as pure functions. Everything is denied unless a line below allows it, and each
 * such line says why.
 */

/** Where the application's own page comes from. */
export interface Origins {
  /** The hot-reload server while developing, null in every built application. */
  readonly devServer: string | null;
}

export const BUNDLE_SCHEME = 'app';
export const BUNDLE_HOST = 'bundle';
export const BUNDLE_ORIGIN = `${BUNDLE_SCHEME}://${BUNDLE_HOST}`;

export type Verdict = { readonly allow: true; readonly url: string } | { readonly allow: false };

const DENY: Verdict = { allow: false };

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/**
 * True for a URL of the application's own page. Scheme and host are compared apart, because `URL.origin` is
 * "null" for schemes that Node does not know.
 */
export function isOwnPage(url: string, origins: Origins): boolean {
  const parsed = parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false;
  if (parsed.protocol === `${BUNDLE_SCHEME}:` && parsed.host === BUNDLE_HOST) return true;
  return origins.devServer !== null && parsed.origin === parse(origins.devServer)?.origin;
}

/** The hot-reload server's URL if this is a developer's run; a packaged application never listens to it. */
export function devServer(
  env: Readonly<Record<string, string | undefined>>,
  packaged: boolean,
): string | null {
  const url = env['ELECTRON_RENDERER_URL'];
  if (packaged || url === undefined) return null;
  const host = parse(url)?.hostname;
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]' ? url : null;
}

/** Navigation of a page or frame: none, but a reload of the page it shows (hot reload does that). */
export function allowNavigation(from: string, to: string, origins: Origins): boolean {
  return origins.devServer !== null && isOwnPage(from, origins) && isOwnPage(to, origins);
}

/** Permissions of web pages: cameras, notifications, devices and the rest are of no use to a notebook. */
export function allowPermission(
  permission: string,
  url: string,
  mainFrame: boolean,
  origins: Origins,
): boolean {
  // Copy in a cell's context menu: puts plain text on the clipboard on a user's gesture and reads nothing.
  return permission === 'clipboard-sanitized-write' && mainFrame && isOwnPage(url, origins);
}

/** Requests of the session. The application works without any network, so that nothing can leave it. */
export function allowRequest(url: string, origins: Origins): boolean {
  // The bundle, or the hot-reload server in its place.
  if (isOwnPage(url, origins)) return true;
  if (origins.devServer === null) return false;
  const parsed = parse(url);
  // Developer tools are pages too; they can be opened in a developer's run only.
  if (parsed?.protocol === 'devtools:') return true;
  // The hot-reload server's own socket.
  return parsed?.protocol === 'ws:' && parsed.host === parse(origins.devServer)?.host;
}

/** Links that may be handed to the user's browser or mail program, after the user confirmed. */
export function externalLink(url: string): Verdict {
  const parsed = parse(url);
  if (parsed === null) return DENY;
  // Addresses a reader of a notebook can be sent to; other schemes start programs.
  if (!['http:', 'https:', 'mailto:'].includes(parsed.protocol)) return DENY;
  // `https://good.example@evil.example` reads like the first and opens the second.
  if (parsed.username !== '' || parsed.password !== '') return DENY;
  return { allow: true, url: parsed.href };
}

/** Who sent a message to main. */
export interface Sender {
  readonly url: string;
  readonly mainFrame: boolean;
  /** The window is one of the application's notebook windows. */
  readonly known: boolean;
}

export function allowSender(sender: Sender | null, origins: Origins): boolean {
  return sender !== null && sender.known && sender.mainFrame && isOwnPage(sender.url, origins);
}
