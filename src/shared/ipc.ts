/**
 * The contract between a window and the main process, in both directions. `window.tracebook` is exactly
 * this interface; schemas that check every message stand in ipc-schemas.ts.
 *
 * A window holds a copy of its document and changes it by operations; main applies the same operations to
 * the copy it owns, drafts it to disk, evaluates it and sends back outputs. Revisions count operations.
 */
import type { CellOutput } from './evaluation';
import type { CommandId } from './commands';
import type { NetworkView } from './network-view';
import type { Notebook, Operation } from './notebook';

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
  readonly notice: string | null;
}

/** What changed about the document other than its content: after a save, a rename, an error of saving. */
export interface DocumentState {
  readonly path: string | null;
  readonly name: string;
  readonly dirty: boolean;
  readonly notice: string | null;
}

export interface EvaluationMessage {
  readonly revision: number;
  /** `started`: cells are being computed. `partial`: outputs so far. `finished`: all are here. */
  readonly phase: 'started' | 'partial' | 'finished' | 'cancelled' | 'crashed';
  /** Outputs that are new or changed since the last message. */
  readonly outputs: readonly CellOutput[];
  /** Networks not sent before, by key. */
  readonly networks: Readonly<Record<string, NetworkView>>;
  /** For `crashed`: what happened and what to do. */
  readonly message: string | null;
}

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
  copyText(text: string): Promise<void>;
  /** Opens an http(s) or mailto link in the user's browser, after a native confirmation. */
  openLink(url: string): Promise<void>;
  /** A whole new document: opened, reverted, restored. */
  onDocument(listener: (snapshot: DocumentSnapshot) => void): Unsubscribe;
  onDocumentState(listener: (state: DocumentState) => void): Unsubscribe;
  onEvaluation(listener: (message: EvaluationMessage) => void): Unsubscribe;
  /** A command chosen in the native menu that the renderer owns. */
  onCommand(listener: (id: CommandId) => void): Unsubscribe;
}

/** Channels of requests: a window asks, main answers. One for each function of the API that is not `on…`. */
export const REQUESTS = ['load', 'apply', 'command', 'rerun', 'cancel', 'copyText', 'openLink'] as const;
export type RequestName = (typeof REQUESTS)[number];

/** What main tells a window, by channel. */
export interface Events {
  readonly document: DocumentSnapshot;
  readonly documentState: DocumentState;
  readonly evaluation: EvaluationMessage;
  readonly command: CommandId;
}
export type EventName = keyof Events;

/** The name a message goes by on the wire. */
export function channel(name: RequestName | EventName, direction: 'request' | 'event'): string {
  return `tracebook:${direction}:${name}`;
}
