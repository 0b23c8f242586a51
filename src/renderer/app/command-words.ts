/** What a command is called and which keys it has, for everything that shows commands. */
import { COMMANDS, type CommandId } from '../../shared/commands';
import { keyLabel, keysOf } from '../../shared/keymap';
import type { Settings } from '../../shared/settings';
import { strings } from '../../shared/strings';
import { MAC } from './listen-to-keys';
import { sectionEnd } from './outline';
import { cellIndex, type AppState } from './state';

export function commandLabel(id: CommandId): string {
  return strings.menu.commands[id];
}

/** The keys as people read them. */
export function commandKeys(id: CommandId, settings: Settings): readonly string[] {
  const command = COMMANDS.find((each) => each.id === id);
  return command === undefined ? [] : keysOf(command, settings.keys).map((keys) => keyLabel(keys, MAC));
}

/** Label and first key, for a tooltip. */
export function commandHint(id: CommandId, settings: Settings): string {
  const [key] = commandKeys(id, settings);
  return key === undefined ? commandLabel(id) : `${commandLabel(id)} (${key})`;
}

/** Commands that would change the notebook. */
const CHANGES =
  /^(?:cell\.(?!select|extend|edit|fold|unfold)|edit\.(?:undo|redo|cut|paste|replace)|run\.insert)/;

/** Whether a command can do anything now. */
export function isEnabled(id: CommandId, state: AppState): boolean {
  const { notebook, document, selected } = state;
  if (notebook.readOnly && CHANGES.test(id)) return false;
  if (id.startsWith('present.')) return state.presentation !== null;
  switch (id) {
    case 'edit.undo':
      return state.undo.length > 0;
    case 'edit.redo':
      return state.redo.length > 0;
    case 'file.reload':
    case 'file.compare':
    case 'file.history':
      return document.path !== null;
    case 'file.keepMine':
      return document.disk === 'changed';
    case 'run.cancel':
      return state.evaluation === 'running';
    case 'cell.foldSection':
    case 'cell.moveSectionUp':
    case 'cell.moveSectionDown':
      return sectionEnd(notebook.cells, cellIndex(state, selected)) !== null;
    case 'cell.unfoldSection':
      return selected !== null && state.folds.sections.has(selected);
    default:
      return !id.startsWith('cell.') || selected !== null || id.startsWith('cell.insert');
  }
}
