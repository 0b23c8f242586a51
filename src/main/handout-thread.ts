/** Documents of notebooks, written in a thread that is limited in memory and in time. */
import { language, strings } from '../shared/strings';
import type { Notebook } from '../shared/notebook';
import type { DocumentFormat } from './handout/formats';
// oxlint-disable-next-line import/default -- the build makes this module of the file before the question mark.
import createThread from './handout-worker?nodeWorker';
import type { HandoutRequest } from './handout-worker';
import { errorCode, errorText } from './documents/file-system';

const text = strings.dialogs.engine;

/** MB of heap. */
const MAX_HEAP = 2048;
/** ms after which a document that is not done is given up. */
const MAX_TIME = 120_000;

/** Rejects with a sentence for people where the document cannot be made. */
export function makeDocument(notebook: Notebook, format: DocumentFormat): Promise<string> {
  return new Promise((resolve, reject) => {
    const request: HandoutRequest = { notebook, format, language: language() };
    const thread = createThread({
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
    });
    const timer = setTimeout(() => {
      void thread.terminate();
      reject(new Error(text.tooLong(MAX_TIME / 1000)));
    }, MAX_TIME);
    thread.once('message', (document: string) => resolve(document));
    thread.once('error', (error) => {
      const outOfMemory = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new Error(outOfMemory ? text.outOfMemory : errorText(error)));
    });
    thread.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`exit code ${code}`));
    });
  });
}
