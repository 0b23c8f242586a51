/** What a node knows of the network, as text. */
import type { KnownPrefix, PerspectiveResult } from '../../../shared/results';
import { columns } from './table-text';

export function perspectiveText({ table, prefixes, notes }: PerspectiveResult): string {
  const known = prefixes.filter(({ route }) => route !== null);
  const unknown = prefixes.filter(({ route }) => route === null);
  return [
    ...notes,
    `${table} knows ${known.length} of ${prefixes.length} prefixes`,
    '',
    ...columns([['Prefix', 'In', 'By', 'AS path', 'Way of the announcement'], ...known.map(knownRow)]),
    ...(unknown.length === 0 ? [] : ['', 'Not known:']),
    ...unknown.map(
      ({ prefix, area, reason }) => `  ${prefix}${area === null ? '' : ` (${area.name})`}: ${reason}`,
    ),
  ].join('\n');
}

function knownRow({ prefix, area, route, chain }: KnownPrefix): string[] {
  return [prefix, area?.name ?? '', route?.source ?? '', route?.asPath?.join(' ') ?? '', chain.join(' > ')];
}
