/** The renderer's half of the command table: keys, native menu and buttons all end here. */
import { COMMANDS, type CommandId } from '../../shared/commands';
import type { TracebookApi } from '../../shared/ipc';
import type { CellKind } from '../../shared/notebook';
import { advance, deleteCell, insertCell, moveCell, setKind } from './actions';
import { matchesAccelerator, type KeyPress } from './keys';
import { reasonOf, type Session } from './session';
import { cellIndex, redo, requestFocus, undo, type AppState } from './state';
import type { Store } from './store';
import { words } from './strings';

/** What a command works with; `now` in ms. */
interface Context {
  readonly store: Store;
  readonly api: Pick<TracebookApi, 'rerun' | 'cancel'>;
  readonly session: Pick<Session, 'flush'>;
  readonly now: number;
}

type Handler = (context: Context) => void | Promise<void>;

/** A command on the selected cell; without one it does nothing. */
function onSelected(change: (state: AppState, id: string, now: number) => AppState): Handler {
  return ({ store, now }) =>
    store.update((state) => (state.selected === null ? state : change(state, state.selected, now)));
}

function toKind(kind: CellKind): Handler {
  return onSelected((state, id, now) => setKind(state, id, kind, now));
}

function aboveId(state: AppState, id: string): string | null {
  return state.notebook.cells[cellIndex(state, id) - 1]?.id ?? null;
}

function kindOf(state: AppState, id: string): CellKind {
  return state.notebook.cells[cellIndex(state, id)]?.kind ?? 'markdown';
}

export const HANDLERS: Readonly<Partial<Record<CommandId, Handler>>> = {
  'edit.undo': ({ store }) => store.update(undo),
  'edit.redo': ({ store }) => store.update(redo),
  'cell.insertAbove': onSelected((state, id, now) =>
    insertCell(state, kindOf(state, id), aboveId(state, id), now),
  ),
  'cell.insertBelow': onSelected((state, id, now) => insertCell(state, kindOf(state, id), id, now)),
  'cell.delete': onSelected(deleteCell),
  'cell.moveUp': onSelected((state, id, now) => moveCell(state, id, -1, now)),
  'cell.moveDown': onSelected((state, id, now) => moveCell(state, id, 1, now)),
  'cell.toMarkdown': toKind('markdown'),
  'cell.toTopology': toKind('topology'),
  'cell.toEdit': toKind('edit'),
  'cell.toConsole': toKind('console'),
  'cell.toExpect': toKind('expect'),
  'cell.toScenario': toKind('scenario'),
  'cell.toPredict': toKind('predict'),
  'run.cell': ({ store, session }) => {
    session.flush();
    store.update((state) => (state.selected === null ? state : requestFocus(state, state.selected, 'cell')));
  },
  'run.advance': (context) => {
    context.session.flush();
    return onSelected(advance)(context);
  },
  'run.all': async ({ api, session }) => {
    session.flush();
    await api.rerun();
  },
  'run.cancel': ({ api }) => api.cancel(),
};

export type RunCommand = (id: CommandId) => void;

/** Runs a renderer-owned command by id; a failure is shown as a notice. */
export function commandRunner(
  store: Store,
  api: Context['api'],
  session: () => Context['session'],
): RunCommand {
  return (id) => {
    const handler = HANDLERS[id];
    if (handler === undefined) return;
    Promise.resolve(handler({ store, api, session: session(), now: performance.now() })).catch(
      (error: unknown) =>
        store.update((state) => ({ ...state, notice: words.notice.commandFailed(reasonOf(error)) })),
    );
  };
}

/** Keys that mean lines, not cells, while text is edited. */
const EDITORS_OWN: ReadonlySet<CommandId> = new Set(['cell.moveUp', 'cell.moveDown']);

/** The renderer-owned command a key press asks for, or null. */
export function commandForKey(event: KeyPress, editing: boolean, mac: boolean): CommandId | null {
  for (const { id, owner, key, alias = key } of COMMANDS) {
    if (owner !== 'renderer' || (editing && EDITORS_OWN.has(id))) continue;
    if ([key, alias].some((each) => each !== null && matchesAccelerator(each, event, mac))) return id;
  }
  return null;
}
