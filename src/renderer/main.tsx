/** The renderer's beginning: wires the store, the session with main and the page. */
import { createRoot } from 'react-dom/client';
import { Root } from './Root';
// Vite gives the default export, which no linter can see.
// oxlint-disable-next-line import/default
import FindWorker from './app/find-worker?worker';
import { ServicesContext } from './app/api';
import { commandRunner } from './app/commands';
import { followFind, type TrialReply } from './app/find-trial';
import { followLanguage } from './app/language';
import { followLook } from './app/look';
import { listenToKeys } from './app/listen-to-keys';
import { followPageView } from './app/page-view';
import { whenQuiet } from './app/quiet';
import { startSession } from './app/session';
import { createStore, StoreContext } from './app/store';
import { loadEditorRuntime, loadedRuntime } from './editor/useEditorRuntime';
import '../shared/tokens.css';
import '../shared/contrast.css';
import './ui/base.css';
import './ui/page.css';
import './ui/cell.css';
import './ui/code.css';
import './ui/prose.css';
import './ui/output.css';
import './ui/predict.css';
import './ui/panels.css';
import './ui/editing.css';
import './ui/comfort.css';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

const api = window.tracebook;
const store = createStore();
// Before all others listen: they find the new words when they look.
followLanguage(store);
followLook(store);
const run = commandRunner(
  store,
  api,
  () => session,
  () => loadedRuntime()?.caret() ?? null,
);
const session = startSession(api, store, run);
listenToKeys(store, session, run);
followPageView(store, api);
followFind(store, (onReply) => {
  const worker = new FindWorker();
  worker.addEventListener('message', ({ data }: MessageEvent<TrialReply>) => onReply(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window.
    post: (request) => worker.postMessage(request),
    stop: () => worker.terminate(),
  };
});
// The first click into a cell finds the editor loaded; neither the page nor who scrolls it waits for that.
whenQuiet(window, () => void loadEditorRuntime(store));

createRoot(root).render(
  <StoreContext value={store}>
    <ServicesContext value={{ api, run }}>
      <Root />
    </ServicesContext>
  </StoreContext>,
);
