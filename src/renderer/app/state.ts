/**
 * What the page knows, as one value, and what can happen to it, as pure functions. Every change of the
 * notebook goes through `perform`, which also puts the operations into the outbox for main.
 */
import { applyOperation } from '../../shared/document';
import type { CellOutput } from '../../shared/evaluation';
import type { DocumentSnapshot, DocumentState, EvaluationMessage } from '../../shared/ipc';
import type { NetworkView } from '../../shared/network-view';
import type { Cell, Notebook, Operation } from '../../shared/notebook';
import type { CellState } from '../../shared/strings/app';
import { extendHistory, type HistoryStep } from './history';
import { staleAfter } from './stale';

/** A wish to put the keyboard somewhere; each new tick is a new wish. */
export interface FocusRequest {
  readonly cellId: string;
  readonly target: 'cell' | 'editor';
  readonly tick: number;
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
  /** Main's revision once everything sent so far is applied. */
  readonly revision: number;
  /** Operations not sent yet. */
  readonly outbox: readonly Operation[];
  readonly undo: readonly HistoryStep[];
  readonly redo: readonly HistoryStep[];
  readonly selected: string | null;
  /** The cell whose editor has the keyboard. */
  readonly editing: string | null;
  readonly focus: FocusRequest | null;
  readonly notice: string | null;
  /** What a screen reader is told next, once. */
  readonly announcement: string;
}

export const INITIAL_STATE: AppState = {
  phase: 'loading',
  document: { path: null, name: '', dirty: false, notice: null },
  notebook: { head: '', formatVersion: 1, title: null, seed: 0, eol: '\n', cells: [], readOnly: false },
  outputs: {},
  networks: {},
  stale: new Set(),
  evaluation: 'idle',
  revision: 0,
  outbox: [],
  undo: [],
  redo: [],
  selected: null,
  editing: null,
  focus: null,
  notice: null,
  announcement: '',
};

export function cellIndex(state: AppState, id: string | null): number {
  return id === null ? -1 : state.notebook.cells.findIndex((cell) => cell.id === id);
}

/**
 * Takes over a document that main gives: at the start, after opening another, after a mismatch. Results that
 * are here already stay where they are of the same document: main sends each only once.
 */
export function load(state: AppState, snapshot: DocumentSnapshot): AppState {
  const { path, name, dirty, notice, notebook, revision } = snapshot;
  const same = state.phase === 'loading' || state.document.path === path;
  const { outputs, networks, evaluation } = same ? state : INITIAL_STATE;
  const waiting = notebook.cells.filter((cell) => cell.kind !== 'markdown' && outputs[cell.id] === undefined);
  const kept = notebook.cells.some((cell) => cell.id === state.selected) ? state.selected : null;
  return {
    ...INITIAL_STATE,
    phase: 'ready',
    document: { path, name, dirty, notice },
    notebook,
    revision,
    notice,
    outputs,
    networks,
    evaluation,
    selected: kept ?? notebook.cells[0]?.id ?? null,
    stale: new Set(waiting.map((cell) => cell.id)),
  };
}

export function setDocument(state: AppState, document: DocumentState): AppState {
  const notice = document.notice === state.document.notice ? state.notice : document.notice;
  return { ...state, document, notice };
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
 * one cell without a pause become one step.
 */
export function perform(state: AppState, operations: readonly Operation[], at: number): AppState {
  if (state.notebook.readOnly || operations.length === 0) return state;
  const applied = applyAll(state, operations);
  const step: HistoryStep = {
    undo: applied.inverses,
    redo: operations,
    typed: typedCell(operations),
    at,
  };
  return { ...applied.state, undo: extendHistory(state.undo, step), redo: [] };
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
    { ...applied.state, undo: state.undo.slice(0, -1), redo: [...state.redo, step] },
    state.notebook,
    step.undo,
  );
}

export function redo(state: AppState): AppState {
  const step = state.redo.at(-1);
  if (step === undefined) return state;
  const applied = applyAll(state, step.redo);
  return reveal(
    { ...applied.state, redo: state.redo.slice(0, -1), undo: [...state.undo, { ...step, typed: null }] },
    state.notebook,
    step.redo,
  );
}

/** Selects what an undo or redo changed, so that it is seen; where it is gone, its neighbour. */
function reveal(state: AppState, before: Notebook, operations: readonly Operation[]): AppState {
  const last = operations.at(-1);
  if (last === undefined) return state;
  const id = last.type === 'insert' ? last.cell.id : last.id;
  if (cellIndex(state, id) >= 0) {
    const target = state.editing === id ? 'editor' : 'cell';
    return requestFocus({ ...state, selected: id }, id, target);
  }
  const index = before.cells.findIndex((cell) => cell.id === id);
  const neighbour = state.notebook.cells[Math.max(0, index - 1)] ?? null;
  return neighbour === null ? { ...state, selected: null } : selectCell(state, neighbour.id);
}

export function requestFocus(state: AppState, cellId: string, target: FocusRequest['target']): AppState {
  return { ...state, focus: { cellId, target, tick: (state.focus?.tick ?? 0) + 1 } };
}

/** Selects a cell and moves the keyboard there. */
export function selectCell(state: AppState, id: string, target: FocusRequest['target'] = 'cell'): AppState {
  return requestFocus({ ...state, selected: id }, id, target);
}

/** Takes the outbox for sending; main's revision counts operations. */
export function markSent(state: AppState): AppState {
  return { ...state, revision: state.revision + state.outbox.length, outbox: [] };
}

export function receive(state: AppState, message: EvaluationMessage): AppState {
  const outputs = { ...state.outputs };
  for (const output of message.outputs) outputs[output.cellId] = output;
  const networks =
    Object.keys(message.networks).length === 0 ? state.networks : { ...state.networks, ...message.networks };
  const current = message.revision >= state.revision && state.outbox.length === 0;
  return {
    ...state,
    outputs,
    networks,
    stale: current ? freshened(state.stale, message) : state.stale,
    evaluation: evaluationAfter(message.phase),
    notice: message.phase === 'crashed' ? message.message : state.notice,
  };
}

function freshened(stale: ReadonlySet<string>, message: EvaluationMessage): ReadonlySet<string> {
  if (message.phase === 'finished') return new Set();
  if (message.outputs.length === 0) return stale;
  const arrived = new Set(message.outputs.map((output) => output.cellId));
  return new Set([...stale].filter((id) => !arrived.has(id)));
}

function evaluationAfter(phase: EvaluationMessage['phase']): AppState['evaluation'] {
  switch (phase) {
    case 'started':
    case 'partial':
      return 'running';
    case 'finished':
      return 'idle';
    case 'cancelled':
    case 'crashed':
      return phase;
  }
}

/** How a cell stands, for its label. */
export function cellState(state: AppState, cell: Cell): CellState {
  if (cell.kind === 'markdown') return 'fresh';
  if (state.stale.has(cell.id)) return state.evaluation === 'running' ? 'running' : 'stale';
  const output = state.outputs[cell.id];
  if (output === undefined || output.kind !== cell.kind) return 'empty';
  return output.status === 'fresh' && cell.text.trim() === '' ? 'empty' : output.status;
}

/** The network as a cell sees it: of its own output, else of the nearest cell above that has one. */
export function networkAt(state: AppState, cellId: string): NetworkView | null {
  const own = cellIndex(state, cellId);
  for (let index = own; index >= 0; index -= 1) {
    // The network of a scenario is not that of the cells below it.
    if (index !== own && state.notebook.cells[index]?.kind === 'scenario') continue;
    const key = state.outputs[state.notebook.cells[index]?.id ?? '']?.networkKey ?? null;
    const network = key === null ? undefined : state.networks[key];
    if (network !== undefined) return network;
  }
  return null;
}

/** Names of the scenarios that a cell may ask for: of the cells above it, down from the last topology. */
export function scenariosAt(state: AppState, cellId: string): readonly string[] {
  const above = state.notebook.cells.slice(0, Math.max(0, cellIndex(state, cellId)));
  const topology = above.findLastIndex(({ kind }) => kind === 'topology');
  return above.slice(topology + 1).flatMap(({ kind, attributes, text }) => {
    if (kind === 'console') return scenariosIn(text.split('\n'));
    const name = kind === 'scenario' ? attributes.trim().split(/\s+/)[0] : undefined;
    return name === undefined || name === '' ? [] : [name];
  });
}

/** Names of the scenarios that lines of a console cell name. */
export function scenariosIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^\s*[\w.-]+\s*>\s*scenario\s+([\w.-]+)/.exec(line)?.[1] ?? []);
}
