import { describe, expect, it } from 'vitest';
import { createCell } from '../../shared/document';
import type { CellOutput, ConsoleEntry } from '../../shared/evaluation';
import type { Cell, CellKind } from '../../shared/notebook';
import type { CommandResult, PairDifference } from '../../shared/results';
import { INITIAL_STATE, type AppState } from '../app/state';
import { back, forward, leave, present, shownOf, stepBy, toggleBlank, toFirst, toLast } from './presentation';
import { slidesOf, slideWith } from './slides';

function cellsOf(...given: readonly (readonly [CellKind, string])[]): Cell[] {
  const cells: Cell[] = [];
  for (const [kind, text] of given) cells.push(createCell(kind, text, cells));
  return cells;
}

/** The slides as text: title, and what stands on each. */
function shape(cells: readonly Cell[]): string[][] {
  return slidesOf(cells).map(({ title, parts }) => [
    title,
    ...parts.map((part) => (part.kind === 'prose' ? part.text.trim() : part.cell.kind)),
  ]);
}

describe('slides', () => {
  it('begin at headings of the first two levels and at thematic breaks', () => {
    const cells = cellsOf(
      ['markdown', 'Before.'],
      ['markdown', '# One\n\nText.\n\n## Two *fast*\n### Deeper'],
      ['console', 'a> ping b'],
      ['markdown', 'Still two.\n\n***\n\nThree.'],
      ['expect', 'a -> b reach'],
      ['markdown', 'Four\n===='],
    );
    expect(shape(cells)).toEqual([
      ['', 'Before.'],
      ['One', '# One\n\nText.'],
      ['Two fast', '## Two *fast*\n### Deeper', 'console', 'Still two.'],
      ['', 'Three.', 'expect'],
      ['Four', 'Four\n===='],
    ]);
  });

  it('are none of what is empty, and of nothing in a block of code', () => {
    expect(shape(cellsOf(['markdown', ''], ['console', ' ']))).toEqual([]);
    expect(shape(cellsOf(['markdown', '---\n\n# One\n\n---\n']))).toEqual([['One', '# One']]);
    expect(shape(cellsOf(['markdown', '# One\n```\n# no\n---\n```']))).toHaveLength(1);
  });

  it('keep what their links refer to', () => {
    const [, two] = shape(cellsOf(['markdown', '# One\n\n# Two [x]\n\n# Three\n\n[x]: https://example.com']));
    expect(two?.[1]).toContain('[x]: https://example.com');
  });

  it('are found by the cells on them', () => {
    const cells = cellsOf(['markdown', '# One'], ['markdown', '# Two'], ['console', 'a> ping b']);
    expect(slideWith(slidesOf(cells), cells[2]?.id ?? '')).toBe(1);
    expect(slideWith(slidesOf(cells), null)).toBe(0);
  });
});

const view = { cell: null, offset: 0, selected: null, outline: false };

function entry(line: number): ConsoleEntry {
  return { line, node: 'a', command: 'help', text: '', result: { kind: 'failure', message: 'no' } };
}

/** Two slides, the second with a console cell that has two answers. */
function lesson(): AppState {
  const cells = cellsOf(['markdown', '# One'], ['markdown', '# Two'], ['console', 'a> ping b\na> ping c']);
  const id = cells[2]?.id ?? '';
  const output: CellOutput = {
    cellId: id,
    kind: 'console',
    status: 'fresh',
    problems: [],
    networkKey: null,
    entries: [entry(1), entry(2)],
  };
  return {
    ...INITIAL_STATE,
    phase: 'ready',
    notebook: { ...INITIAL_STATE.notebook, cells },
    outputs: { [id]: output },
    selected: cells[0]?.id ?? null,
  };
}

/** Where a presentation is: slide, results shown. */
function place(state: AppState): readonly number[] {
  const { index, count } = shownOf(state);
  return [index, count];
}

/** A slide with the spreading of a prefix in three steps. */
function spreading(): AppState {
  const state = lesson();
  const id = state.notebook.cells[2]?.id ?? '';
  const event = {
    from: null,
    to: 'r1',
    protocol: null,
    outcome: 'origin',
    asPath: [],
    policies: [],
    reason: '',
  } as const;
  const result: CommandResult = {
    kind: 'announcements',
    prefix: '10.0.0.0/24',
    events: [0, 1, 2].map((step) => ({ ...event, step })),
    without: [],
    notes: [],
  };
  return withResult(state, id, result);
}

/** A slide with a comparison in which three pairs differ. */
function comparison(): AppState {
  const state = lesson();
  const way = {
    reached: true,
    hops: 1,
    rttMs: 1,
    disposition: 'ACCEPTED',
    lostAt: null,
    nodes: [],
    links: [],
    back: [],
    backLinks: [],
  } as const;
  const pair: PairDifference = {
    from: 'a',
    to: 'b',
    change: 'changed',
    before: way,
    after: way,
    parting: null,
    text: '',
  };
  const result: CommandResult = {
    kind: 'compare',
    before: 'base',
    after: 'other',
    hosts: [],
    pairs: 3,
    reaching: { before: 3, after: 3 },
    differences: [pair, pair, pair],
    onlyBefore: [],
    onlyAfter: [],
    hostsLeftOut: 0,
    down: { nodes: [], links: [] },
  };
  return withResult(state, state.notebook.cells[2]?.id ?? '', result);
}

function withResult(state: AppState, id: string, result: CommandResult): AppState {
  const output = state.outputs[id];
  if (output?.kind !== 'console') throw new Error('no console cell');
  return { ...state, outputs: { [id]: { ...output, entries: [{ ...entry(1), result }] } } };
}

/** The steps that one after another press shows, down and back up. */
function stepsSeen(state: AppState): readonly (number | null | undefined)[] {
  let at = forward(forward(present(state, view)));
  return [1, 1, 1, 1, -1, -1, -1].map((by) => {
    at = stepBy(by === 1 ? 1 : -1)(at);
    return at.presentation?.step;
  });
}

describe('a presentation', () => {
  it('goes through results and slides, forward and back, and stays at its ends', () => {
    let state = present(lesson(), view);
    const seen = [place(state)];
    for (const step of [forward, forward, forward, forward, back, back, back, back, toLast, back, toFirst]) {
      state = step(state);
      seen.push(place(state));
    }
    const texts = seen.map((at) => at.join('.')).join(' ');
    expect(texts).toBe('0.0 1.0 1.1 1.2 1.2 1.1 1.0 0.0 0.0 1.0 0.0 0.0');
  });

  it('begins at the selected cell and ends where the page was', () => {
    const before = lesson();
    const selected = before.notebook.cells[2]?.id ?? '';
    const begun = present({ ...before, selected }, { ...view, offset: 7 });
    expect(place(begun)).toEqual([1, 0]);
    const ended = leave(forward(begun));
    expect(ended).toMatchObject({ presentation: null, selected, view: { offset: 7 } });
    expect(ended.focus).toMatchObject({ cellId: selected, target: 'cell' });
  });

  it('shows all results to an instructor', () => {
    const state = forward(present({ ...lesson(), instructor: true }, view));
    expect(place(state)).toEqual([1, 2]);
    expect(place(back(state))).toEqual([0, 0]);
  });

  it('comes back from a black screen before anything else happens', () => {
    const black = toggleBlank(present(lesson(), view));
    expect(black.presentation?.blank).toBe(true);
    expect(place(forward(black))).toEqual([0, 0]);
    expect(forward(black).presentation?.blank).toBe(false);
  });

  it('goes through the steps of a spreading, from its first one, and back to all of it', () => {
    expect(stepsSeen(spreading())).toEqual([0, 1, 2, 2, 1, 0, null]);
  });

  it('goes on from the first pair of a comparison, which is shown at once', () => {
    expect(stepsSeen(comparison())).toEqual([1, 2, 2, 2, 1, null, null]);
  });

  it('has no steps where nothing shown has any', () => {
    const state = present(lesson(), view);
    expect(stepBy(1)(state)).toBe(state);
  });

  it('is nothing outside of it', () => {
    const state = lesson();
    for (const step of [forward, back, toFirst, toLast, toggleBlank, leave, stepBy(1)])
      expect(step(state)).toBe(state);
  });
});
