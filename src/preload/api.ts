/**
 * The bridge: named functions only, so that a page can say what the contract says and nothing else. Main
 * checks each request; it alone can send events, so what arrives here is its word.
 */
import type { EventName, Events, RequestName, TracebookApi, Unsubscribe } from '../shared/ipc';

export interface Wire {
  invoke<T>(name: RequestName, ...args: unknown[]): Promise<T>;
  listen<E extends EventName>(name: E, listener: (payload: Events[E]) => void): Unsubscribe;
}

export function createApi(wire: Wire): TracebookApi {
  return {
    load: () => wire.invoke('load'),
    apply: (revision, operations) => wire.invoke('apply', revision, operations),
    command: (id) => wire.invoke('command', id),
    rerun: () => wire.invoke('rerun'),
    cancel: () => wire.invoke('cancel'),
    ask: (networkKey, node, command) => wire.invoke('ask', networkKey, node, command),
    writeEdits: (topology, lines) => wire.invoke('writeEdits', topology, lines),
    savePicture: (name, format, data) => wire.invoke('savePicture', name, format, data),
    copyText: (text) => wire.invoke('copyText', text),
    openLink: (url) => wire.invoke('openLink', url),
    copyCells: (cells) => wire.invoke('copyCells', cells),
    clipboardCells: () => wire.invoke('clipboardCells'),
    saveSettings: (settings) => wire.invoke('saveSettings', settings),
    fullScreen: (on) => wire.invoke('fullScreen', on),
    remember: (view) => wire.invoke('remember', view),
    compareWithDisk: () => wire.invoke('compareWithDisk'),
    versions: () => wire.invoke('versions'),
    compareWithVersion: (id) => wire.invoke('compareWithVersion', id),
    restoreVersion: (id) => wire.invoke('restoreVersion', id),
    flushed: (ticket) => wire.invoke('flushed', ticket),
    onDocument: (listener) => wire.listen('document', listener),
    onDocumentState: (listener) => wire.listen('documentState', listener),
    onEvaluation: (listener) => wire.listen('evaluation', listener),
    onCommand: (listener) => wire.listen('command', listener),
    onFlush: (listener) => wire.listen('flush', listener),
    onSettings: (listener) => wire.listen('settings', listener),
    onScreenReader: (listener) => wire.listen('screenReader', listener),
  };
}
