/** A name for a file that every system takes, without an extension. */
export function fileName(name: string): string {
  const plain = name
    .replaceAll(/[^\p{Letter}\p{Number}._]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'picture' : plain;
}
