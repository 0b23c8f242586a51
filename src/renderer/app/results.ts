/** Results as they arrive, and how a cell stands with those that are here. */
import type { EvaluationMessage } from '../../shared/ipc';
import type { NetworkView } from '../../shared/network-view';
import type { Cell } from '../../shared/notebook';
import type { CellState } from '../../shared/strings/app';
import { cellIndex, type AppState } from './state';

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
    stale: current ? freshened(state, message) : state.stale,
    evaluation: evaluationAfter(message.phase),
    current: message.current,
    notice: message.phase === 'crashed' ? () => message.message ?? '' : state.notice,
  };
}

/** Cells are computed from top to bottom: those above the one being computed are done, changed or not. */
function freshened(state: AppState, message: EvaluationMessage): ReadonlySet<string> {
  const { stale, notebook } = state;
  if (message.phase === 'finished') return new Set();
  const done = new Set(message.outputs.map((output) => output.cellId));
  const at = cellIndex(state, message.current);
  for (const cell of notebook.cells.slice(0, Math.max(0, at))) done.add(cell.id);
  return done.size === 0 ? stale : new Set([...stale].filter((id) => !done.has(id)));
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
  if (state.evaluation === 'running' && state.current === cell.id) return 'running';
  if (state.stale.has(cell.id)) return state.evaluation === 'running' ? 'queued' : 'stale';
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

/** Names of the observed cells above a cell. */
export function observedAt(state: AppState, cellId: string): readonly string[] {
  const above = state.notebook.cells.slice(0, Math.max(0, cellIndex(state, cellId)));
  return above.flatMap(({ kind, attributes }) => {
    const [name = ''] = kind === 'observed' ? attributes.trim().split(/\s+/) : [];
    return name === '' || name === 'from' || name === 'to' ? [] : [name];
  });
}

/** Names of the scenarios that lines of a console cell name. */
export function scenariosIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^\s*[\w.-]+\s*>\s*scenario\s+([\w.-]+)/.exec(line)?.[1] ?? []);
}
