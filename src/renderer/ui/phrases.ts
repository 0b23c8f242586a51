/** Where a label may break: Japanese has no blanks, and Chromium 114 breaks it within words. */

/** Begins a phrase: particles and endings, which are hiragana, stay with what they follow. */
const BEGINS = /^[\p{Script=Han}\p{Script=Katakana}\p{Letter}\p{Number}「（]/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;
const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** The text in parts between which a line may end; a text without Japanese is one. */
export function phrasesOf(text: string): string[] {
  if (!JAPANESE.test(text)) return [text];
  const phrases: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = phrases.at(-1);
    const opens = BEGINS.test(segment) && !HIRAGANA.test(segment);
    const joins = last !== undefined && (!opens || /[「（]$/.test(last));
    if (joins) phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
  }
  return phrases;
}
