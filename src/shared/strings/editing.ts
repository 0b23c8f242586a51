/** Words of editing: palette, shortcuts, find, outline, folding, gestures on maps. */
import type { CommandScope } from '../commands';
import type { LanguageChoice } from '../language';
import type { Followed, Spacing } from '../settings';

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

export const editingStrings = {
  copied: (n: number) => `${count(n, 'cell', 'cells')} copied`,
  moreActions: 'More actions',
  menuLabel: 'Actions',
  drag: 'Drag to move; with Alt the whole section',
  selectedCells: (n: number) => `${n} cells selected`,

  toast: {
    deleted: (n: number) => (n === 1 ? 'Cell deleted' : `${n} cells deleted`),
    merged: (n: number) => `${n} cells merged`,
    undo: 'Undo',
    label: 'Done',
  },

  palette: {
    label: 'Commands',
    placeholder: 'Search commands',
    none: 'No command has these words.',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    search: 'Search shortcuts',
    groups: {
      file: 'File',
      edit: 'Edit',
      cell: 'Cell',
      run: 'Run',
      view: 'View',
      present: 'Presentation',
      help: 'Help',
    } as Readonly<Record<string, string>>,
    plain:
      'Single keys work while a cell as a whole is selected: Escape leaves its text, Enter goes in. ' +
      'You can change all keys in Settings.',
    or: 'or',
    close: 'Close',
  },

  settings: {
    title: 'Settings',
    language: 'Language',
    languageHint:
      'At once, but for what the text editor itself says, like its count of problems: that with the next window.',
    languages: { system: 'That of the system', en: 'English', ja: '日本語' } satisfies Record<
      LanguageChoice,
      string
    >,
    highContrast: 'High contrast',
    reducedMotion: 'Reduced motion',
    followed: { system: 'As the system', on: 'On', off: 'Off' } satisfies Record<Followed, string>,
    spacing: 'Spacing of text',
    spacings: { usual: 'Usual', wide: 'Wide, in a plain font' } satisfies Record<Spacing, string>,
    zoom: 'Zoom',
    autosave: 'Save automatically',
    autosaveModes: {
      off: 'Off',
      afterDelay: 'A second after a change',
      onBlur: 'When the window loses the focus',
    },
    autosaveHint: 'Only notebooks that have a file. Unsaved work is always kept as a draft.',
    keys: 'Keys',
    searchKeys: 'Search commands',
    change: (command: string) => `Change the key of ${command}`,
    changeShort: 'Change',
    press: 'Press the keys, then Enter. Escape leaves them as they are.',
    pressing: 'Press keys …',
    reset: (command: string) => `Reset the key of ${command}`,
    resetShort: 'Reset',
    remove: (command: string) => `Remove the key of ${command}`,
    removeShort: 'Remove',
    none: 'none',
    conflict: (commands: string) => `Also the key of ${commands}`,
    scopes: {
      window: 'everywhere',
      page: 'on the page',
      cell: 'on a cell',
      text: 'in a text',
      slides: 'on slides',
    } satisfies Record<CommandScope, string>,
    close: 'Done',
  },

  find: {
    label: 'Find and replace',
    query: 'Find in all cells',
    replacement: 'Replace with',
    matchCase: 'Match case',
    regex: 'Regular expression',
    next: 'Next match',
    previous: 'Previous match',
    replace: 'Replace',
    replaceAll: 'Replace all',
    showReplace: 'Show replacing',
    close: 'Close find',
    none: 'No matches',
    position: (index: number | null, total: number, most: number) => {
      const all = total >= most ? `${most} or more` : String(total);
      return index === null ? `${all} matches` : `${index + 1} of ${all}`;
    },
    invalid: (reason: string) => `This is no regular expression: ${reason}`,
    tooSlow: 'This expression takes too long. Make it simpler.',
  },

  outline: {
    label: 'Outline',
    search: 'Search the outline',
    empty: 'Headings and cells appear here.',
    none: 'Nothing here has these words.',
    untitled: 'empty',
    close: 'Close outline',
  },

  fold: {
    text: (line: string, lines: number) =>
      line === '' ? count(lines, 'line', 'lines') : `${line} … (${count(lines, 'line', 'lines')})`,
    showText: 'Show the text',
    output: 'Results hidden',
    showOutput: 'Show the results',
    section: (n: number) => `${count(n, 'cell', 'cells')} hidden`,
    foldSection: 'Fold this section',
    unfoldSection: 'Unfold this section',
  },

  running: {
    elapsed: (seconds: number) => `Running for ${seconds} s`,
    progress: (done: number, total: number) => `Computing … ${done} of ${total}`,
    cancel: 'Stop',
    cancelCell: (cell: string) => `Stop running ${cell}`,
  },

  map: {
    menu: (name: string) => `Change ${name}`,
    network: 'the network',
    shutdown: (name: string) => `Shut down ${name}`,
    noShutdown: (name: string) => `Bring up ${name}`,
    latency: (name: string) => `Change the latency of ${name} …`,
    noPosition: (name: string) => `Let the map place ${name}`,
    addHost: 'Add a host …',
    addHostAt: (lan: string) => `Add a host on ${lan} …`,
    addRouter: 'Add a router …',
    addLink: (node: string) => `Link ${node} to another router …`,
    remove: (name: string) => `Remove ${name}`,
    cancel: 'Cancel',
    applyEdit: 'Write into the edit cell',
    applyTopology: 'Write into the topology',
    name: 'Name',
    address: 'Address',
    lan: 'LAN',
    latencyField: 'Latency, one way',
    to: 'To',
    subnet: 'Subnet of the link',
    written: (line: string) => `Written: ${line}`,
    writtenBelow: (line: string) => `Written into an edit cell: ${line}`,
    refused: (reason: string) => `Not written: ${reason}`,
    hint: 'Right-click a node or a link, or press Enter on it, to change the network.',
    nameTaken: (name: string) => `${name} is taken already.`,
    latencyInvalid: 'A latency is 0 to 60 s, such as 2 ms, 500 us or 1 s.',
    nameInvalid: 'A name has letters, digits, dots, hyphens and underscores, and begins with a letter.',
    noLan: 'This network has no LAN for a host to stand on. Add one in the topology cell.',
    noRouters: 'This network has no other router to link to.',
    subnetInvalid: 'The subnet of a link is a /30 or /31, such as 10.255.0.4/30.',
    noFree: 'There is no free address left; give one.',
    titles: {
      latency: (name: string) => `Latency of ${name}`,
      host: 'A new host',
      router: 'A new router',
      link: (node: string) => `A new link from ${node}`,
    },
  },
} as const;
