import { describe, expect, it } from 'vitest';
import { pageAddress, startOf } from './start';

describe('the start of a page', () => {
  it('comes through its address', () => {
    const start = { system: 'ja', choice: 'en' } as const;
    const address = pageAddress('app://bundle/index.html', start);
    expect(address.startsWith('app://bundle/index.html?')).toBe(true);
    expect(startOf(new URL(address).search)).toEqual(start);
  });

  it('is English as the system has it where the address says nothing that is known', () => {
    expect(startOf('')).toEqual({ system: 'en', choice: 'system' });
    expect(startOf('?system=xx&language=yy')).toEqual({ system: 'en', choice: 'system' });
  });
});
