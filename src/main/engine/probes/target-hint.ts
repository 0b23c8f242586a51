/** What to do about a target or prefix that was typed and is none. */
import { formatPrefix, parseInterfaceAddress, prefixOf } from '../address';
import { suggest } from '../topology/nearest';

const FIGURES = /^[\d./]+$/;

/** @param names of the nodes that may stand here */
export function targetHint(typed: string, names: readonly string[]): string | undefined {
  if (!FIGURES.test(typed)) return suggest(typed, names);
  return typed.includes('/')
    ? 'give an address without a length, like 10.1.0.10, or a name'
    : 'an address is four numbers from 0 to 255, like 10.1.0.10';
}

export function prefixHint(typed: string, names: readonly string[]): string | undefined {
  if (!FIGURES.test(typed)) return suggest(typed, names);
  const inside = parseInterfaceAddress(typed);
  return inside === null
    ? 'write a prefix like 10.1.0.0/24'
    : `the prefix around it is ${formatPrefix(prefixOf(inside))}`;
}
