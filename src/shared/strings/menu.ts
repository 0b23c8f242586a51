/** The native menus and the label of every command. `&` marks nothing here: access keys come per language. */
import type { CommandId } from '../commands';

const commands: Readonly<Record<CommandId, string>> = {
  'file.new': 'New Notebook',
  'file.open': 'Open…',
  'file.save': 'Save',
  'file.saveAs': 'Save As…',
  'file.close': 'Close Window',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'cell.insertAbove': 'Insert Cell Above',
  'cell.insertBelow': 'Insert Cell Below',
  'cell.delete': 'Delete Cell',
  'cell.moveUp': 'Move Cell Up',
  'cell.moveDown': 'Move Cell Down',
  'cell.toMarkdown': 'Change to Markdown',
  'cell.toTopology': 'Change to Topology',
  'cell.toEdit': 'Change to Edit',
  'cell.toConsole': 'Change to Console',
  'cell.toExpect': 'Change to Expect',
  'cell.toScenario': 'Change to Scenario',
  'cell.toPredict': 'Change to Predict',
  'run.cell': 'Run Cell',
  'run.advance': 'Run Cell and Go to Next',
  'run.all': 'Run All Cells',
  'run.cancel': 'Stop Running',
};

export const menuStrings = {
  commands,
  file: 'File',
  openRecent: 'Open Recent',
  noRecent: 'No Recent Notebooks',
  clearRecent: 'Clear List',
  quit: 'Quit',
  edit: 'Edit',
  cell: 'Cell',
  run: 'Run',
  view: 'View',
  window: 'Window',
  help: 'Help',
  about: 'About Tracebook',
};
