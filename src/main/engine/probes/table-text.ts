/** Columns of a terminal: each as wide as its widest cell, two blanks between them, none at the end of a line. */

/** @param rows cells by row, the heading first; every row has as many cells as the heading */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
