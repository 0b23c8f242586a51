/**
 * Every command of the application, once: menus, keys, the palette, buttons, the sheet of shortcuts and tests
 * call it by id. Labels stand in the strings catalogue under `commands`.
 *
 * A key is written as Electron writes accelerators (CmdOrCtrl is Command on macOS); strokes one after another
 * stand with a blank between them. A plain key, one without Ctrl, Command or Alt, works only while a cell as a
 * whole has the keyboard: in a text it is a letter.
 */
export interface CommandSpec {
  readonly id: string;
  /** The process that carries it out. */
  readonly owner: 'main' | 'renderer';
  /** The first key is the one menus show. */
  readonly keys: readonly string[];
  /**
   * Where its keys work that are not plain: `window` everywhere, `page` everywhere but in a field such as that
   * of a search, `cell` while a cell as a whole has the keyboard, `text` while the text of a cell has it.
   * `slides`: only while the notebook is presented, plain keys too; no other keys work then.
   */
  readonly scope: CommandScope;
}

export type CommandScope = 'window' | 'page' | 'cell' | 'text' | 'slides';

const main = <Id extends string>(id: Id, ...keys: string[]) =>
  ({ id, owner: 'main', keys, scope: 'window' }) as const;
const inWindow = <Id extends string>(id: Id, ...keys: string[]) =>
  ({ id, owner: 'renderer', keys, scope: 'window' }) as const;
const inPage = <Id extends string>(id: Id, ...keys: string[]) =>
  ({ id, owner: 'renderer', keys, scope: 'page' }) as const;
const onCell = <Id extends string>(id: Id, ...keys: string[]) =>
  ({ id, owner: 'renderer', keys, scope: 'cell' }) as const;
const inText = <Id extends string>(id: Id, ...keys: string[]) =>
  ({ id, owner: 'renderer', keys, scope: 'text' }) as const;
const onSlides = <Id extends string>(id: Id, ...keys: string[]) =>
  ({ id, owner: 'renderer', keys, scope: 'slides' }) as const;

/** In the order of the menus; what belongs together stands in one list. */
const sections = [
  [main('file.new', 'CmdOrCtrl+N'), main('file.open', 'CmdOrCtrl+O')],
  [
    main('file.save', 'CmdOrCtrl+S'),
    main('file.saveAs', 'CmdOrCtrl+Shift+S'),
    main('file.reload'),
    main('file.keepMine'),
    inWindow('file.compare'),
    inWindow('file.history'),
  ],
  [main('file.exportHtml'), main('file.exportPdf'), main('file.exportMarkdown'), main('file.exportIpynb')],
  [inWindow('file.settings', 'CmdOrCtrl+,')],
  [main('file.close', 'CmdOrCtrl+W')],

  [
    inPage('edit.undo', 'CmdOrCtrl+Z', 'Z'),
    inPage('edit.redo', 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y', 'Shift+Z'),
  ],
  [
    onCell('edit.cutCells', 'X', 'CmdOrCtrl+X'),
    onCell('edit.copyCells', 'C', 'CmdOrCtrl+C'),
    onCell('edit.copyMarkdown', 'Shift+C'),
    onCell('edit.pasteBelow', 'V', 'CmdOrCtrl+V'),
    onCell('edit.pasteAbove', 'Shift+V'),
    onCell('edit.selectAllCells', 'CmdOrCtrl+A'),
  ],
  [
    inWindow('edit.find', 'CmdOrCtrl+F', 'F'),
    inWindow('edit.replace', 'CmdOrCtrl+Alt+F', 'CmdOrCtrl+H'),
    inWindow('edit.findNext', 'F3', 'CmdOrCtrl+G'),
    inWindow('edit.findPrevious', 'Shift+F3', 'CmdOrCtrl+Shift+G'),
  ],

  [
    onCell('cell.insertAbove', 'A'),
    onCell('cell.insertBelow', 'B'),
    onCell('cell.delete', 'D D'),
    inText('cell.split', 'CmdOrCtrl+Shift+-'),
    onCell('cell.merge', 'Shift+M'),
  ],
  [
    onCell('cell.edit', 'Enter'),
    onCell('cell.selectPrevious', 'K', 'Up'),
    onCell('cell.selectNext', 'J', 'Down'),
    onCell('cell.extendUp', 'Shift+K', 'Shift+Up'),
    onCell('cell.extendDown', 'Shift+J', 'Shift+Down'),
    onCell('cell.extendToFirst', 'Shift+Home'),
    onCell('cell.extendToLast', 'Shift+End'),
    onCell('cell.selectFirst', 'Home', 'CmdOrCtrl+Home'),
    onCell('cell.selectLast', 'End', 'CmdOrCtrl+End'),
  ],
  [
    onCell('cell.moveUp', 'Alt+Up'),
    onCell('cell.moveDown', 'Alt+Down'),
    onCell('cell.moveSectionUp', 'Alt+Shift+Up'),
    onCell('cell.moveSectionDown', 'Alt+Shift+Down'),
  ],
  [
    onCell('cell.toMarkdown', 'M'),
    onCell('cell.toTopology', 'T'),
    onCell('cell.toEdit', 'E'),
    onCell('cell.toConsole', 'Y'),
    onCell('cell.toExpect', 'P'),
    onCell('cell.toScenario', 'S'),
    onCell('cell.toPredict', 'Q'),
    onCell('cell.toObserved', 'W'),
  ],
  [
    onCell('cell.foldOutput', 'O'),
    onCell('cell.foldText', 'Shift+O'),
    onCell('cell.foldSection', 'Left'),
    onCell('cell.unfoldSection', 'Right'),
  ],

  [
    inPage('run.cell', 'CmdOrCtrl+Enter'),
    inPage('run.advance', 'Shift+Enter'),
    inPage('run.insert', 'Alt+Enter'),
    inPage('run.all', 'CmdOrCtrl+Shift+Enter'),
    inPage('run.cancel', 'CmdOrCtrl+.', 'I I'),
  ],

  [
    inWindow('view.palette', 'CmdOrCtrl+Shift+P'),
    inWindow('view.outline', 'CmdOrCtrl+Shift+O'),
    inPage('view.lineNumbers', 'L'),
    inWindow('view.instructor'),
    inWindow('view.present', 'F5'),
  ],
  [
    main('view.zoomIn', 'CmdOrCtrl+Plus', 'CmdOrCtrl+='),
    main('view.zoomOut', 'CmdOrCtrl+-'),
    main('view.zoomReset', 'CmdOrCtrl+0'),
  ],
  // Presenter clickers send PageUp, PageDown, `.` or B, and F5 or Escape.
  [
    onSlides('present.forward', 'Right', 'PageDown', 'Space', 'Enter'),
    onSlides('present.back', 'Left', 'PageUp', 'Shift+Space', 'Backspace'),
    onSlides('present.stepForward', 'Down'),
    onSlides('present.stepBack', 'Up'),
    onSlides('present.first', 'Home'),
    onSlides('present.last', 'End'),
    onSlides('present.blank', 'B', '.'),
    onSlides('present.leave', 'Escape', 'F5'),
  ],
  [inWindow('help.shortcuts', '?')],
] as const satisfies readonly (readonly CommandSpec[])[];

export type CommandId = (typeof sections)[number][number]['id'];

/** A command as the table has it. */
export type Command = CommandSpec & { readonly id: CommandId };

export const COMMAND_SECTIONS: readonly (readonly Command[])[] = sections;

export const COMMANDS: readonly Command[] = COMMAND_SECTIONS.flat();
