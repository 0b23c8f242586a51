import { describe, expect, it } from 'vitest';
import { isProse, isWide } from './TerminalText';

const WORDS = 'spoke-vm > spoke > hub > msee1-pri > remote-ergw > remote-vm, the path this flow takes';
const COLUMNS = 'Prefix            Source         Dist/Metric   Next hop                 Learned from';

describe('terminal text', () => {
  it('wraps what is words and too long to stand beside a picture', () => {
    expect(isProse(WORDS)).toBe(true);
    expect(isProse(`  * ${WORDS}`)).toBe(true);
    expect(isProse('Trace complete.')).toBe(false);
    expect(isProse(COLUMNS)).toBe(false);
  });

  it('is wide where columns would have to scroll', () => {
    expect(isWide(`${WORDS}\n  1    <1 ms    <1 ms    <1 ms  10.11.30.100`)).toBe(false);
    expect(isWide(`${WORDS}\n${COLUMNS}`)).toBe(true);
  });
});
