import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './settings';
import { pageAddress, startOf } from './start';

describe('the start of a page', () => {
  it('comes through its address', () => {
    const look = { language: 'en', highContrast: 'on', reducedMotion: 'off', spacing: 'wide' } as const;
    const start = { system: 'ja', look } as const;
    const address = pageAddress('app://bundle/index.html', start);
    expect(address.startsWith('app://bundle/index.html?')).toBe(true);
    expect(startOf(new URL(address).search)).toEqual(start);
  });

  it('is as of a new profile where the address says nothing that is known', () => {
    for (const search of ['', '?system=xx&language=yy&spacing=huge']) {
      const { system, look } = startOf(search);
      expect(system).toBe('en');
      expect(DEFAULT_SETTINGS).toMatchObject(look);
    }
  });
});
