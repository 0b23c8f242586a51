/** What the workspace needs of the world around it. Electron stands behind it in the application, fakes in tests. */
import type { DocumentState, EventName, Events, PictureFormat } from '../shared/ipc';
import type { AutosaveMode } from '../shared/settings';
import type { DraftStore } from './documents/drafts';
import type { SessionPorts } from './documents/session';
import type { VersionStore } from './documents/versions';
import type { EngineHost } from './engine-host';
import type { ExportFormat, ExportPorts } from './export-flow';
import type { Bounds, WindowMemory } from './window-memory';

export interface WindowPort {
  readonly id: number;
  readonly tell: <E extends EventName>(name: E, payload: Events[E]) => void;
  /** Title, unsaved mark and represented file. */
  readonly show: (state: DocumentState) => void;
  readonly focus: () => void;
  /** Where it stands on the desktop. */
  readonly bounds: () => Bounds;
  /** Lets it fill the screen, or no longer; whether it did before. */
  readonly fullScreen: (on: boolean) => boolean;
  /** Closes the window without asking. */
  readonly destroy: () => void;
}

/** Native dialogs; `window` is the one they belong to, null for none. */
export interface Dialogs {
  readonly chooseFiles: (window: number | null) => Promise<readonly string[]>;
  /** The path to save under, null when cancelled; `suggested` is a path or a file name. */
  readonly chooseTarget: (window: number, suggested: string) => Promise<string | null>;
  /** The path to save a picture under, null when cancelled. */
  readonly choosePicture: (
    window: number,
    suggested: string,
    format: PictureFormat,
  ) => Promise<string | null>;
  readonly askClose: (window: number, name: string) => Promise<'save' | 'discard' | 'cancel'>;
  readonly askChanged: (window: number, name: string) => Promise<'overwrite' | 'saveAs' | 'cancel'>;
  readonly saveFailed: (window: number, name: string, reason: string) => Promise<'saveAs' | 'ok'>;
  readonly openFailed: (window: number | null, name: string, reason: string) => Promise<void>;
  /** The path to write a document to, null when cancelled; `suggested` is a path or a file name. */
  readonly chooseExport: (window: number, suggested: string, format: ExportFormat) => Promise<string | null>;
  readonly exportFailed: (window: number, name: string, reason: string) => Promise<void>;
}

export interface WorkspacePorts {
  /** `bounds` are where it stood last time. */
  readonly createWindow: (bounds: Bounds | null) => WindowPort;
  readonly createEngine: (window: WindowPort) => EngineHost;
  readonly dialogs: Dialogs;
  readonly drafts: DraftStore;
  readonly writePicture: (path: string, data: Uint8Array) => Promise<void>;
  readonly versions: VersionStore;
  readonly memory: WindowMemory;
  readonly autosave: () => AutosaveMode;
  /** Calls back whenever the file may have changed, until the answer is called. */
  readonly watch: (path: string, onChange: () => void) => () => void;
  /** Clears a folder of what dead processes left in it. */
  readonly tidy: (folder: string) => void;
  readonly handout: Omit<ExportPorts, 'dialogs'>;
  readonly session: Pick<SessionPorts, 'read' | 'save' | 'now'>;
  /** The one name of a file that may be reached by several (links, letter case). */
  readonly identify: (path: string) => Promise<string>;
  readonly onOpened: (path: string) => void;
  readonly onMissing: (path: string) => void;
  /** The application goes on when its last window is closed (macOS). */
  readonly outlivesWindows: boolean;
}
