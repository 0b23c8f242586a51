const LENGTH = 80;

/**
 * A name for a file that every system takes, without an extension.
 *
 * @param end last words, which stay where the name has to be cut
 */
export function fileName(name: string, end = ''): string {
  const last = plain(end);
  const first = plain(name).slice(0, Math.max(0, LENGTH - (last === '' ? 0 : last.length + 1)));
  const whole = [first, last].filter((part) => part !== '').join('-');
  return whole === '' ? 'picture' : whole;
}

function plain(words: string): string {
  return words.replaceAll(/[^\p{Letter}\p{Number}._]+/gu, '-').replaceAll(/^-+|-+$/g, '');
}
