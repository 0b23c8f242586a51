/** A window with its document, as the workspace keeps it. */
import type { PageView } from '../shared/ipc';
import type { Session } from './documents/session';
import type { EngineHost } from './engine-host';
import type { WindowPort } from './workspace-ports';

export interface Entry {
  readonly window: WindowPort;
  readonly engine: EngineHost;
  session: Session;
  /** How the window shows its document, as it last told. */
  view: PageView | null;
  /** The file that is watched for changes by others. */
  watched: { readonly path: string; readonly stop: () => void } | null;
  closing: boolean;
}
