/** Long Markdown is rendered piece by piece, so that a file of many megabytes does not stop the window. */

/** About as many characters as render in the blink of an eye. */
export const PIECE = 50_000;

/** Where the piece that begins at `start` ends: after a blank line, else a line, where there is one. */
export function pieceEnd(text: string, start: number): number {
  const limit = start + PIECE;
  if (text.length <= limit) return text.length;
  for (const separator of ['\n\n', '\n']) {
    const found = text.lastIndexOf(separator, limit - separator.length);
    if (found > start) return found + separator.length;
  }
  return limit;
}
