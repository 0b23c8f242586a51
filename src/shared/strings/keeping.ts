/** Words of keeping work: what is on the disk, versions, comparing. */
export const keepingStrings = {
  bar: {
    label: 'The file has changed',
    changed: (name: string) =>
      `${name} was changed on the disk by another program, and has unsaved changes here.`,
    missing: (name: string) => `${name} is no longer on the disk. Saving writes it again.`,
    reload: 'Reload from disk',
    keepMine: 'Keep mine',
    compare: 'Compare',
  },

  compare: {
    title: (name: string) => `${name}: on the disk and here`,
    titleVersion: (when: string) => `The version of ${when} and the notebook here`,
    theirs: 'On the disk',
    version: 'That version',
    mine: 'Here',
    same: 'Both are the same.',
    unsaved: 'A notebook can be compared with its file once it is saved to one.',
    failed: (reason: string) => `They cannot be compared: ${reason}`,
    line: 'Line',
    added: 'only here',
    removed: 'only there',
    unchanged: (n: number) => (n === 1 ? '1 line as it is' : `${n} lines as they are`),
    summary: (added: number, removed: number) =>
      `${added} ${added === 1 ? 'line' : 'lines'} only here, ${removed} only there`,
    close: 'Close',
    loading: 'Reading …',
  },

  history: {
    title: (name: string) => `Versions of ${name}`,
    empty: 'No versions yet. Each save keeps one, up to the last 50.',
    unsaved: 'A notebook has versions once it is saved to a file.',
    list: 'Versions, newest first',
    saved: 'saved',
    replaced: 'unsaved work that was replaced',
    size: (bytes: number) => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KiB`),
    restore: 'Restore this version',
    restoreHint: 'What is in the window now is kept as a version; the file changes when you save.',
    choose: 'Choose a version to compare it with the notebook here.',
    close: 'Close',
    failed: (reason: string) => `The versions cannot be read: ${reason}`,
  },

  conflict: {
    title: 'Git conflict',
    cell: 'This cell holds both sides of a Git conflict. Keep what is right and delete the marker lines.',
  },
} as const;
