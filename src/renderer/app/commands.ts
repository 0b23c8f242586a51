/** The renderer's half of the command table: keys, native menu, palette and buttons all end here. */
import type { CommandId } from '../../shared/commands';
import type { TracebookApi } from '../../shared/ipc';
import type { CellKind } from '../../shared/notebook';
import {
  advance,
  deleteSelected,
  insertBeside,
  insertCell,
  mergeSelected,
  moveSection,
  moveSelected,
  pasteCells,
  setKinds,
  splitCell,
} from './actions';
import { PRESENT_HANDLERS } from '../present/handlers';
import { closeFind, openFind, step } from './find';
import { foldSection, toggleOutputs, toggleTexts, unfoldSection } from './folding';
import { markdownOf } from './markdown';
import {
  extendSelection,
  extendToEnd,
  selectAll,
  selectedIds,
  selectEnd,
  selectNeighbour,
} from './selection';
import { reasonOf, type Session } from './session';
import { type AppState, cellIndex, focusSelected, type Overlay, redo, requestFocus, undo } from './state';
import type { Store } from './store';
import { words } from './strings';

/** Where the caret stands, while a text has it. */
export interface Caret {
  readonly cellId: string;
  readonly offset: number;
}

/** What a command works with; `now` in ms. */
interface Context {
  readonly store: Store;
  readonly api: Pick<
    TracebookApi,
    'rerun' | 'cancel' | 'command' | 'copyCells' | 'clipboardCells' | 'copyText'
  >;
  readonly session: Pick<Session, 'flush'>;
  readonly caret: () => Caret | null;
  readonly now: number;
}

export type Handler = (context: Context) => void | Promise<void>;

/** A command that is a change of what the page knows. */
function change(next: (state: AppState, now: number) => AppState): Handler {
  return ({ store, now }) => store.update((state) => next(state, now));
}

/** A command on the selected cell; without one it does nothing. */
function onSelected(next: (state: AppState, id: string, now: number) => AppState): Handler {
  return change((state, now) => (state.selected === null ? state : next(state, state.selected, now)));
}

function toKind(kind: CellKind): Handler {
  return change((state, now) => setKinds(state, selectedIds(state), kind, now));
}

/** Shows what lies over the page; the same command again takes it away. */
function overlay(which: Overlay): Handler {
  return change((state) => ({ ...state, menu: null, overlay: state.overlay === which ? null : which }));
}

async function copyCells({ store, api }: Context): Promise<void> {
  const state = store.get();
  const ids = selectedIds(state);
  const cells = state.notebook.cells.filter((cell) => ids.includes(cell.id));
  await api.copyCells(cells.map(({ kind, text, attributes }) => ({ kind, text, attributes })));
  store.update((now) => ({ ...now, announcement: words.editing.copied(cells.length) }));
}

async function copyMarkdown({ store, api }: Context): Promise<void> {
  const state = store.get();
  const ids = selectedIds(state);
  const cells = state.notebook.cells.filter((cell) => ids.includes(cell.id));
  await api.copyText(cells.map((cell) => markdownOf(cell, state.outputs[cell.id])).join('\n'));
  store.update((now) => ({ ...now, announcement: words.editing.copied(cells.length) }));
}

function paste(side: 'above' | 'below'): Handler {
  return async ({ store, api, now }) => {
    const contents = await api.clipboardCells();
    store.update((state) => {
      const ids = selectedIds(state);
      const above = state.notebook.cells[cellIndex(state, ids[0] ?? null) - 1]?.id ?? null;
      return pasteCells(state, contents, side === 'above' ? above : (ids.at(-1) ?? null), now);
    });
  };
}

/** The renderer's commands, each with what it does. */
export const HANDLERS: Readonly<Partial<Record<CommandId, Handler>>> = {
  'file.compare': overlay('compare'),
  'file.history': overlay('history'),
  'file.settings': overlay('settings'),

  'edit.undo': change(undo),
  'edit.redo': change(redo),
  'edit.cutCells': async (context) => {
    await copyCells(context);
    context.store.update((state) => deleteSelected(state, context.now));
  },
  'edit.copyCells': copyCells,
  'edit.copyMarkdown': copyMarkdown,
  'edit.pasteBelow': paste('below'),
  'edit.pasteAbove': paste('above'),
  'edit.selectAllCells': change(selectAll),
  'edit.find': change((state) => openFind(state, false)),
  'edit.replace': change((state) => openFind(state, true)),
  'edit.findNext': change((state) => step(state, 1)),
  'edit.findPrevious': change((state) => step(state, -1)),

  'cell.insertAbove': change((state, now) => insertBeside(state, 'above', now)),
  'cell.insertBelow': change((state, now) => insertBeside(state, 'below', now)),
  'cell.delete': change(deleteSelected),
  'cell.split': ({ store, caret, now }) => {
    const at = caret();
    if (at !== null) store.update((state) => splitCell(state, at.cellId, at.offset, now));
  },
  'cell.merge': change(mergeSelected),
  'cell.edit': onSelected((state, id) => requestFocus({ ...state, anchor: id }, id, 'editor')),
  'cell.selectPrevious': change((state) => selectNeighbour(state, -1)),
  'cell.selectNext': change((state) => selectNeighbour(state, 1)),
  'cell.extendUp': change((state) => extendSelection(state, -1)),
  'cell.extendDown': change((state) => extendSelection(state, 1)),
  'cell.extendToFirst': change((state) => extendToEnd(state, 'first')),
  'cell.extendToLast': change((state) => extendToEnd(state, 'last')),
  'cell.selectFirst': change((state) => selectEnd(state, 'first')),
  'cell.selectLast': change((state) => selectEnd(state, 'last')),
  'cell.moveUp': change((state, now) => moveSelected(state, -1, now)),
  'cell.moveDown': change((state, now) => moveSelected(state, 1, now)),
  'cell.moveSectionUp': change((state, now) => moveSection(state, -1, now)),
  'cell.moveSectionDown': change((state, now) => moveSection(state, 1, now)),
  'cell.toMarkdown': toKind('markdown'),
  'cell.toTopology': toKind('topology'),
  'cell.toEdit': toKind('edit'),
  'cell.toConsole': toKind('console'),
  'cell.toExpect': toKind('expect'),
  'cell.toScenario': toKind('scenario'),
  'cell.toPredict': toKind('predict'),
  'cell.foldOutput': change(toggleOutputs),
  'cell.foldText': change(toggleTexts),
  'cell.foldSection': change(foldSection),
  'cell.unfoldSection': change(unfoldSection),

  'cell.toObserved': toKind('observed'),
  'run.cell': ({ store, session }) => {
    void session.flush();
    store.update(focusSelected);
  },
  'run.advance': (context) => {
    void context.session.flush();
    return onSelected(advance)(context);
  },
  'run.insert': (context) => {
    void context.session.flush();
    return onSelected((state, id, now) =>
      insertCell(state, state.notebook.cells[cellIndex(state, id)]?.kind ?? 'markdown', id, now),
    )(context);
  },
  'run.all': async ({ session, api }) => {
    await session.flush();
    await api.rerun();
  },
  'run.cancel': ({ api }) => api.cancel(),

  'view.palette': overlay('palette'),
  'view.outline': change((state) => ({ ...state, outline: !state.outline })),
  'view.lineNumbers': change((state) => ({ ...state, lineNumbers: !state.lineNumbers })),
  'help.shortcuts': overlay('shortcuts'),
  ...PRESENT_HANDLERS,
};

export type RunCommand = (id: CommandId) => void;

/** Runs a command of either process by id; a failure is shown as a notice. */
export function commandRunner(
  store: Store,
  api: Context['api'],
  session: () => Context['session'],
  caret: Context['caret'],
): RunCommand {
  return (id) => {
    const handler = HANDLERS[id] ?? ((context) => context.api.command(id));
    // A command that fails at once fails as one that fails later.
    const running = async (): Promise<void> =>
      handler({ store, api, session: session(), caret, now: performance.now() });
    running().catch((error: unknown) =>
      store.update((state) => ({ ...state, notice: () => words.notice.commandFailed(reasonOf(error)) })),
    );
  };
}

/** What Escape means on the page: the nearest thing that is open closes. */
export function escape(state: AppState): AppState {
  if (state.presentation !== null) return state;
  if (state.menu !== null) return { ...state, menu: null };
  if (state.find !== null) return closeFind(state);
  if (state.inspected !== null) return { ...state, inspected: null };
  if (state.toast !== null) return { ...state, toast: null };
  return state.anchor === state.selected ? state : { ...state, anchor: state.selected };
}
