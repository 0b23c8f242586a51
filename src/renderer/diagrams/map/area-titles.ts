/** What stands above an area. */
import type { AreaOfNetwork } from '../../../shared/network-view';
import { strings } from '../strings';

export interface AreaTitles {
  readonly title: string;
  readonly subtitle: string | null;
}

/** @param subtitle in place of the prefixes of a VNet or the region of what else there is */
export function areaTitles(area: AreaOfNetwork, subtitle: string | null): AreaTitles {
  const own = area.kind === 'vnet' ? prefixText(area.prefixes) : area.region;
  return { title: strings.map.areaName(strings.areaKinds[area.kind], area.name), subtitle: subtitle ?? own };
}

function prefixText(prefixes: readonly string[]): string | null {
  const [first] = prefixes;
  if (first === undefined) return null;
  return prefixes.length === 1 ? first : `${first} ${strings.map.more(prefixes.length - 1)}`;
}
