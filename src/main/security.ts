/** Puts the policies in force on Electron's session and on every page it ever makes. */
import { app, session, type Session, type WebContents } from 'electron';
import { allowNavigation, allowPermission, allowRequest, type Origins } from './policies';

/** Before the application is ready: no name is ever looked up, so no request can leave by a forgotten way. */
export function cutNetwork(origins: Origins): void {
  if (origins.devServer === null) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
}

export function enforcePolicies(origins: Origins): void {
  guardSession(session.defaultSession, origins);
  app.on('web-contents-created', (_event, contents) => guardPage(contents, origins));
}

function guardSession(session: Session, origins: Origins): void {
  session.webRequest.onBeforeRequest(({ url }, respond) => respond({ cancel: !allowRequest(url, origins) }));
  session.setPermissionRequestHandler((_contents, permission, respond, { requestingUrl, isMainFrame }) =>
    respond(allowPermission(permission, requestingUrl, isMainFrame, origins)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    allowPermission(permission, origin, isMainFrame, origins),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

function guardPage(contents: WebContents, origins: Origins): void {
  const stay = (event: Electron.Event, url: string): void => {
    if (!allowNavigation(contents.getURL(), url, origins)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Links of a notebook go through the contract, where the user is asked first.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Peer connections are not requests of the session: without a proxy there is no way for them to go.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
