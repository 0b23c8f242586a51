/** A sentence with its full stop, unless a mark of its own ends it. */
export function ended(sentence: string, stop: '.' | '。'): string {
  return /[.?!。？！]$/.test(sentence) ? sentence : `${sentence}${stop}`;
}
