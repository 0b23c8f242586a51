/**
 * What a part of a picture, a word of a text or a cell of a table stands for. The same thing bears the same
 * reference wherever it is named, so that pointing at one place lights up all others.
 */
export type Reference = `node:${string}` | `link:${string}` | `area:${string}` | `prefix:${string}`;

export const nodeRef = (name: string): Reference => `node:${name}`;
export const linkRef = (name: string): Reference => `link:${name}`;
export const areaRef = (name: string): Reference => `area:${name}`;
export const prefixRef = (prefix: string): Reference => `prefix:${prefix}`;

/** The attribute that carries references, apart by blanks; names have none in them. */
export const REFERENCES = 'data-refs';

export function referenceList(refs: readonly Reference[]): string {
  return refs.join(' ');
}
