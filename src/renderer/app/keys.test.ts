import { describe, expect, it } from 'vitest';
import { bindings, type KeyOverrides } from '../../shared/keymap';
import {
  matchesStroke,
  readKey,
  strokeOf,
  type KeyOutcome,
  type KeyPress,
  type Pending,
  type Place,
} from './keys';

type Held = 'ctrl' | 'meta' | 'shift' | 'alt';

function press(key: string, ...held: Held[]): KeyPress {
  return {
    key,
    code: { _: 'Minus', '-': 'Minus' }[key] ?? '',
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  };
}

describe('a stroke', () => {
  it('reads CmdOrCtrl by platform', () => {
    expect(matchesStroke('CmdOrCtrl+Enter', press('Enter', 'ctrl'), false)).toBe(true);
    expect(matchesStroke('CmdOrCtrl+Enter', press('Enter', 'meta'), false)).toBe(false);
    expect(matchesStroke('CmdOrCtrl+Enter', press('Enter', 'meta'), true)).toBe(true);
    expect(matchesStroke('CmdOrCtrl+Enter', press('Enter', 'ctrl'), true)).toBe(false);
  });

  it('takes no key with a modifier more or less', () => {
    expect(matchesStroke('CmdOrCtrl+Z', press('Z', 'ctrl', 'shift'), false)).toBe(false);
    expect(matchesStroke('CmdOrCtrl+Shift+Z', press('Z', 'ctrl', 'shift'), false)).toBe(true);
    expect(matchesStroke('Shift+Enter', press('Enter'), false)).toBe(false);
    expect(matchesStroke('A', press('A', 'shift'), false)).toBe(false);
  });

  it('knows the arrows, and signs on any keyboard', () => {
    expect(matchesStroke('Alt+Up', press('ArrowUp', 'alt'), false)).toBe(true);
    expect(matchesStroke('?', press('?', 'shift'), false)).toBe(true);
    expect(matchesStroke('?', press('?'), false)).toBe(true);
    expect(matchesStroke('CmdOrCtrl+Shift+-', press('_', 'ctrl', 'shift'), false)).toBe(true);
    expect(matchesStroke('CmdOrCtrl+Shift+-', press('-', 'ctrl', 'shift'), false)).toBe(true);
  });
});

function read(
  place: Place,
  event: KeyPress,
  { pending = null, now = 0, own = {} }: { pending?: Pending | null; now?: number; own?: KeyOverrides } = {},
): KeyOutcome {
  return readKey(event, place, bindings(own), pending, now, false);
}

function pendingOf(outcome: KeyOutcome): Pending {
  if (outcome.kind !== 'pending') throw new Error(`not pending: ${outcome.kind}`);
  return outcome.pending;
}

describe('a key press', () => {
  it('means a command on a cell and a letter in a text', () => {
    expect(read('cell', press('a'))).toEqual({ kind: 'command', id: 'cell.insertAbove' });
    expect(read('text', press('a')).kind).toBe('none');
    expect(read('field', press('a')).kind).toBe('none');
  });

  it('redoes with the keys of each tradition', () => {
    expect(read('text', press('Z', 'ctrl', 'shift'))).toEqual({ kind: 'command', id: 'edit.redo' });
    expect(read('text', press('y', 'ctrl'))).toEqual({ kind: 'command', id: 'edit.redo' });
    expect(read('cell', press('Z', 'shift'))).toEqual({ kind: 'command', id: 'edit.redo' });
  });

  it('leaves a field its own undo, and finds from there', () => {
    expect(read('field', press('z', 'ctrl')).kind).toBe('none');
    expect(read('field', press('f', 'ctrl'))).toEqual({ kind: 'command', id: 'edit.find' });
  });

  it('leaves a button its keys, but not letters', () => {
    expect(read('control', press('Enter')).kind).toBe('none');
    expect(read('control', press('ArrowDown')).kind).toBe('none');
    expect(read('control', press('b'))).toEqual({ kind: 'command', id: 'cell.insertBelow' });
  });

  it('belongs to the slides while they are shown, and to them only then', () => {
    expect(read('slide', press('ArrowRight'))).toEqual({ kind: 'command', id: 'present.forward' });
    expect(read('slide', press(' ', 'shift'))).toEqual({ kind: 'command', id: 'present.back' });
    expect(read('slide', press('b'))).toEqual({ kind: 'command', id: 'present.blank' });
    expect(read('slide', press('F5'))).toEqual({ kind: 'command', id: 'present.leave' });
    expect(read('cell', press('F5'))).toEqual({ kind: 'command', id: 'view.present' });
    expect(read('slide', press('d')).kind).toBe('none');
    expect(read('slide', press('z', 'ctrl')).kind).toBe('none');
    // A button keeps its own keys, a field all that write in it; the clicker and Escape work everywhere.
    expect(read('slide-control', press('ArrowRight')).kind).toBe('none');
    expect(read('slide-control', press('PageDown'))).toEqual({ kind: 'command', id: 'present.forward' });
    expect(read('slide-field', press('b')).kind).toBe('none');
    expect(read('slide-field', press('Escape'))).toEqual({ kind: 'command', id: 'present.leave' });
  });

  it('splits a cell only in its text', () => {
    expect(read('text', press('_', 'ctrl', 'shift'))).toEqual({ kind: 'command', id: 'cell.split' });
    expect(read('cell', press('_', 'ctrl', 'shift')).kind).toBe('none');
  });

  it('needs both strokes of D D, soon after each other', () => {
    const pending = pendingOf(read('cell', press('d')));
    expect(read('cell', press('d'), { pending, now: 900 })).toEqual({ kind: 'command', id: 'cell.delete' });
    expect(read('cell', press('d'), { pending, now: 1100 }).kind).toBe('pending');
  });

  it('begins anew where strokes do not go on', () => {
    const pending = pendingOf(read('cell', press('d')));
    expect(read('cell', press('b'), { pending, now: 10 })).toEqual({
      kind: 'command',
      id: 'cell.insertBelow',
    });
  });

  it('follows keys of one’s own', () => {
    const own = { 'cell.delete': ['Delete'] };
    expect(read('cell', press('Delete'), { own })).toEqual({ kind: 'command', id: 'cell.delete' });
    expect(read('cell', press('d'), { own }).kind).toBe('none');
  });
});

describe('the stroke of a key press', () => {
  it.each([
    [press('d'), 'D'],
    [press('P', 'ctrl', 'shift'), 'CmdOrCtrl+Shift+P'],
    [press('ArrowUp', 'alt'), 'Alt+Up'],
    [press('?', 'shift'), '?'],
    [press('_', 'ctrl', 'shift'), 'CmdOrCtrl+Shift+-'],
    [press('+'), 'Plus'],
    [press('F3'), 'F3'],
    [press('Shift', 'shift'), null],
    [press('Dead'), null],
  ])('of %j is %s', (event, stroke) => {
    expect(strokeOf(event, false)).toBe(stroke);
    if (stroke !== null) expect(matchesStroke(stroke, event, false)).toBe(true);
  });
});
