/** Turns a draft left by a crash, or by quitting with unsaved work, back into an open document. */
import { LOCALES } from '../../shared/language';
import { language, strings } from '../../shared/strings';
import { restoredDocument, type OpenDocument } from './document';
import type { Draft } from './drafts';
import { contentHash, OpenError, readNotebookFile } from './read';

/**
 * The document, or null where the file already holds what the draft holds. The file is only read: that it has
 * changed or gone is the document's state.
 */
export async function restoreDraft(
  draft: Draft,
  read: (file: string) => Promise<string> = readNotebookFile,
): Promise<OpenDocument | null> {
  const { path, name, text } = draft;
  const notice = (): string => strings.dialogs.notices.restored(timeOf(draft));
  if (path === null)
    return restoredDocument({ path, name, text, baseHash: null, savedText: null, disk: 'same', notice });

  const { content, ...file } = await readDisk(path, draft, read);
  if (content === text) return null;
  return restoredDocument({ path, name, text, ...file, savedText: content, notice });
}

function timeOf({ savedAt }: Draft): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Date(savedAt).toLocaleString(LOCALES[language()], style);
}

async function readDisk(
  path: string,
  { baseHash, savingHash }: Pick<Draft, 'baseHash' | 'savingHash'>,
  read: (file: string) => Promise<string>,
): Promise<Pick<OpenDocument, 'disk' | 'baseHash'> & { readonly content: string | null }> {
  try {
    const content = await read(path);
    const hash = contentHash(content);
    if (hash === baseHash || hash === savingHash) return { disk: 'same', baseHash: hash, content };
    return { disk: 'changed', baseHash, content };
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    return { disk: error.missing ? 'missing' : 'changed', baseHash, content: null };
  }
}
