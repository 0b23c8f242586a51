/** What the engine host and its worker say to each other. */
import type { Answer } from '../shared/ipc';
import type { CellOutput } from '../shared/evaluation';
import type { Language } from '../shared/language';
import type { NetworkView } from '../shared/network-view';
import type { Notebook } from '../shared/notebook';

export interface EvaluateRequest {
  readonly run: number;
  readonly notebook: Notebook;
  /** Of the sentences in its outputs. */
  readonly language: Language;
}

/** A command put to a network that was evaluated, outside of the notebook. */
export interface AskRequest {
  readonly ask: number;
  readonly networkKey: string;
  readonly node: string;
  readonly command: string;
}

export type EngineReply =
  | { readonly type: 'answer'; readonly ask: number; readonly answer: Answer | null }
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
