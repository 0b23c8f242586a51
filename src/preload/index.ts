import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { channel, type EventName, type Events } from '../shared/ipc';
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
