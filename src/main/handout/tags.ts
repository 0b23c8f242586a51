/** Pieces of HTML that all parts of a handed-out page are made of. */

export function folded(summary: string, content: string): string {
  return `<details>${summaryHtml(summary)}${content}</details>`;
}

export function summaryHtml(summary: string): string {
  return `<summary>${escapeHtml(summary)}</summary>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
