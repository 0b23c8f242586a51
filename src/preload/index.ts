import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { channel, DROPPED_CHANNEL, type EventName, type Events } from '../shared/ipc';
import { createApi } from './api';

const api = createApi({
  invoke: (name, ...args) => ipcRenderer.invoke(channel(name, 'request'), ...args),
  listen<E extends EventName>(name: E, listener: (payload: Events[E]) => void) {
    const receive = (_event: IpcRendererEvent, payload: Events[E]): void => listener(payload);
    ipcRenderer.on(channel(name, 'event'), receive);
    return () => ipcRenderer.removeListener(channel(name, 'event'), receive);
  },
});

contextBridge.exposeInMainWorld('tracebook', api);

/** The path of a dropped file; before Electron 32 the file itself tells it. */
function pathOf(file: File): string {
  // Types speak of the newest Electron; older ones have no webUtils.
  const utilities: typeof webUtils | undefined = webUtils;
  if (utilities !== undefined) return utilities.getPathForFile(file);
  const path: unknown = Reflect.get(file, 'path');
  return typeof path === 'string' ? path : '';
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

// Here rather than in the page: the page never learns of paths, and cannot pretend that a hand dropped one.
window.addEventListener('dragover', (event) => {
  if (holdsFiles(event)) event.preventDefault();
});
window.addEventListener('drop', (event) => {
  if (!event.isTrusted || !holdsFiles(event)) return;
  event.preventDefault();
  const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '');
  if (paths.length > 0) ipcRenderer.send(DROPPED_CHANNEL, paths);
});
