/** Opening files: each once, whatever its name; into a window of its own, or in place of a notebook nobody touched. */
import path from 'node:path';
import { strings } from '../shared/strings';
import { isPristine, newDocument, openedDocument, type OpenDocument } from './documents/document';
import { fileName, OpenError } from './documents/read';
import type { Words } from './documents/words';
import { importIpynb } from './handout/ipynb-import';
import type { Entry } from './workspace-entry';
import type { WorkspacePorts } from './workspace-ports';

/** Files that one drop opens, each in a window of its own. */
const MOST_DROPPED = 20;
/** What is opened by making a notebook of it. */
const IMPORTED = /\.ipynb$/i;

export interface OpenFlowPorts extends Pick<
  WorkspacePorts,
  'dialogs' | 'session' | 'identify' | 'onOpened' | 'onMissing' | 'tidy'
> {
  /** All windows, by their ids. */
  readonly entries: ReadonlyMap<number, Entry>;
  readonly openWindow: (document: OpenDocument) => void;
  readonly replaceDocument: (entry: Entry, document: OpenDocument) => void;
  readonly caughtUp: (entry: Entry) => Promise<void>;
}

/** Tells of a file that cannot be opened, and why. */
type Failed = (name: string, reason: Words) => Promise<void>;

export interface OpenFlow {
  /** The window that has a file. */
  readonly entryWith: (file: string) => Promise<Entry | null>;
  /** @param from the window that asks; null for none */
  readonly open: (file: string, from: number | null, failed?: Failed) => Promise<void>;
  readonly openChosen: (window: number | null) => Promise<void>;
  readonly openDropped: (files: readonly string[], window: number) => Promise<void>;
}

export function createOpenFlow(ports: OpenFlowPorts): OpenFlow {
  const { dialogs, entries } = ports;
  /** Files on their way into a window, by their one name. */
  const opening = new Map<string, Promise<void>>();

  async function entryWith(file: string): Promise<Entry | null> {
    const identity = await ports.identify(file);
    for (const entry of entries.values()) {
      const other = entry.session.document().path;
      if (other !== null && (await ports.identify(other)) === identity) return entry;
    }
    return null;
  }

  /** A file that is asked for twice at a time is opened once. */
  async function open(file: string, from: number | null, failed?: Failed): Promise<void> {
    const identity = await ports.identify(file);
    const tell: Failed = failed ?? ((name, reason) => dialogs.openFailed(from, name, reason()));
    const underWay = opening.get(identity) ?? openFile(file, from, tell);
    opening.set(identity, underWay);
    return underWay.finally(() => opening.delete(identity));
  }

  async function openFile(file: string, from: number | null, failed: Failed): Promise<void> {
    const present = await entryWith(file);
    if (present !== null) return present.window.focus();
    let text: string;
    try {
      text = await ports.session.read(file);
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
      if (error.missing) ports.onMissing(file);
      return failed(fileName(file), error.words);
    }
    if (IMPORTED.test(file)) return openImported(file, text, failed);
    const document = openedDocument(file, text);
    const asking = from === null ? undefined : entries.get(from);
    // What is typed and not sent yet is work, too.
    if (asking !== undefined) await ports.caughtUp(asking);
    if (asking !== undefined && isPristine(asking.session.document()))
      ports.replaceDocument(asking, document);
    else ports.openWindow(document);
    ports.onOpened(file);
    ports.tidy(path.dirname(file));
  }

  async function openImported(file: string, text: string, failed: Failed): Promise<void> {
    const name = fileName(file);
    const imported = importIpynb(text);
    if (imported.ok) return ports.openWindow(newDocument(name.replace(IMPORTED, ''), imported.value));
    const [problem] = imported.problems;
    return failed(name, () => problem?.message ?? '');
  }

  return {
    entryWith,
    open,

    async openChosen(window) {
      for (const file of await dialogs.chooseFiles(window)) await open(file, window);
    },

    async openDropped(files, window) {
      for (const file of files.slice(0, MOST_DROPPED)) await open(file, window);
      if (files.length > MOST_DROPPED)
        entries
          .get(window)
          ?.session.notify(() => strings.dialogs.notices.manyDropped(MOST_DROPPED, files.length));
    },
  };
}
