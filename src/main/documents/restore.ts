/** Turns a draft left by a crash, or by quitting with unsaved work, back into an open document. */
import { strings } from '../../shared/strings';
import { restoredDocument, type OpenDocument } from './document';
import type { Draft } from './drafts';
import { contentHash, OpenError, readNotebookFile } from './read';

const text = strings.dialogs.notices;

/** What a draft's file holds now. */
type Disk = { readonly state: 'same' | 'changed' | 'missing'; readonly content: string | null };

/** The document, or null where the file already holds what the draft holds. The file is only read. */
export async function restoreDraft(
  draft: Draft,
  read: (file: string) => Promise<string> = readNotebookFile,
): Promise<OpenDocument | null> {
  const when = new Date(draft.savedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const { savedAt: _, ...work } = draft;
  if (draft.path === null) return restoredDocument(work, null, text.restored(when));

  const disk = await readDisk(draft.path, draft.baseHash, read);
  if (disk.content === draft.text) return null;
  const notice = {
    same: text.restored(when),
    changed: text.restoredChanged(when),
    missing: text.restoredMissing(when),
  }[disk.state];
  return restoredDocument(work, disk.content, notice);
}

async function readDisk(
  path: string,
  baseHash: string | null,
  read: (file: string) => Promise<string>,
): Promise<Disk> {
  try {
    const content = await read(path);
    return { state: contentHash(content) === baseHash ? 'same' : 'changed', content };
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    return { state: error.missing ? 'missing' : 'changed', content: null };
  }
}
