import { describe, expect, it } from 'vitest';
import { ended } from './ended';

describe('the end of a sentence', () => {
  it.each([
    ['mend that cell first', '.', 'mend that cell first.'],
    ['did you mean "r1"?', '.', 'did you mean "r1"?'],
    ['先にそのセルを直します', '。', '先にそのセルを直します。'],
    ['"r1" ではありませんか?', '。', '"r1" ではありませんか?'],
  ] as const)('%s ends with one mark', (sentence, stop, whole) => {
    expect(ended(sentence, stop)).toBe(whole);
  });
});
