/** What the engine host and its worker say to each other. */
import type { CellOutput } from '../shared/evaluation';
import type { NetworkView } from '../shared/network-view';
import type { Notebook } from '../shared/notebook';

export interface EvaluateRequest {
  readonly run: number;
  readonly notebook: Notebook;
}

export type EngineReply =
  | {
      readonly type: 'cell';
      readonly run: number;
      readonly cellId: string;
      /** Null where the output is the one sent for this cell before. */
      readonly output: CellOutput | null;
      /** Networks this worker has not sent before, by key. */
      readonly networks: Readonly<Record<string, NetworkView>>;
    }
  | { readonly type: 'done'; readonly run: number };
