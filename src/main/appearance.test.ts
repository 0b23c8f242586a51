import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BACKGROUND, windowTitle } from './appearance';

describe('a window before its page', () => {
  it('has the background of the tokens, light and dark', () => {
    const tokens = readFileSync('src/shared/tokens.css', 'utf8');
    const backgrounds = [...tokens.matchAll(/--color-bg: (#[0-9a-f]{6});/g)].map((match) => match[1]);
    expect([BACKGROUND.light, BACKGROUND.dark]).toEqual(backgrounds);
  });
});

describe('the title', () => {
  it('names the file and marks unsaved changes', () => {
    expect(windowTitle({ name: 'lab.tracebook.md', dirty: false })).toBe('lab.tracebook.md — Tracebook');
    expect(windowTitle({ name: 'lab.tracebook.md', dirty: true })).toBe('• lab.tracebook.md — Tracebook');
  });
});
