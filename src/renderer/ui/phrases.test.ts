import { describe, expect, test } from 'vitest';
import { phrasesOf } from './phrases';

describe('phrases of a label', () => {
  test.each([
    ['前の結果またはスライド', '前の|結果または|スライド'],
    ['プレゼンテーションを開始', 'プレゼンテーションを|開始'],
    ['Markdown に変更', 'Markdown に|変更'],
    ['元に戻す', '元に|戻す'],
  ])('%s', (text, parts) => {
    expect(phrasesOf(text).join('|')).toBe(parts);
  });

  test('leave other languages alone', () => {
    expect(phrasesOf('Run and insert below')).toEqual(['Run and insert below']);
  });
});
