import { describe, expect, it } from 'vitest';
import { isProse, isWide, wordsColumn } from './TerminalText';

const WORDS = 'spoke-vm > spoke > hub > msee1-pri > remote-ergw > remote-vm, the path this flow takes';
const COLUMNS = 'Prefix            Source         Dist/Metric   Next hop                 Learned from';

describe('terminal text', () => {
  it('wraps what is words and too long to stand beside a picture', () => {
    expect(isProse(WORDS)).toBe(true);
    expect(isProse(`  * ${WORDS}`)).toBe(true);
    expect(isProse('Trace complete.')).toBe(false);
    expect(isProse(COLUMNS)).toBe(false);
  });

  it('wraps words in the last column below their beginning', () => {
    const route = 'S     10.10.30.254/32  static     1/0          10.10.30.254 (hub-vpngw) by tunnel0';
    expect(wordsColumn(route)).toBe(route.indexOf('10.10.30.254 ('));
    const bgp = '     Network            Next Hop            Metric LocPrf Weight Path';
    for (const other of [
      bgp,
      bgp.replace(/[A-Z].*/, '*> 10.1.0.0/16  10.0.0.1  0 65001 65002 i'),
      COLUMNS,
      WORDS,
      'O  10.1.0.0/16  static  by tunnel0',
      `${' '.repeat(60)}a  b c`,
    ])
      expect(wordsColumn(other), other).toBeNull();
  });

  it('is wide where columns would have to scroll', () => {
    expect(isWide(`${WORDS}\n  1    <1 ms    <1 ms    <1 ms  10.11.30.100`)).toBe(false);
    expect(isWide(`${WORDS}\n${COLUMNS}`)).toBe(true);
  });
});
