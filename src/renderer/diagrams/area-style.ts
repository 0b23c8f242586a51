/** The look of the areas that enclose nodes. */
import type { AreaView } from '../../shared/results';
import type { Palette } from './palette';

export function areaColors(kind: AreaView['kind'], palette: Palette): { fill: string; line: string } {
  switch (kind) {
    case 'vnet':
      return { fill: palette.vnetArea, line: palette.vnetLine };
    case 'site':
      return { fill: palette.siteArea, line: palette.siteLine };
    case 'circuit':
      return { fill: palette.circuitArea, line: palette.circuitLine };
  }
}
