import { describe, expect, it } from 'vitest';
import type { Cell } from '../../shared/notebook';
import {
  changeQuery,
  findMatches,
  isTooSlow,
  matchesOf,
  openFind,
  patternOf,
  prove,
  replaceAll,
  replaceNext,
  setReplacement,
  step,
  tooSlow,
  trialOf,
  type FindQuery,
} from './find';
import { INITIAL_STATE, undo, type AppState } from './state';

function cell(id: string, text: string): Cell {
  return { id, kind: 'console', text, attributes: '', origin: null };
}

const CELLS = [cell('a', 'alice> ping bob\nAlice'), cell('b', 'nothing'), cell('c', 'bob and alice, alice')];
const literal: FindQuery = { text: 'alice', regex: false, matchCase: false };

function opened(query: Partial<FindQuery> = {}, cells = CELLS, selected = 'a'): AppState {
  const notebook = { ...INITIAL_STATE.notebook, cells };
  return changeQuery(openFind({ ...INITIAL_STATE, notebook, selected, anchor: selected }, true), {
    ...literal,
    ...query,
  });
}

/** The state once a regular expression was tried and found quick. */
function proved(state: AppState): AppState {
  const trial = trialOf(state);
  return trial === null ? state : prove(state, trial);
}

const texts = (state: AppState): string[] => state.notebook.cells.map(({ text }) => text);

function places(query: Partial<FindQuery>): string[] {
  return findMatches(CELLS, { ...literal, ...query }).map(
    ({ cellId, start, end }) => `${cellId} ${start}-${end}`,
  );
}

describe('matches', () => {
  it('stand in the order of the notebook', () => {
    expect(places({})).toEqual(['a 0-5', 'a 16-21', 'c 8-13', 'c 15-20']);
    expect(places({ matchCase: true })).toEqual(['a 0-5', 'c 8-13', 'c 15-20']);
  });

  it('of plain words take signs for what they are', () => {
    expect(findMatches([cell('x', 'a.c abc (a|b)')], { ...literal, text: 'a.c' })).toHaveLength(1);
    expect(findMatches([cell('x', '(a|b)')], { ...literal, text: '(a|b)' })).toHaveLength(1);
  });

  it('of regular expressions may begin and end lines, and be places alone', () => {
    expect(places({ text: '^a\\w+', regex: true })).toEqual(['a 0-5', 'a 16-21']);
    expect(places({ text: '^', regex: true })).toEqual(['a 0-0', 'a 16-16', 'b 0-0', 'c 0-0']);
    expect(places({ text: '(?=bob)', regex: true })).toEqual(['a 12-12', 'c 0-0']);
    expect(places({ text: '(', regex: true })).toEqual([]);
    expect(patternOf({ ...literal, text: '(', regex: true })).toBeInstanceOf(SyntaxError);
  });
});

describe('going through matches', () => {
  it('begins at the selected cell, goes around, and selects', () => {
    const from = opened({}, CELLS, 'b');
    expect(from.find?.current).toEqual({ cellId: 'c', start: 8, end: 13 });
    expect(from.selected).toBe('c');
    const around = step(step(from, 1), 1);
    expect(around.find?.current).toEqual({ cellId: 'a', start: 0, end: 5 });
    expect(step(around, -1).find?.current).toEqual({ cellId: 'c', start: 15, end: 20 });
  });

  it('has nowhere to go without a match', () => {
    expect(step(opened({ text: 'zzz' }), 1).find?.current).toBeNull();
  });
});

describe('replacing', () => {
  it('all is one step of undo', () => {
    const replaced = replaceAll(setReplacement(opened(), 'carol'), 0);
    expect(texts(replaced)).toEqual(['carol> ping bob\ncarol', 'nothing', 'bob and carol, carol']);
    expect(replaced.undo).toHaveLength(1);
    expect(undo(replaced).notebook.cells).toEqual(CELLS);
  });

  it('one goes on to the next, also where the new text matches again', () => {
    let state = setReplacement(opened({ text: 'bob' }), 'bobby');
    state = replaceNext(state, 0);
    expect(texts(state)[0]).toBe('alice> ping bobby\nAlice');
    expect(state.find?.current).toEqual({ cellId: 'c', start: 0, end: 3 });
    state = replaceNext(state, 0);
    expect(texts(state)[2]).toBe('bobby and alice, alice');
  });

  it('takes groups of a regular expression, and signs of plain words as they are', () => {
    const grouped = proved(opened({ text: '(\\w+)> (\\w+)', regex: true }));
    expect(texts(replaceAll(setReplacement(grouped, '$2 by $1 $$ $&'), 0))[0]).toBe(
      'ping by alice $ alice> ping bob\nAlice',
    );
    expect(texts(replaceAll(setReplacement(opened({ text: 'nothing' }), '$1'), 0))[1]).toBe('$1');
  });

  it('writes at places, all of them or one after another', () => {
    const lines = setReplacement(proved(opened({ text: '^', regex: true })), '# ');
    const all = ['# alice> ping bob\n# Alice', '# nothing', '# bob and alice, alice'];
    expect(texts(replaceAll(lines, 0))).toEqual(all);
    let state = setReplacement(proved(opened({ text: '(?=A|b)', regex: true, matchCase: true })), '_');
    for (let turn = 0; turn < 5; turn += 1) state = replaceNext(state, 0);
    expect(texts(state)).toEqual(['alice> ping _bo_b\n_Alice', 'nothing', '_bo_b and alice, alice']);
  });

  it('takes a group by one figure where there are no more, and breaks lines', () => {
    const grouped = proved(opened({ text: '(\\w+)> (\\w+) ', regex: true }));
    expect(texts(replaceAll(setReplacement(grouped, '$10\\n\\t$2\\\\ $0 $33 '), 0))[0]).toBe(
      'alice0\n\tping\\ $0 $33 bob\nAlice',
    );
  });

  it('changes nothing that is read-only', () => {
    const state = opened();
    const locked = { ...state, notebook: { ...state.notebook, readOnly: true } };
    expect(texts(replaceAll(setReplacement(locked, 'x'), 0))).toEqual(CELLS.map(({ text }) => text));
  });
});

describe('a regular expression', () => {
  it('has no matches until it was tried, then the first is shown', () => {
    const state = opened({ text: 'al\\w+', regex: true });
    expect(matchesOf(state)).toEqual([]);
    expect(state.find?.current).toBeNull();
    expect(texts(replaceAll(setReplacement(state, 'x'), 0))).toEqual(CELLS.map(({ text }) => text));
    expect(matchesOf(proved(state))).toHaveLength(4);
    expect(proved(state).find?.current).toEqual({ cellId: 'a', start: 0, end: 5 });
  });

  it('that takes too long is told, and never used', () => {
    const state = opened({ text: '(a+)+$', regex: true });
    const trial = trialOf(state);
    const slow = trial === null ? state : tooSlow(state, trial);
    expect(isTooSlow(slow)).toBe(true);
    expect(matchesOf(slow)).toEqual([]);
    expect(trialOf(slow)).toBeNull();
    expect(trialOf(changeQuery(slow, { text: 'a+' }))).not.toBeNull();
  });

  it('is tried again on other texts, but goes on through those it has written itself', () => {
    const state = proved(opened({ text: 'b(o)b', regex: true }));
    const once = replaceNext(setReplacement(state, 'b$1bby'), 0);
    expect(trialOf(once)).toBeNull();
    expect(once.find?.current).toEqual({ cellId: 'c', start: 0, end: 3 });
    expect(trialOf(undo(once))).not.toBeNull();
  });
});
