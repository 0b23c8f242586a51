/** Comma-separated values as RFC 4180 has them, with LF line ends. */

/**
 * What a spreadsheet would take for a formula, some of them behind white space or in full width; a file's name must
 * not become one.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\n`;
}

/** RFC 4180 section 2: fields with commas, quotes or line breaks stand in quotes, quotes are doubled. */
function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
