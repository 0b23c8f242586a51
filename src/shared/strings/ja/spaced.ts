/** A word amid Japanese: what begins or ends in Latin letters or quotes is set off by a space there. */
export function spaced(word: string): string {
  return `${/^[!-~]/.test(word) ? ' ' : ''}${word}${/[!-~]$/.test(word) ? ' ' : ''}`;
}
