/** Effective routes in the columns of Azure's own table. */
import type { EffectiveRoutesResult, EffectiveRouteView } from '../../../shared/results';
import { columns } from './table-text';

const HEADINGS = ['Name', 'State', 'Source', 'AddressPrefix', 'NextHopType', 'NextHopIpAddress'] as const;

export function effectiveRoutesText(result: EffectiveRoutesResult): string {
  return columns([HEADINGS, ...result.routes.map(cells)]).join('\n');
}

function cells(route: EffectiveRouteView): string[] {
  const { name, state, source, prefix, nextHopType, nextHopAddresses } = route;
  return [name ?? '-', state, source, prefix, nextHopType, nextHopAddresses.join(', ') || '-'];
}
