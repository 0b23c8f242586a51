import { describe, expect, it } from 'vitest';
import type { CellOutput } from '../../shared/evaluation';
import type { DocumentSnapshot, EvaluationMessage } from '../../shared/ipc';
import type { Cell, CellKind } from '../../shared/notebook';
import { deleteCell, insertCell, moveCells, setAttributes, setKind, setText } from './actions';
import { cellState, networkAt, receive, scenariosAt } from './results';
import { INITIAL_STATE, load, markSent, redo, setDocument, undo, type AppState } from './state';
import { summarize } from './summary';

function cell(id: string, kind: CellKind, text = ''): Cell {
  return { id, kind, text, attributes: '', origin: null };
}

function snapshot(cells: readonly Cell[], readOnly = false): DocumentSnapshot {
  const notebook = { ...INITIAL_STATE.notebook, cells, readOnly };
  return {
    path: '/a.md',
    name: 'a.md',
    dirty: false,
    revision: 4,
    notebook,
    notice: null,
    disk: 'same',
    view: null,
  };
}

const CELLS = [
  cell('m', 'markdown', '# Title'),
  cell('t', 'topology', 'routers: {}'),
  cell('c', 'console', 'a> ping b'),
  cell('e', 'edit', 'shutdown a'),
  cell('d', 'console', 'a> ping b'),
];

function output(cellId: string, networkKey: string | null = 'n'): CellOutput {
  return { cellId, kind: 'console', status: 'fresh', problems: [], networkKey, entries: [] };
}

function message(over: Partial<EvaluationMessage>): EvaluationMessage {
  return { revision: 4, phase: 'finished', current: null, outputs: [], networks: {}, message: null, ...over };
}

/** Loaded, with everything computed. */
function ready(): AppState {
  return receive(load(INITIAL_STATE, snapshot(CELLS)), message({ outputs: [output('c'), output('d')] }));
}

function told(id: number, text: string, from: AppState): AppState {
  return setDocument(from, { ...from.document, notice: { id, text } });
}

describe('a notice', () => {
  it('that was dismissed stays so in another language, and gives way to a new one', () => {
    const shown = told(1, 'Read again.', ready());
    expect(shown.notice).toBe('document');
    const dismissed = told(1, '再読み込みしました。', { ...shown, notice: null });
    expect(dismissed).toMatchObject({ notice: null, document: { notice: { text: '再読み込みしました。' } } });
    expect(told(2, 'Not saved.', dismissed).notice).toBe('document');
  });

  it('of the window stays until the document has another', () => {
    const own = { ...ready(), notice: () => 'That failed.' };
    expect(setDocument(own, { ...own.document, dirty: true }).notice).toBe(own.notice);
    expect(told(1, 'Not saved.', own).notice).toBe('document');
  });
});

describe('what becomes stale', () => {
  it('is only the cell itself where the network stays', () => {
    expect([...setText(ready(), 'c', 'a> ping c', 0).stale]).toEqual(['c']);
  });

  it('is every computed cell from a changed network on', () => {
    expect([...setText(ready(), 'e', '', 0).stale]).toEqual(['e', 'd']);
    expect([...deleteCell(ready(), 't', 0).stale]).toEqual(['c', 'e', 'd']);
    expect([...moveCells(ready(), ['e'], 't', 0).stale]).toEqual(['e', 'c', 'd']);
    expect([...setKind(ready(), 'e', 'markdown', 0).stale]).toEqual(['d']);
  });

  it('never is prose', () => {
    expect(setText(ready(), 'm', 'other', 0).stale.size).toBe(0);
  });
});

describe('undo', () => {
  it('takes back every change and redoes it', () => {
    const changed = setKind(moveCells(setText(ready(), 'c', 'x', 0), ['c'], 'e', 1), 'c', 'expect', 2);
    const back = undo(undo(undo(changed)));
    expect(back.notebook.cells).toEqual(CELLS);
    expect(redo(redo(redo(back))).notebook.cells).toEqual(changed.notebook.cells);
  });

  it('takes typing without a pause as one step', () => {
    const typed = setText(setText(setText(ready(), 'c', 'a', 0), 'c', 'ab', 100), 'c', 'abc', 1000);
    expect(typed.undo).toHaveLength(2);
    expect(undo(typed).notebook.cells[2]?.text).toBe('ab');
    expect(undo(undo(typed)).notebook.cells).toEqual(CELLS);
  });

  it('does not join typing before an undo with typing after it', () => {
    const again = redo(undo(setText(ready(), 'c', 'a', 0)));
    expect(setText(again, 'c', 'ab', 10).undo).toHaveLength(2);
  });

  it('selects what it changed', () => {
    expect(undo(deleteCell(ready(), 't', 0)).selected).toBe('t');
    expect(undo(insertCell(ready(), 'edit', 'c', 0)).selected).toBe('c');
  });

  it('has nothing to do at the ends', () => {
    const state = ready();
    expect(undo(state)).toBe(state);
    expect(redo(state)).toBe(state);
  });
});

describe('the outbox', () => {
  it('keeps only the last text of a cell', () => {
    const typed = setText(setText(ready(), 'c', 'a', 0), 'c', 'ab', 900);
    expect(typed.outbox).toEqual([{ type: 'set-text', id: 'c', text: 'ab' }]);
  });

  it('counts the revision by operations', () => {
    const sent = markSent(moveCells(setText(ready(), 'c', 'a', 0), ['c'], 'e', 0));
    expect(sent.revision).toBe(6);
    expect(sent.outbox).toEqual([]);
  });

  it('stays empty for a read-only notebook', () => {
    const locked = load(INITIAL_STATE, snapshot(CELLS, true));
    expect(setText(locked, 'c', 'x', 0)).toBe(locked);
    expect(insertCell(locked, 'edit', null, 0)).toBe(locked);
  });
});

describe('results', () => {
  it('of an older revision leave a cell stale', () => {
    const sent = markSent(setText(ready(), 'c', 'x', 0));
    expect(receive(sent, message({ revision: 4, outputs: [output('c')] })).stale.has('c')).toBe(true);
    expect(receive(sent, message({ revision: 5, outputs: [output('c')] })).stale.has('c')).toBe(false);
  });

  it('leave a cell stale while its newest text is not sent', () => {
    const typing = setText(ready(), 'c', 'x', 0);
    expect(receive(typing, message({ revision: 9, outputs: [output('c')] })).stale.has('c')).toBe(true);
  });

  it('in part make fresh only what they bring', () => {
    const sent = markSent(setText(ready(), 'e', '', 0));
    const partly = receive(sent, message({ revision: 5, phase: 'partial', outputs: [output('d')] }));
    expect([...partly.stale]).toEqual(['e']);
    expect(partly.evaluation).toBe('running');
  });

  it('that came before the document are kept', () => {
    const early = receive(INITIAL_STATE, message({ outputs: [output('c')] }));
    expect(load(early, snapshot(CELLS)).stale).toEqual(new Set(['t', 'e', 'd']));
  });

  it('of another document are dropped', () => {
    const other = { ...snapshot(CELLS), path: '/b.md' };
    expect(load(ready(), other).outputs).toEqual({});
  });
});

describe('cellState', () => {
  const watched = cell('c', 'console');

  it('tells stale from running', () => {
    const sent = markSent(setText(ready(), 'c', 'x', 0));
    expect(cellState(sent, watched)).toBe('stale');
    const started = receive(sent, message({ revision: 5, phase: 'started', current: 'c' }));
    expect(cellState(started, watched)).toBe('running');
  });

  it('tells queued from running, and what is done though nothing changed', () => {
    const sent = markSent(setText(ready(), 't', 'x', 0));
    const started = receive(sent, message({ revision: 5, phase: 'started', current: 't' }));
    const written = { ...watched, text: 'a> ping b' };
    expect(cellState(started, written)).toBe('queued');
    const further = receive(started, message({ revision: 5, phase: 'partial', current: 'e' }));
    expect(cellState(further, written)).toBe('fresh');
    expect(cellState(further, cell('e', 'edit'))).toBe('running');
    expect(cellState(further, cell('d', 'console'))).toBe('queued');
    const stopped = receive(further, message({ revision: 5, phase: 'cancelled' }));
    expect(cellState(stopped, cell('d', 'console'))).toBe('stale');
  });

  it('calls a cell without text empty, not fresh', () => {
    const done = receive(ready(), message({ outputs: [output('c')], phase: 'finished' }));
    expect(cellState(done, watched)).toBe('empty');
    expect(cellState(done, { ...watched, text: 'a> help' })).toBe('fresh');
  });

  it('does not take the output of another kind', () => {
    const state = { ...ready(), stale: new Set<string>() };
    expect(cellState(state, cell('c', 'expect'))).toBe('empty');
  });
});

it('finds the network of the nearest cell above', () => {
  const network = { nodes: [], links: [], areas: [] };
  const state = receive(
    load(INITIAL_STATE, snapshot(CELLS)),
    message({ outputs: [output('t', 'n'), output('c', null)], networks: { n: network } }),
  );
  expect(networkAt(state, 'c')).toBe(network);
  expect(networkAt(state, 'm')).toBeNull();
});

describe('scenarios', () => {
  const named = [
    { ...cell('t', 'topology', 'routers: {}'), attributes: '' },
    { ...cell('s', 'scenario', 'shutdown a'), attributes: 'cut from base' },
    cell('c', 'console', 'a> scenario two from cut { shutdown b }\na> compare base two'),
    cell('d', 'console', 'a> ping b'),
  ];
  const opened = receive(
    load(INITIAL_STATE, snapshot(named)),
    message({
      outputs: [
        { cellId: 't', kind: 'topology', status: 'fresh', problems: [], networkKey: 'whole' },
        {
          cellId: 's',
          kind: 'scenario',
          status: 'fresh',
          problems: [],
          networkKey: 'cut',
          name: 'cut',
          from: 'base',
          edits: [],
        },
      ],
      networks: { whole: { nodes: [], links: [], areas: [] }, cut: { nodes: [], links: [], areas: [] } },
    }),
  );

  it('are known below, down from the last topology', () => {
    expect(scenariosAt(opened, 's')).toEqual([]);
    expect(scenariosAt(opened, 'd')).toEqual(['cut', 'two']);
    expect(scenariosAt(insertCell(opened, 'topology', 'c', 0), 'd')).toEqual([]);
  });

  it('do not lend their network to the cells below', () => {
    const state = opened;
    expect(networkAt(state, 'd')).toBe(state.networks['whole']);
    expect(networkAt(state, 's')).toBe(state.networks['cut']);
  });

  it('make stale what may compare them, and are renamed in one step while typed', () => {
    const once = setAttributes(opened, 's', 'c', 0);
    const twice = setAttributes(once, 's', 'cu', 100);
    expect([...twice.stale]).toEqual(['s', 'c', 'd']);
    expect(undo(twice).notebook.cells[1]?.attributes).toBe('cut from base');
  });
});

describe('the summary', () => {
  it('calls no result fresh where there is none', () => {
    const prose = receive(load(INITIAL_STATE, snapshot([cell('m', 'markdown', '# Title')])), message({}));
    expect(summarize(INITIAL_STATE).kind).toBe('empty');
    expect(summarize(prose).kind).toBe('empty');
    expect(summarize(ready()).kind).toBe('fresh');
  });
});

const typed = (): AppState => setText(ready(), 'd', 'typed', 0);
const writing = (id: string): AppState => ({ ...ready(), selected: id, anchor: id, editing: id });

describe('a document that is read again', () => {
  const theirs = CELLS.map((each) => (each.id === 'c' ? cell('c2', 'console', 'a> ping c') : each));

  it('goes back to what it was by an undo, and on to what was done before', () => {
    const again = load(typed(), snapshot(theirs));
    const back = undo(again);
    expect(back.notebook.cells).toEqual(typed().notebook.cells);
    expect(back.document.dirty).toBe(true);
    expect(undo(back).notebook.cells).toEqual(CELLS);
    expect(redo(redo(undo(back))).notebook.cells).toEqual(theirs);
    expect(load(ready(), snapshot(CELLS)).undo).toEqual([]);
    expect(load(typed(), snapshot(theirs, true)).undo).toEqual([]);
    expect(load(typed(), { ...snapshot(theirs), path: '/other.md' }).undo).toEqual([]);
  });

  it('leaves the keyboard in a text where it was in one', () => {
    const gone = load(writing('c'), snapshot(theirs));
    expect(gone.focus).toMatchObject({ cellId: 'c2', target: 'editor' });
    const there = load(writing('d'), snapshot(theirs));
    expect([there.editing, there.focus]).toEqual(['d', null]);
    expect(load({ ...writing('c'), editing: null }, snapshot(theirs)).focus).toBeNull();
  });
});

it('an undo of many cells stays at the one that is selected, if it is one of them', () => {
  const many = setText(setText(ready(), 'c', 'x', 0), 'd', 'x', 10_000);
  const [first, second] = many.undo;
  const step = { undo: [...(second?.undo ?? []), ...(first?.undo ?? [])], redo: [], typed: null, at: 0 };
  const at = (selected: string): AppState => ({ ...many, undo: [step], selected, anchor: selected });
  expect(undo(at('d')).selected).toBe('d');
  expect(undo(at('m')).selected).toBe('c');
});
