/** What to do about a target or prefix that was typed and is none. */
import { strings } from '../../../shared/strings';
import { formatPrefix, parseInterfaceAddress, prefixOf } from '../address';
import { suggest } from '../topology/nearest';

const said = strings.reasons.commands;

const FIGURES = /^[\d./]+$/;

/** @param names of the nodes that may stand here */
export function targetHint(typed: string, names: readonly string[]): string | undefined {
  if (!FIGURES.test(typed)) return suggest(typed, names);
  return typed.includes('/') ? said.withoutLength : said.fourNumbers;
}

export function prefixHint(typed: string, names: readonly string[]): string | undefined {
  if (!FIGURES.test(typed)) return suggest(typed, names);
  const inside = parseInterfaceAddress(typed);
  return inside === null ? said.likePrefix : said.prefixAround(formatPrefix(prefixOf(inside)));
}
