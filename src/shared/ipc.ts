/**
 * The contract between a window and the main process, in both directions. `window.tracebook` is exactly
 * this interface; schemas that check every message stand in ipc-schemas.ts.
 *
 * A window holds a copy of its document and changes it by operations; main applies the same operations to
 * the copy it owns, drafts it to disk, evaluates it and sends back outputs. Revisions count operations.
 */
import type { CellOutput, ConsoleEntry } from './evaluation';
import type { CommandId } from './commands';
import type { NetworkView } from './network-view';
import type { Cell, Notebook, Operation } from './notebook';
import type { Settings } from './settings';

/** How a window shows its document, to find it so again: after a restart, after a reload. */
export interface PageView {
  /** The cell at the top of the window. */
  readonly cell: string | null;
  /** Of the window's top below the top of that cell, px. */
  readonly offset: number;
  readonly selected: string | null;
  readonly outline: boolean;
}

/** What the file of a document holds now, compared with what was read or written last. */
export type DiskState = 'same' | 'changed' | 'missing';

/** A cell on its way through the clipboard: without its place and its bytes. */
export type CellContent = Pick<Cell, 'kind' | 'text' | 'attributes'>;

/** A notebook as it was saved once. */
export interface VersionInfo {
  readonly id: string;
  /** ms since 1970. */
  readonly savedAt: number;
  readonly bytes: number;
  /** `replaced`: work that was never saved, kept when something took its place. */
  readonly reason: 'saved' | 'replaced';
}

/** Two texts of one notebook: another one, and the one in the window. */
export interface Comparison {
  readonly theirs: string;
  readonly mine: string;
}

/** In another language a notice has another text and the same id: what was dismissed stays so. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

export interface DocumentSnapshot {
  /** Absolute path, null for a notebook not saved yet. */
  readonly path: string | null;
  /** File name as shown in the title. */
  readonly name: string;
  /** Changes that are not in the file. */
  readonly dirty: boolean;
  readonly revision: number;
  readonly notebook: Notebook;
  /** Something the reader must know: restored draft, read-only, newer format. Null if nothing. */
  readonly notice: Notice | null;
  readonly disk: DiskState;
  /** Null where nothing is remembered. */
  readonly view: PageView | null;
}

/** What changed about the document other than its content: after a save, a rename, an error of saving. */
export interface DocumentState {
  readonly path: string | null;
  readonly name: string;
  readonly dirty: boolean;
  readonly notice: Notice | null;
  readonly disk: DiskState;
}

export interface EvaluationMessage {
  readonly revision: number;
  /** `started`: cells are being computed. `partial`: outputs so far. `finished`: all are here. */
  readonly phase: 'started' | 'partial' | 'finished' | 'cancelled' | 'crashed';
  /** The cell being computed; those above it are done. Null when none is. */
  readonly current: string | null;
  /** Outputs that are new or changed since the last message. */
  readonly outputs: readonly CellOutput[];
  /** Networks not sent before, by key. */
  readonly networks: Readonly<Record<string, NetworkView>>;
  /** For `crashed`: what happened and what to do. */
  readonly message: string | null;
}

/** What a command gives at a node's prompt, with its terminal text. */
export type Answer = Omit<ConsoleEntry, 'line'>;

/** Edits as the text of a topology says them. */
export type WrittenEdits =
  | { readonly kind: 'written'; readonly text: string }
  /** They are wrong, or the topology is. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** This text cannot say them without changing more than they do. */
  | { readonly kind: 'unfit' };

/** A picture as a file. */
export const PICTURE_FORMATS = ['svg', 'png', 'pdf'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export type Unsubscribe = () => void;

export interface TracebookApi {
  /** The window's document as it is now; called once when the renderer starts. */
  load(): Promise<DocumentSnapshot>;
  /** Applies operations on top of `revision`; the answer is the new revision. Rejects on a mismatch. */
  apply(revision: number, operations: readonly Operation[]): Promise<number>;
  /** Runs a command that main owns (file, window, application). */
  command(id: CommandId): Promise<void>;
  /** Evaluates again from nothing. */
  rerun(): Promise<void>;
  /** Stops a running evaluation. */
  cancel(): Promise<void>;
  /** Puts a command to a network of the notebook; null where that network is no longer known. */
  ask(networkKey: string, node: string, command: string): Promise<Answer | null>;
  /** Writes edit lines into the text of a topology, comments and layout kept. */
  writeEdits(topology: string, lines: readonly string[]): Promise<WrittenEdits>;
  /**
   * Saves a picture where the user chooses; false where he does not. `name` has no extension. For PDF `data` is the
   * SVG document, which main prints.
   */
  savePicture(name: string, format: PictureFormat, data: Uint8Array): Promise<boolean>;
  copyText(text: string): Promise<void>;
  /** Opens an http(s) or mailto link in the user's browser, after a native confirmation. */
  openLink(url: string): Promise<void>;
  /** Puts cells on the clipboard as the Markdown they are in a file. */
  copyCells(cells: readonly CellContent[]): Promise<void>;
  /** The cells that the text on the clipboard makes. */
  clipboardCells(): Promise<readonly CellContent[]>;
  saveSettings(settings: Settings): Promise<void>;
  /** Lets the window fill the screen, or no longer; the answer is whether it did before. */
  fullScreen(on: boolean): Promise<boolean>;
  /** Keeps how the window shows its document. */
  remember(view: PageView): Promise<void>;
  /** The text in the file and the one in the window. */
  compareWithDisk(): Promise<Comparison>;
  /** Earlier texts of the document, newest first. */
  versions(): Promise<readonly VersionInfo[]>;
  compareWithVersion(id: string): Promise<Comparison>;
  /** Puts an earlier text in the window; what was there is kept as a version. */
  restoreVersion(id: string): Promise<void>;
  /** Answers onFlush: everything typed before has been sent. */
  flushed(ticket: number): Promise<void>;
  /** A whole new document: opened, reverted, restored. */
  onDocument(listener: (snapshot: DocumentSnapshot) => void): Unsubscribe;
  onDocumentState(listener: (state: DocumentState) => void): Unsubscribe;
  onEvaluation(listener: (message: EvaluationMessage) => void): Unsubscribe;
  /** A command chosen in the native menu that the renderer owns. */
  onCommand(listener: (id: CommandId) => void): Unsubscribe;
  /** Main is about to save or close the document: what waits is to be sent, and the ticket answered. */
  onFlush(listener: (ticket: number) => void): Unsubscribe;
  /** The settings, told when a window loads its document and whenever they change. */
  onSettings(listener: (settings: Settings) => void): Unsubscribe;
  /** Whether a screen reader reads the windows, told when a window loads its document and whenever it changes. */
  onScreenReader(listener: (reads: boolean) => void): Unsubscribe;
}

/** Channels of requests: a window asks, main answers. One for each function of the API that is not `on…`. */
export const REQUESTS = [
  'load',
  'apply',
  'command',
  'rerun',
  'cancel',
  'ask',
  'writeEdits',
  'savePicture',
  'copyText',
  'openLink',
  'copyCells',
  'clipboardCells',
  'saveSettings',
  'fullScreen',
  'remember',
  'compareWithDisk',
  'versions',
  'compareWithVersion',
  'restoreVersion',
  'flushed',
] as const;
export type RequestName = (typeof REQUESTS)[number];

/** What main tells a window, by channel. */
export interface Events {
  readonly document: DocumentSnapshot;
  readonly documentState: DocumentState;
  readonly evaluation: EvaluationMessage;
  readonly command: CommandId;
  /** A ticket. */
  readonly flush: number;
  readonly settings: Settings;
  readonly screenReader: boolean;
}
export type EventName = keyof Events;

/**
 * The channel of files dropped on a window. It is the preload script's alone: it tells what a person's hand
 * has dropped, and the page cannot say it.
 */
export const DROPPED_CHANNEL = 'tracebook:dropped';

/** The name a message goes by on the wire. */
export function channel(name: RequestName | EventName, direction: 'request' | 'event'): string {
  return `tracebook:${direction}:${name}`;
}
