/** What the application asks of the workspace. */
import type { Words } from './documents/words';
import type { CommandId } from '../shared/commands';
import type {
  Answer,
  Comparison,
  DocumentSnapshot,
  EventName,
  Events,
  PageView,
  PictureFormat,
  VersionInfo,
} from '../shared/ipc';
import type { Operation } from '../shared/notebook';

export interface Workspace {
  readonly size: () => number;
  readonly has: (window: number) => boolean;
  /** Brings any window to the front, or a new one where there is none. */
  readonly focusAny: () => void;
  /** Brings back all drafts, and the notebooks that were open, each in a window of its own. */
  readonly restore: () => Promise<void>;
  /**
   * Opens what the application was started with, or a new notebook. What cannot be opened, and a problem found
   * before, are told in the first window: a box before there is a window would be waited for unseen.
   */
  readonly start: (files: readonly string[], problem: Words | null) => Promise<void>;
  readonly openNew: () => void;
  /** Opens a file, or shows the window that has it. `from` is the window the wish came from. */
  readonly open: (path: string, from: number | null) => Promise<void>;
  /** Opens files that a hand dropped on a window, so many at once at most, and says so where there are more. */
  readonly openDropped: (paths: readonly string[], window: number) => Promise<void>;
  readonly load: (window: number) => DocumentSnapshot;
  readonly apply: (window: number, revision: number, operations: readonly Operation[]) => number;
  readonly rerun: (window: number) => void;
  /** Evaluates every notebook again, and tells its notice again: the language is another one. */
  readonly speakAnew: () => void;
  readonly cancel: (window: number) => void;
  readonly ask: (window: number, networkKey: string, node: string, command: string) => Promise<Answer | null>;
  readonly savePicture: (
    window: number,
    name: string,
    format: PictureFormat,
    data: Uint8Array,
  ) => Promise<boolean>;
  readonly run: (id: CommandId, window: number | null) => Promise<void>;
  /** Closes a window, after asking where work would be lost. False where the user cancelled. */
  readonly close: (window: number) => Promise<boolean>;
  /** Closes all windows and keeps unsaved work as drafts. False where that failed and the user cancelled. */
  readonly quit: () => Promise<boolean>;
  /** The window is gone. */
  readonly forget: (window: number) => void;
  /** The window was moved or sized. */
  readonly moved: (window: number) => void;
  /** The window has got the focus: its file may have changed where nothing tells of it. */
  readonly focused: (window: number) => void;
  /** The window has lost the focus. */
  readonly blurred: (window: number) => void;
  /** The page of the window ended by itself and will load the document again. */
  readonly pageGone: (window: number) => void;
  readonly fullScreen: (window: number, on: boolean) => boolean;
  readonly remember: (window: number, view: PageView) => void;
  readonly compareWithDisk: (window: number) => Promise<Comparison>;
  readonly versions: (window: number) => Promise<readonly VersionInfo[]>;
  readonly compareWithVersion: (window: number, id: string) => Promise<Comparison>;
  readonly restoreVersion: (window: number, id: string) => Promise<void>;
  /** The window has sent what it had when it was asked to. */
  readonly flushed: (window: number, ticket: number) => void;
  /** Tells every window something. */
  readonly tellAll: <E extends EventName>(event: E, payload: Events[E]) => void;
}
