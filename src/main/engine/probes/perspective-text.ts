/** What a node knows of the network, as text. */
import type { KnownPrefix, PerspectiveResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from './table-text';

const words = strings.reasons.answerTexts;

export function perspectiveText({ table, prefixes, notes }: PerspectiveResult): string {
  if (prefixes.length === 0) return [...notes, words.nothingToKnow].join('\n');
  const known = prefixes.filter(({ route }) => route !== null);
  const unknown = prefixes.filter(({ route }) => route === null);
  return [
    ...notes,
    words.knows(table, known.length, prefixes.length),
    '',
    ...columns([['Prefix', 'In', 'By', 'AS path', 'Way of the announcement'], ...known.map(knownRow)]),
    ...(unknown.length === 0 ? [] : ['', words.unknown]),
    ...unknown.map(
      ({ prefix, area, reason }) => `  ${prefix}${area === null ? '' : ` (${area.name})`}: ${reason}`,
    ),
  ].join('\n');
}

function knownRow({ prefix, area, route, chain }: KnownPrefix): string[] {
  return [prefix, area?.name ?? '', route?.source ?? '', route?.asPath?.join(' ') ?? '', chain.join(' > ')];
}
