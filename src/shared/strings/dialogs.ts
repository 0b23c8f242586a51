/** Native dialogs, window titles and the notices that the main process sends. */
import { ended } from './ended';
export const dialogStrings = {
  appName: 'Tracebook',
  untitled: (n: number): string => (n === 1 ? 'Untitled' : `Untitled ${n}`),
  pictureFiles: { svg: 'SVG pictures', png: 'PNG pictures', pdf: 'PDF documents' },
  notebookFiles: 'Tracebook notebooks',
  jupyterFiles: 'Jupyter notebooks',
  markdownFiles: 'Markdown',
  allFiles: 'All files',
  ok: 'OK',
  cancel: 'Cancel',
  save: 'Save',
  saveAs: 'Save As…',
  dontSave: "Don't Save",
  overwrite: 'Overwrite',

  about: (version: string, electron: string): string =>
    `Version ${version}\nElectron ${electron}\n\nA lab notebook for network paths.`,

  close: {
    title: (name: string): string => `Save the changes to ${name}?`,
    detail: 'If you do not save, what you changed since the last save is lost.',
  },
  open: {
    failed: (name: string): string => `${name} cannot be opened`,
    notice: (name: string, reason: string): string => `${name} cannot be opened. ${reason}`,
    notFound: 'There is no such file. It may have been moved or renamed.',
    notAFile: 'This is not a file.',
    noAccess: 'You have no permission to read this file.',
    notUtf8: (offset: number): string =>
      `The file is not UTF-8 text: the byte at offset ${offset} does not belong to any character. ` +
      'It was not opened, so that saving cannot damage it. Convert it to UTF-8 and open it again.',
    other: (reason: string): string => `Reading it failed: ${reason}`,
  },
  importing: {
    notJson: 'The file is not JSON, so it is no Jupyter notebook.',
    notJupyter: (place: string): string =>
      place === ''
        ? 'This is no Jupyter notebook of nbformat 4.'
        : `This is no Jupyter notebook of nbformat 4: \`${place}\` is missing, or is not what stands there in one.`,
  },
  exporting: {
    kinds: { html: 'HTML', pdf: 'PDF', markdown: 'Markdown', ipynb: 'Jupyter notebook' },
    failed: (name: string): string => `${name} was not written`,
    overNotebook: 'This is the notebook itself. Choose another name, so that it is not written over.',
  },
  saving: {
    failed: (name: string): string => `${name} was not saved`,
    kept: 'The file on the disk is as it was, and your changes are still in this window.',
    noAccess: (folder: string): string =>
      `You have no permission to write this file or its folder ${folder}. Save under another name or place.`,
    noSpace: 'The disk is full. Free some space and save again, or save to another disk.',
    readOnlyDisk: 'The disk is read-only. Save to another place.',
    diskError: 'The disk reported an error. Save to another disk, and check this one.',
    noFolder: (folder: string): string => `The folder ${folder} is gone. Save to another place.`,
    tooLarge: (mib: string, most: number): string =>
      `The notebook has grown to ${mib} MiB and could not be opened again: ${most} MiB can. ` +
      'Move a part of it to another notebook.',
    busy: 'Another program holds the file. Close it there and save again.',
    notAFile: 'This is not a file. Save under another name.',
    other: (reason: string): string => `Writing it failed: ${reason}`,
    notice: (reason: string): string => `Not saved. ${reason}`,
    readOnlyNotebook:
      'This notebook was written by a newer Tracebook. It is shown, but saving it here could lose what only ' +
      'the newer version knows. Save a copy under another name, or get the newer version.',
    openElsewhere: 'This file is open in another window. Save under another name.',
    changed: (name: string): string => `${name} has changed on the disk`,
    changedDetail:
      'Another program wrote this file after you opened it. Overwriting replaces what it wrote; ' +
      'saving under another name keeps both.',
  },
  notices: {
    problem: (line: number, message: string, hint: string | undefined): string =>
      `Line ${line}: ${ended(message, '.')}${hint === undefined ? '' : ` ${ended(hint, '.')}`}`,
    conflicts: (lines: readonly number[]): string =>
      `The file has Git conflict markers (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}). ` +
      'Both sides are shown as text: keep what is right and delete the marker lines.',
    settings: (file: string, reason: string): string =>
      `The settings in ${file} are not used, because they are wrong (${reason}). Mend the file, or change a setting to replace it.`,
    reloaded: (name: string): string => `${name} was changed on the disk and has been read again.`,
    notReloaded: (name: string, reason: string): string => `${name} was not read again. ${reason}`,
    manyDropped: (opened: number, all: number): string =>
      `The first ${opened} of ${all} files were opened, as many as are at once. Drop the others again.`,
    restored: (when: string): string => `Restored unsaved changes from ${when}.`,
    pageGone:
      'The window stopped unexpectedly and was started again. All that was written until the second before is here.',
    draftFailed: (reason: string): string =>
      `Unsaved changes cannot be backed up (${reason}). Save soon: they would be lost in a crash.`,
  },
  link: {
    title: 'Open this link in your browser?',
    open: 'Open',
  },
  failure: {
    title: 'Something went wrong in Tracebook',
    detail: (reason: string): string =>
      `${reason}\n\nUnsaved changes are backed up. You can go on; if things look odd, save and restart.`,
    continue: 'Continue',
    quit: 'Quit',
  },
  starter: {
    title: 'New notebook',
    topology: 'The network: two LANs and the router between them.',
    question: 'How do packets get from one to the other?',
  },
  engine: {
    silent: (cell: string, seconds: number): string =>
      `Stopped: ${cell} gave no result for ${seconds} seconds. Make it smaller, or run again.`,
    crashed: (cell: string, reason: string): string =>
      `The computation stopped at ${cell}: ${reason}. Change the cell, or run again.`,
    tooLong: (seconds: number): string => `it was not done after ${seconds} seconds`,
    outOfMemory: 'it needs more memory than a notebook may use',
    cell: (kind: string, firstLine: string): string =>
      firstLine === '' ? `the ${kind} cell` : `the ${kind} cell “${firstLine}”`,
    noCell: 'the notebook',
  },
};
