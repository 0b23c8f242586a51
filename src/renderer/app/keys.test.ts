import { describe, expect, it } from 'vitest';
import { matchesAccelerator } from './keys';

function press(key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]) {
  return {
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  };
}

describe('matchesAccelerator', () => {
  it('reads CmdOrCtrl by platform', () => {
    expect(matchesAccelerator('CmdOrCtrl+Enter', press('Enter', 'ctrl'), false)).toBe(true);
    expect(matchesAccelerator('CmdOrCtrl+Enter', press('Enter', 'meta'), false)).toBe(false);
    expect(matchesAccelerator('CmdOrCtrl+Enter', press('Enter', 'meta'), true)).toBe(true);
    expect(matchesAccelerator('CmdOrCtrl+Enter', press('Enter', 'ctrl'), true)).toBe(false);
  });

  it('takes no key with a modifier more or less', () => {
    expect(matchesAccelerator('CmdOrCtrl+Z', press('Z', 'ctrl', 'shift'), false)).toBe(false);
    expect(matchesAccelerator('CmdOrCtrl+Shift+Z', press('Z', 'ctrl', 'shift'), false)).toBe(true);
    expect(matchesAccelerator('Shift+Enter', press('Enter'), false)).toBe(false);
  });

  it('knows the arrows', () => {
    expect(matchesAccelerator('Alt+Up', press('ArrowUp', 'alt'), false)).toBe(true);
  });
});
