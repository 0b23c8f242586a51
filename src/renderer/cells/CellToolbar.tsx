/** What can be done with a cell. Shown while the cell is selected or pointed at; its place is always kept. */
import type { JSX } from 'react';
import type { CommandId } from '../../shared/commands';
import { CELL_KINDS, type Cell } from '../../shared/notebook';
import { setKind } from '../app/actions';
import { useServices } from '../app/api';
import { commandHint } from '../app/command-words';
import { beginDrag } from '../app/drag';
import { openMenu } from '../app/menus';
import { requestFocus } from '../app/state';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Icon, type IconName } from '../ui/icons';

interface Props {
  readonly cell: Cell;
  readonly position: number;
  readonly last: boolean;
}

export function CellToolbar({ cell, position, last }: Props): JSX.Element {
  const store = useStore();
  const { run } = useServices();
  const settings = useApp((state) => state.settings);

  const button = (label: string, icon: IconName, id: CommandId, disabled: boolean): JSX.Element => (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={commandHint(id, settings)}
      disabled={disabled}
      onClick={() => {
        store.update((state) => ({ ...state, selected: cell.id, anchor: cell.id }));
        run(id);
      }}
    >
      <Icon name={icon} />
    </button>
  );

  return (
    <div className="cell-toolbar" role="toolbar" aria-label={words.cell.toolbar(cell.kind, position)}>
      <span
        className="grip"
        draggable
        title={words.editing.drag}
        onDragStart={(event) => beginDrag(event, store, cell.id)}
      >
        <Icon name="grip" />
      </span>
      <select
        className="select"
        aria-label={words.cell.kind}
        title={words.cell.kind}
        value={cell.kind}
        onChange={(event) => {
          const kind = CELL_KINDS[event.target.selectedIndex] ?? cell.kind;
          store.update((state) => setKind(state, cell.id, kind, performance.now()));
        }}
      >
        {CELL_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
      {cell.kind === 'markdown' ? (
        <button
          type="button"
          className="icon-button"
          aria-label={words.cell.edit}
          title={words.cell.edit}
          onClick={() => store.update((state) => requestFocus(state, cell.id, 'editor'))}
        >
          <Icon name="write" />
        </button>
      ) : null}
      {button(words.cell.moveUp, 'up', 'cell.moveUp', position === 1)}
      {button(words.cell.moveDown, 'down', 'cell.moveDown', last)}
      {button(words.cell.delete, 'remove', 'cell.delete', false)}
      <button
        type="button"
        className="icon-button"
        aria-label={words.editing.moreActions}
        title={words.editing.moreActions}
        aria-haspopup="menu"
        onClick={(event) => {
          const { right, bottom } = event.currentTarget.getBoundingClientRect();
          store.update((state) =>
            openMenu({ ...state, selected: cell.id, anchor: cell.id }, { kind: 'cell', x: right, y: bottom }),
          );
        }}
      >
        <Icon name="more" />
      </button>
    </div>
  );
}
