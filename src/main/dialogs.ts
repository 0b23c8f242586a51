/** The native dialogs behind the workspace's questions. */
import { BrowserWindow, dialog, shell, type FileFilter, type MessageBoxOptions } from 'electron';
import path from 'node:path';
import { strings } from '../shared/strings';
import type { Dialogs } from './workspace-ports';

const text = strings.dialogs;

function notebooks(): FileFilter {
  return { name: text.notebookFiles, extensions: ['tracebook.md', 'md'] };
}

function allFiles(): FileFilter {
  return { name: text.allFiles, extensions: ['*'] };
}

function windowOf(id: number | null): BrowserWindow | null {
  return id === null ? null : BrowserWindow.fromId(id);
}

/** Asks and answers with the index of the button. The last button is the one that Escape means. */
async function ask(window: number | null, options: MessageBoxOptions): Promise<number> {
  const buttons = options.buttons ?? [text.ok];
  const settings = { noLink: true, defaultId: 0, cancelId: buttons.length - 1, ...options, buttons };
  const owner = windowOf(window);
  const answer = await (owner === null
    ? dialog.showMessageBox(settings)
    : dialog.showMessageBox(owner, settings));
  return answer.response;
}

/** Asks where to write; null when given up. */
async function chooseFile(
  window: number,
  suggested: string,
  ...filters: readonly FileFilter[]
): Promise<string | null> {
  const owner = windowOf(window);
  // GTK writes over a file without a question unless it is told to ask; the other systems always ask.
  const properties = ['showOverwriteConfirmation' as const];
  const options = { defaultPath: suggested, filters: [...filters], properties };
  const { filePath, canceled } = await (owner === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(owner, options));
  // Electron 25 leaves it undefined when cancelled, newer ones leave it empty.
  return canceled || !filePath ? null : filePath;
}

export const dialogs: Dialogs = {
  async chooseFiles(window) {
    const owner = windowOf(window);
    const filters = [notebooks(), { name: text.jupyterFiles, extensions: ['ipynb'] }, allFiles()];
    const options = { filters, properties: ['openFile' as const, 'multiSelections' as const] };
    const { filePaths } = await (owner === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options));
    return filePaths;
  },

  async chooseTarget(window, suggested) {
    return chooseFile(window, suggested, notebooks(), allFiles());
  },

  choosePicture: (window, suggested, format) =>
    chooseFile(window, suggested, { name: text.pictureFiles[format], extensions: [format] }),

  chooseExport: (window, suggested, format) =>
    chooseFile(window, suggested, {
      name: text.exporting.kinds[format],
      extensions: [path.extname(suggested).slice(1)],
    }),

  async exportFailed(window, name, reason) {
    await ask(window, { type: 'error', message: text.exporting.failed(name), detail: reason });
  },

  async askClose(window, name) {
    const answer = await ask(window, {
      type: 'warning',
      message: text.close.title(name),
      detail: text.close.detail,
      buttons: [text.save, text.dontSave, text.cancel],
    });
    return (['save', 'discard'] as const)[answer] ?? 'cancel';
  },

  async askChanged(window, name) {
    const answer = await ask(window, {
      type: 'warning',
      message: text.saving.changed(name),
      detail: text.saving.changedDetail,
      buttons: [text.saveAs, text.overwrite, text.cancel],
    });
    return (['saveAs', 'overwrite'] as const)[answer] ?? 'cancel';
  },

  async saveFailed(window, name, reason) {
    const answer = await ask(window, {
      type: 'error',
      message: text.saving.failed(name),
      detail: `${reason}\n\n${text.saving.kept}`,
      buttons: [text.saveAs, text.ok],
    });
    return answer === 0 ? 'saveAs' : 'ok';
  },

  async openFailed(window, name, reason) {
    await ask(window, { type: 'error', message: text.open.failed(name), detail: reason });
  },
};

/** Opens a link that the policies allow, once the user has seen where it leads. */
export async function openExternally(window: number, url: string): Promise<void> {
  const answer = await ask(window, {
    type: 'question',
    message: text.link.title,
    detail: url,
    buttons: [text.link.open, text.cancel],
  });
  if (answer === 0) await shell.openExternal(url);
}

export async function showAbout(version: string): Promise<void> {
  await ask(null, {
    type: 'info',
    message: text.appName,
    detail: text.about(version, process.versions.electron),
  });
}
