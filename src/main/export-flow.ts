/** Handing a notebook out as a document: where to, and what to say when it fails. */
import path from 'node:path';
import type { Notebook } from '../shared/notebook';
import { strings } from '../shared/strings';
import { errorText } from './documents/file-system';
import type { Session } from './documents/session';
import { ENDINGS, type DocumentFormat } from './handout/formats';
import type { Dialogs } from './workspace-ports';

/** The documents of the command line, and PDF, which takes a browser to make. */
export type ExportFormat = DocumentFormat | 'pdf';

export interface ExportPorts {
  readonly dialogs: Pick<Dialogs, 'chooseExport' | 'exportFailed'>;
  readonly make: (notebook: Notebook, format: DocumentFormat) => Promise<string>;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
}

/** Ends when the document is written, given up, or has failed and the user knows. */
export async function exportDocument(
  { dialogs, make, print, write }: ExportPorts,
  window: number,
  session: Session,
  format: ExportFormat,
): Promise<void> {
  const { path: own, name, notebook } = session.document();
  const stem = name.replace(/(?:\.tracebook)?\.(?:md|markdown)$/i, '');
  const suggested = path.join(
    own === null ? '' : path.dirname(own),
    stem + (format === 'pdf' ? '.pdf' : ENDINGS[format]),
  );
  const target = await dialogs.chooseExport(window, suggested, format);
  if (target === null) return;
  try {
    if (target === own) throw new Error(strings.dialogs.exporting.overNotebook);
    const document = await make(notebook, format === 'pdf' ? 'html' : format);
    await write(target, format === 'pdf' ? await print(document) : document);
  } catch (error) {
    await dialogs.exportFailed(window, path.basename(target), errorText(error));
  }
}
