/** The context menu of cells, made of the table of commands. */
import type { JSX } from 'react';
import { COMMAND_SECTIONS, type CommandId } from '../../shared/commands';
import { useServices } from '../app/api';
import { commandKeys, commandLabel, isEnabled } from '../app/command-words';
import { closeMenu, type MenuRequest } from '../app/menus';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Menu } from '../ui/Menu';

/** Ways to go about the page are of no use in a menu that one has to open. */
const NOT_HERE: ReadonlySet<CommandId> = new Set([
  'edit.undo',
  'edit.redo',
  'edit.selectAllCells',
  'edit.find',
  'edit.replace',
  'edit.findNext',
  'edit.findPrevious',
  'cell.split',
  'cell.selectPrevious',
  'cell.selectNext',
  'cell.extendUp',
  'cell.extendDown',
  'cell.extendToFirst',
  'cell.extendToLast',
  'cell.selectFirst',
  'cell.selectLast',
]);

const SECTIONS: readonly (readonly CommandId[])[] = COMMAND_SECTIONS.map((section) =>
  section.map(({ id }) => id).filter((id) => /^(?:edit|cell)\./.test(id) && !NOT_HERE.has(id)),
);

export function CellMenu({ menu }: { readonly menu: MenuRequest }): JSX.Element {
  const store = useStore();
  const { run } = useServices();
  const state = useApp((app) => app);
  return (
    <Menu
      label={words.editing.menuLabel}
      x={menu.x}
      y={menu.y}
      onClose={() => store.update(closeMenu)}
      sections={SECTIONS.map((ids) =>
        ids
          .filter((id) => isEnabled(id, state))
          .map((id) => ({
            id,
            label: commandLabel(id),
            keys: commandKeys(id, state.settings)[0],
            run: () => run(id),
          })),
      )}
    />
  );
}
