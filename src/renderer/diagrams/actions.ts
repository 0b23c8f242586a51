/** What pictures ask of the page around them. */
import { createContext } from 'react';
import type { PictureFormat } from '../../shared/ipc';

export interface PictureActionsValue {
  readonly savePicture: (name: string, format: PictureFormat, data: Uint8Array) => Promise<boolean>;
  /** Puts a command to the network of a picture; null where nobody can answer. */
  readonly ask: ((node: string, command: string) => void) | null;
}

export const PictureActions = createContext<PictureActionsValue>({
  savePicture: () => Promise.resolve(false),
  ask: null,
});
