/**
 * Every command of the application, once: menus, keys, buttons and tests call it by id. `owner` says which
 * process carries it out. Labels stand in the strings catalogue under `commands`.
 */
export interface CommandSpec {
  readonly id: string;
  readonly owner: 'main' | 'renderer';
  /** Electron accelerator notation; CmdOrCtrl is Command on macOS. */
  readonly key: string | null;
  /** A second key that does the same. */
  readonly alias?: string;
}

const specs = [
  { id: 'file.new', owner: 'main', key: 'CmdOrCtrl+N' },
  { id: 'file.open', owner: 'main', key: 'CmdOrCtrl+O' },
  { id: 'file.save', owner: 'main', key: 'CmdOrCtrl+S' },
  { id: 'file.saveAs', owner: 'main', key: 'CmdOrCtrl+Shift+S' },
  { id: 'file.close', owner: 'main', key: 'CmdOrCtrl+W' },
  { id: 'edit.undo', owner: 'renderer', key: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', owner: 'renderer', key: 'CmdOrCtrl+Shift+Z', alias: 'CmdOrCtrl+Y' },
  { id: 'cell.insertAbove', owner: 'renderer', key: null },
  { id: 'cell.insertBelow', owner: 'renderer', key: null },
  { id: 'cell.delete', owner: 'renderer', key: null },
  { id: 'cell.moveUp', owner: 'renderer', key: 'Alt+Up' },
  { id: 'cell.moveDown', owner: 'renderer', key: 'Alt+Down' },
  { id: 'cell.toMarkdown', owner: 'renderer', key: null },
  { id: 'cell.toTopology', owner: 'renderer', key: null },
  { id: 'cell.toEdit', owner: 'renderer', key: null },
  { id: 'cell.toConsole', owner: 'renderer', key: null },
  { id: 'cell.toExpect', owner: 'renderer', key: null },
  { id: 'cell.toScenario', owner: 'renderer', key: null },
  { id: 'cell.toPredict', owner: 'renderer', key: null },
  { id: 'run.cell', owner: 'renderer', key: 'CmdOrCtrl+Enter' },
  { id: 'run.advance', owner: 'renderer', key: 'Shift+Enter' },
  { id: 'run.all', owner: 'renderer', key: 'CmdOrCtrl+Shift+Enter' },
  { id: 'run.cancel', owner: 'renderer', key: 'CmdOrCtrl+.' },
] as const satisfies readonly CommandSpec[];

export type CommandId = (typeof specs)[number]['id'];

export const COMMANDS: readonly (CommandSpec & { readonly id: CommandId })[] = specs;
