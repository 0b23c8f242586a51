/** Sentences that say the same of several nodes. */

/** A sentence with every mention of a node left open: where two are equal then, they say the same of two nodes. */
export function withoutName(text: string, name: string): string {
  const literal = name.replaceAll('.', String.raw`\.`);
  return text.replaceAll(new RegExp(String.raw`(?<![\w.-])${literal}(?!\.?[\w-])`, 'g'), '…');
}
