/**
 * What the page knows, as one value, and what can happen to it, as pure functions. Every change of the
 * notebook goes through `perform`, which also puts the operations into the outbox for main.
 */
import type { Inspected } from '../highlight/subject';
import { applyOperation } from '../../shared/document';
import type { CellOutput } from '../../shared/evaluation';
import type { DocumentSnapshot, DocumentState, PageView } from '../../shared/ipc';
import type { NetworkView } from '../../shared/network-view';
import type { Cell, Notebook, Operation } from '../../shared/notebook';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings';
import type { FindState } from './find';
import type { Presentation } from '../present/presentation';
import { extendHistory, operationsBetween, type HistoryStep } from './history';
import type { MapForm, MenuRequest } from './menus';
import { hiddenCells } from './outline';
import { staleAfter } from './stale';

/** A wish to put the keyboard somewhere; each new tick is a new wish. */
export interface FocusRequest {
  readonly cellId: string;
  readonly target: 'cell' | 'editor';
  readonly tick: number;
}

/** Cells to be marked for a moment, since something else than typing changed them. */
export interface Flash {
  readonly ids: ReadonlySet<string>;
  /** The one the page scrolls to; null where it stays, or goes where the keyboard goes. */
  readonly shown: string | null;
  readonly tick: number;
}

/** A word on what was done, with a way back. It goes by itself. */
export interface Toast {
  readonly text: string;
  /** Length of the undo history in which Undo takes back what is told of; null where nothing was done. */
  readonly step: number | null;
}

/** What lies over the page and has the keyboard until it is closed. */
export type Overlay = 'palette' | 'shortcuts' | 'settings' | 'history' | 'compare';

/** What is folded away, by cell id. A section goes by the cell with its heading. */
export interface Folds {
  readonly texts: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

export interface AppState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly document: DocumentState;
  readonly notebook: Notebook;
  /** By cell id. */
  readonly outputs: Readonly<Record<string, CellOutput>>;
  /** By networkKey; kept while the document is open, since outputs share them. */
  readonly networks: Readonly<Record<string, NetworkView>>;
  /** Cells whose output is older than their text or than a cell above that they depend on. */
  readonly stale: ReadonlySet<string>;
  readonly evaluation: 'idle' | 'running' | 'cancelled' | 'crashed';
  /** The cell being computed. */
  readonly current: string | null;
  /** Main's revision once everything sent so far is applied. */
  readonly revision: number;
  /** Operations not sent yet. */
  readonly outbox: readonly Operation[];
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
  readonly selected: string | null;
  /** Where the range of selected cells begins; it ends at `selected`. */
  readonly anchor: string | null;
  /** The cell whose editor has the keyboard. */
  readonly editing: string | null;
  readonly focus: FocusRequest | null;
  /** That of the document, or what went wrong in the window, worded when it is shown; null once it is dismissed. */
  readonly notice: 'document' | (() => string) | null;
  /** What a screen reader is told next, once. */
  readonly announcement: string;
  readonly flash: Flash;
  readonly toast: Toast | null;
  readonly overlay: Overlay | null;
  readonly menu: MenuRequest | null;
  readonly mapForm: MapForm | null;
  readonly find: FindState | null;
  readonly folds: Folds;
  readonly outline: boolean;
  readonly lineNumbers: boolean;
  /** Shows what students have to reveal: answers, hints, folded results. */
  readonly instructor: boolean;
  /** Null while the page is worked on. */
  readonly presentation: Presentation | null;
  readonly settings: Settings;
  /** Whether a screen reader reads the window: then nothing of the page may be left out. */
  readonly screenReader: boolean;
  /** How the window showed its document last time; taken up once, when the page is there. */
  readonly view: PageView | null;
  /** What the inspector shows; null while it is closed. */
  readonly inspected: Inspected | null;
}

/** The key of the network as a cell sees it: of its own output, else of the nearest cell above that has one. */
export function networkKeyAt(state: AppState, cellId: string): string | null {
  const index = cellIndex(state, cellId);
  const key = state.outputs[cellId]?.networkKey ?? null;
  return key !== null && state.networks[key] !== undefined ? key : keyAbove(state, index);
}

/** The network that the cells above this place leave; null where there is none yet. */
export function networkAbove(state: AppState, index: number): NetworkView | null {
  const key = keyAbove(state, index);
  return key === null ? null : (state.networks[key] ?? null);
}

function keyAbove({ notebook, outputs, networks }: AppState, place: number): string | null {
  for (let index = place - 1; index >= 0; index -= 1) {
    const output = outputs[notebook.cells[index]?.id ?? ''];
    const key = output?.networkKey ?? null;
    // The network of a scenario lies beside the one that cells below it see.
    if (key !== null && output?.kind !== 'scenario' && networks[key] !== undefined) return key;
  }
  return null;
}

export const INITIAL_STATE: AppState = {
  phase: 'loading',
  document: { path: null, name: '', dirty: false, notice: null, disk: 'same' },
  notebook: { head: '', formatVersion: 1, title: null, seed: 0, eol: '\n', cells: [], readOnly: false },
  outputs: {},
  networks: {},
  stale: new Set(),
  evaluation: 'idle',
  current: null,
  revision: 0,
  outbox: [],
  undo: [],
  redo: [],
  selected: null,
  anchor: null,
  editing: null,
  focus: null,
  notice: null,
  announcement: '',
  flash: { ids: new Set(), shown: null, tick: 0 },
  toast: null,
  overlay: null,
  menu: null,
  mapForm: null,
  find: null,
  folds: { texts: new Set(), outputs: new Set(), sections: new Set() },
  outline: false,
  lineNumbers: false,
  instructor: false,
  presentation: null,
  settings: DEFAULT_SETTINGS,
  screenReader: false,
  view: null,
  inspected: null,
};

export function cellIndex(state: AppState, id: string | null): number {
  return id === null ? -1 : state.notebook.cells.findIndex((cell) => cell.id === id);
}

/**
 * Takes over a document that main gives: at the start, after opening another, after a mismatch. Results that
 * are here already stay where they are of the same document: main sends each only once. Where the same file
 * comes anew, the cells that are new in it are marked, and the page stays where it is.
 */
export function load(state: AppState, snapshot: DocumentSnapshot): AppState {
  const { path, name, dirty, notice, disk, notebook, revision, view } = snapshot;
  const first = state.phase === 'loading';
  const same = !first && state.document.path === path;
  const { outputs, networks, evaluation, current } = first || same ? state : INITIAL_STATE;
  const { folds, find, lineNumbers, instructor, presentation, settings, screenReader, overlay } = same
    ? state
    : { ...INITIAL_STATE, ...kept(state) };
  const known = new Map(state.notebook.cells.map((cell) => [cell.id, cell]));
  const isNews = ({ id, kind, text }: Cell): boolean =>
    known.get(id)?.text !== text || known.get(id)?.kind !== kind;
  const news = same ? notebook.cells.filter(isNews).map((cell) => cell.id) : [];
  const selected = selectedAfter(state, notebook, same ? null : view);
  const next: AppState = {
    ...INITIAL_STATE,
    phase: 'ready',
    document: { path, name, dirty, notice, disk },
    notebook,
    revision,
    notice: notice === null ? null : 'document',
    outputs,
    networks,
    evaluation,
    current,
    selected,
    anchor: selected,
    stale: new Set([...waitingIn(notebook, outputs), ...(same ? staleOver(state, notebook) : [])]),
    folds,
    find,
    lineNumbers,
    instructor,
    presentation,
    settings,
    screenReader,
    overlay,
    outline: same || view === null ? state.outline : view.outline,
    view: same ? null : view,
    flash: { ids: new Set(news), shown: null, tick: state.flash.tick + 1 },
    undo: same ? historyOver(state, notebook) : [],
  };
  const { editing } = state;
  if (!same || editing === null || selected === null) return next;
  // Letters go on into a text: on a cell they would be commands.
  return cellIndex(next, editing) >= 0 ? { ...next, editing } : requestFocus(next, selected, 'editor');
}

/** The cells that have no output yet. */
function waitingIn({ cells }: Notebook, outputs: AppState['outputs']): readonly string[] {
  return cells.flatMap(({ id, kind }) => (kind !== 'markdown' && outputs[id] === undefined ? [id] : []));
}

/** The cells whose output is older than what a document that was read anew says. */
function staleOver(state: AppState, notebook: Notebook): readonly string[] {
  if (state.notebook.readOnly) return [];
  const changed = applyAll(state, operationsBetween(state.notebook.cells, notebook.cells)).state;
  return [...changed.stale];
}

/** The history of a document that was read anew: that, too, can be undone. */
function historyOver(state: AppState, notebook: Notebook): readonly HistoryStep[] {
  if (notebook.readOnly || state.notebook.readOnly) return [];
  const undo = operationsBetween(notebook.cells, state.notebook.cells);
  if (undo.length === 0) return state.undo;
  const redo = operationsBetween(state.notebook.cells, notebook.cells);
  return extendHistory(state.undo, { undo, redo, typed: null, at: 0 });
}

/** What belongs to the window rather than to the document in it. */
function kept({
  lineNumbers,
  instructor,
  settings,
  screenReader,
}: AppState): Pick<AppState, 'lineNumbers' | 'instructor' | 'settings' | 'screenReader'> {
  return { lineNumbers, instructor, settings, screenReader };
}

/** The cell selected before, else the one now at its place. */
function selectedAfter(state: AppState, notebook: Notebook, view: PageView | null): string | null {
  const { cells } = notebook;
  const wished = view?.selected ?? state.selected;
  if (cells.some((cell) => cell.id === wished)) return wished;
  const place = Math.max(0, Math.min(cellIndex(state, state.selected), cells.length - 1));
  return cells[place]?.id ?? null;
}

export function setDocument(state: AppState, document: DocumentState): AppState {
  // In another language it is the same notice, dismissed or not.
  const same = document.notice?.id === state.document.notice?.id;
  return { ...state, document, notice: same ? state.notice : document.notice === null ? null : 'document' };
}

interface Applied {
  readonly state: AppState;
  readonly inverses: readonly Operation[];
}

function applyAll(state: AppState, operations: readonly Operation[]): Applied {
  let notebook = state.notebook;
  let stale = state.stale;
  const inverses: Operation[] = [];
  for (const operation of operations) {
    const applied = applyOperation(notebook, operation);
    stale = staleAfter(stale, notebook, applied.notebook, operation);
    notebook = applied.notebook;
    inverses.unshift(applied.inverse);
  }
  const document = state.document.dirty ? state.document : { ...state.document, dirty: true };
  const outbox = operations.reduce(enqueue, state.outbox);
  return { state: { ...state, notebook, stale, document, outbox }, inverses };
}

/** A later text of the same cell replaces the one still waiting. */
function enqueue(outbox: readonly Operation[], operation: Operation): readonly Operation[] {
  const last = outbox.at(-1);
  const replaces = operation.type === 'set-text' && last?.type === 'set-text' && last.id === operation.id;
  return replaces ? [...outbox.slice(0, -1), operation] : [...outbox, operation];
}

/**
 * Changes the document by operations and remembers how to undo them. `at` is a time in ms: texts typed into
 * one cell without a pause become one step; `whole` keeps a change a step of its own.
 */
export function perform(
  state: AppState,
  operations: readonly Operation[],
  at: number,
  extent: 'typing' | 'whole' = 'typing',
): AppState {
  if (state.notebook.readOnly || operations.length === 0) return state;
  const applied = applyAll(state, operations);
  const step: HistoryStep = {
    undo: applied.inverses,
    redo: operations,
    typed: extent === 'whole' ? null : typedCell(operations),
    at,
  };
  const next = { ...applied.state, undo: extendHistory(state.undo, step), redo: [], toast: null };
  // A change of headings can put the cell one works on into a section that is folded.
  return next.selected === null ? next : openSections(next, [next.selected]);
}

function typedCell(operations: readonly Operation[]): string | null {
  const [only] = operations;
  if (operations.length !== 1 || only === undefined) return null;
  return only.type === 'set-text' || only.type === 'set-attributes' ? `${only.type} ${only.id}` : null;
}

export function undo(state: AppState): AppState {
  const step = state.undo.at(-1);
  if (step === undefined) return state;
  const applied = applyAll(state, step.undo);
  return reveal(
    { ...applied.state, undo: state.undo.slice(0, -1), redo: [...state.redo, step], toast: null },
    state.notebook,
    step.undo,
  );
}

export function redo(state: AppState): AppState {
  const step = state.redo.at(-1);
  if (step === undefined) return state;
  const applied = applyAll(state, step.redo);
  const done = { ...step, typed: null };
  return reveal(
    { ...applied.state, redo: state.redo.slice(0, -1), undo: [...state.undo, done], toast: null },
    state.notebook,
    step.redo,
  );
}

function touchedCell(operation: Operation): string {
  return operation.type === 'insert' ? operation.cell.id : operation.id;
}

/** Selects and marks what an undo or redo changed, so that it is seen; where it is gone, its neighbour. */
function reveal(state: AppState, before: Notebook, operations: readonly Operation[]): AppState {
  const touched = [...new Set(operations.map(touchedCell))];
  const there = touched.filter((id) => cellIndex(state, id) >= 0);
  // Whoever is at one of several stays there.
  const id = there.find((each) => each === state.selected) ?? there.at(-1);
  if (id !== undefined) {
    const flash = { ids: new Set(there), shown: null, tick: state.flash.tick + 1 };
    const shown = unfold({ ...state, flash }, there);
    // What is being typed in shows its change by its caret.
    if (state.editing === id) return requestFocus({ ...shown, selected: id, anchor: id }, id, 'editor');
    return selectCell(shown, id);
  }
  const index = before.cells.findIndex((cell) => cell.id === touched.at(-1));
  const neighbour = state.notebook.cells[Math.max(0, index - 1)] ?? null;
  return neighbour === null ? { ...state, selected: null, anchor: null } : selectCell(state, neighbour.id);
}

/** Takes away the folds that hide these cells and their texts. */
export function unfold(state: AppState, ids: readonly string[]): AppState {
  const texts = new Set([...state.folds.texts].filter((id) => !ids.includes(id)));
  return openSections({ ...state, folds: { ...state.folds, texts } }, ids);
}

/** Opens the folded sections that hide these cells. */
export function openSections(state: AppState, ids: readonly string[]): AppState {
  const { cells } = state.notebook;
  let { sections } = state.folds;
  for (;;) {
    // Within an open section another one may still be folded.
    const hidden = hiddenCells(cells, sections);
    const headings = new Set(ids.map((id) => hidden.get(id)));
    const open = new Set([...sections].filter((id) => !headings.has(id)));
    if (open.size === sections.size) break;
    sections = open;
  }
  return sections === state.folds.sections ? state : { ...state, folds: { ...state.folds, sections } };
}

/** A cell that is to have the keyboard is seen, and so is a text that is to have it. */
export function requestFocus(state: AppState, cellId: string, target: FocusRequest['target']): AppState {
  const shown = target === 'editor' ? unfold(state, [cellId]) : openSections(state, [cellId]);
  return { ...shown, focus: { cellId, target, tick: (state.focus?.tick ?? 0) + 1 } };
}

/** Selects one cell and moves the keyboard there. */
export function selectCell(state: AppState, id: string, target: FocusRequest['target'] = 'cell'): AppState {
  return requestFocus({ ...state, selected: id, anchor: id }, id, target);
}

/** The keyboard goes to the selected cell: what had it is gone. */
export function focusSelected(state: AppState): AppState {
  return state.selected === null ? state : requestFocus(state, state.selected, 'cell');
}

/** Takes the outbox for sending; main's revision counts operations. */
export function markSent(state: AppState): AppState {
  return { ...state, revision: state.revision + state.outbox.length, outbox: [] };
}
