/** Saving with all its questions: where to, over what, and what to do when it fails. */
import { strings } from '../shared/strings';
import type { Session } from './documents/session';
import type { Dialogs } from './workspace-ports';

const text = strings.dialogs.saving;

export interface SaveFlowPorts {
  readonly dialogs: Pick<Dialogs, 'chooseTarget' | 'askChanged' | 'saveFailed'>;
  /** True where another window has this file. */
  readonly openElsewhere: (path: string, window: number) => Promise<boolean>;
  readonly onSaved: (path: string) => void;
}

export interface SaveFlow {
  /** Saves to the document's file; asks for one where it has none. True when saved, false when given up. */
  readonly save: (window: number, session: Session) => Promise<boolean>;
  /** Asks for a file and saves to it. True when saved, false when given up. */
  readonly saveAs: (window: number, session: Session) => Promise<boolean>;
}

export function createSaveFlow({ dialogs, openElsewhere, onSaved }: SaveFlowPorts): SaveFlow {
  async function saveTo(
    window: number,
    session: Session,
    path: string,
    overwrite: boolean,
  ): Promise<boolean> {
    const { name, notebook, path: own } = session.document();
    const failed = async (reason: string): Promise<boolean> =>
      (await dialogs.saveFailed(window, name, reason)) === 'saveAs' && saveAs(window, session);

    if (notebook.readOnly && path === own) return failed(text.readOnlyNotebook);
    if (await openElsewhere(path, window)) return failed(text.openElsewhere);

    const outcome = await session.save(path, overwrite);
    switch (outcome.kind) {
      case 'saved':
        onSaved(path);
        return true;
      case 'failed':
        return failed(outcome.reason);
      case 'changed': {
        const choice = await dialogs.askChanged(window, name);
        if (choice === 'overwrite') return saveTo(window, session, path, true);
        return choice === 'saveAs' && saveAs(window, session);
      }
    }
  }

  async function saveAs(window: number, session: Session): Promise<boolean> {
    const { path, name } = session.document();
    const target = await dialogs.chooseTarget(window, path ?? `${name}.tracebook.md`);
    // The dialog has asked already whether to overwrite.
    return target !== null && saveTo(window, session, target, true);
  }

  return {
    async save(window, session) {
      const { path } = session.document();
      return path === null ? saveAs(window, session) : saveTo(window, session, path, false);
    },
    saveAs,
  };
}
