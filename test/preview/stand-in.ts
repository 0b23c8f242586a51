/** A stand-in for main in a plain browser: keeps the document, answers with hand-written results. */
import { applyOperation } from '../../src/shared/document';
import type { EvaluationMessage, TracebookApi } from '../../src/shared/ipc';
import { sampleNetworks, sampleNotebook, sampleOutputs } from './sample';

/** How long the pretended engine takes, ms. */
const WORK = 40;

/** Nothing of this kind ever happens here. */
function none(): () => void {
  return () => undefined;
}

export function createStandIn(): TracebookApi {
  let notebook = sampleNotebook;
  let revision = 0;
  const listeners = new Set<(message: EvaluationMessage) => void>();

  function evaluate(): void {
    const at = revision;
    const emit = (message: Omit<EvaluationMessage, 'revision' | 'message'>): void => {
      for (const listener of listeners) listener({ ...message, revision: at, message: null });
    };
    emit({ phase: 'started', current: null, outputs: [], networks: {} });
    setTimeout(() => {
      if (at !== revision) return;
      emit({ phase: 'finished', current: null, outputs: sampleOutputs(notebook), networks: sampleNetworks });
    }, WORK);
  }

  return {
    load() {
      setTimeout(evaluate);
      return Promise.resolve({
        path: '/home/student/azure-interop.tracebook.md',
        name: 'azure-interop.tracebook.md',
        dirty: false,
        revision,
        notebook,
        notice: null,
        disk: 'same',
        view: null,
      });
    },
    apply(at, operations) {
      if (at !== revision) return Promise.reject(new Error(`revision ${at} is not ${revision}`));
      for (const operation of operations) notebook = applyOperation(notebook, operation).notebook;
      revision += operations.length;
      evaluate();
      return Promise.resolve(revision);
    },
    command: () => Promise.resolve(),
    rerun() {
      evaluate();
      return Promise.resolve();
    },
    cancel: () => Promise.resolve(),
    ask: () => Promise.resolve(null),
    savePicture: () => Promise.resolve(false),
    copyText: (text) => navigator.clipboard.writeText(text),
    openLink: () => Promise.reject(new Error('the preview opens no links')),
    onDocument: none,
    onDocumentState: none,
    onEvaluation(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    copyCells: () => Promise.resolve(),
    clipboardCells: () => Promise.resolve([]),
    saveSettings: () => Promise.resolve(),
    fullScreen: () => Promise.resolve(false),
    remember: () => Promise.resolve(),
    compareWithDisk: () => Promise.resolve({ theirs: '', mine: '' }),
    versions: () => Promise.resolve([]),
    compareWithVersion: () => Promise.resolve({ theirs: '', mine: '' }),
    writeEdits: () => Promise.resolve({ kind: 'unfit' }),
    restoreVersion: () => Promise.resolve(),
    flushed: () => Promise.resolve(),
    onFlush: none,
    onCommand: none,
    onScreenReader: none,
    onSettings: none,
  };
}
