/** Writes one document in a thread of its own: evaluating and drawing a large notebook takes seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '../shared/language';
import type { Notebook } from '../shared/notebook';
import { speak } from '../shared/strings';
import { createEvaluator } from './engine';
import { writeDocument } from './handout/documents';
import type { DocumentFormat } from './handout/formats';

export interface HandoutRequest {
  readonly notebook: Notebook;
  readonly format: DocumentFormat;
  /** Of what the document says besides the notebook itself. */
  readonly language: Language;
}

const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by handout-thread.ts, in this application.
const { notebook, format, language } = workerData as HandoutRequest;
speak(language);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window.
port.postMessage(writeDocument(notebook, createEvaluator().evaluate(notebook), format));
