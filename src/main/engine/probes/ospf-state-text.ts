/** OSPF of one router as text: what `show ip ospf neighbor`, `interface` and `route` tell elsewhere. */
import type { OspfResult } from '../../../shared/results';
import { codeOf, hopWords } from './routes-text';
import { columns } from './table-text';

export function ospfText(result: OspfResult): string {
  const { node, routerId, areas, interfaces, neighbors, routers, routes } = result;
  const roles = rolesOf(result);
  return [
    `OSPF on ${node}, router ID ${routerId}${roles === '' ? '' : `, ${roles}`}`,
    '',
    ...block(
      ['Area', 'Type', 'Border routers', 'Ranges'],
      areas.map((each) => [
        each.area,
        each.type,
        each.borders.join(', ') || '-',
        each.ranges.map(rangeWords).join(', ') || '-',
      ]),
      'No areas.',
    ),
    '',
    ...block(
      ['Neighbor ID', 'State', 'Address', 'Interface', 'Area', 'Router'],
      neighbors.map((each) => [each.routerId, 'Full', each.address, each.interface, each.area, each.node]),
      'No neighbours.',
    ),
    '',
    ...block(
      ['Interface', 'Address', 'Area', 'Cost', 'State'],
      interfaces.map((each) => [each.name, each.address, each.area, String(each.cost), stateOf(each)]),
      'No interfaces.',
    ),
    '',
    ...block(
      ['Router ID', 'Router', 'Area', 'Cost', 'Type', 'Next hop'],
      routers.map((each) => [
        each.routerId,
        each.node,
        each.path === 'inter-area' ? `${each.area} (inter)` : each.area,
        String(each.cost),
        rolesOf(each),
        each.nextHops.map(hopWords).join(', '),
      ]),
      'No other routers.',
    ),
    ...(routes.length === 0
      ? []
      : [
          '',
          ...columns([
            ['Code', 'Prefix', 'Metric', 'Next hop'],
            ...routes.map((each) => [
              codeOf(each),
              each.prefix,
              String(each.metric),
              each.nextHops.map(hopWords).join(', '),
            ]),
          ]),
        ]),
  ].join('\n');
}

function rolesOf({ border, boundary }: { readonly border: boolean; readonly boundary: boolean }): string {
  return [...(border ? ['ABR'] : []), ...(boundary ? ['ASBR'] : [])].join(' ');
}

function rangeWords({ prefix, advertise, active }: OspfResult['areas'][number]['ranges'][number]): string {
  if (!active) return `${prefix} (nothing in it)`;
  return advertise ? prefix : `${prefix} (not advertised)`;
}

function stateOf({ up, passive }: OspfResult['interfaces'][number]): string {
  if (!up) return 'Down';
  return passive ? 'Passive' : 'Up';
}

function block(heading: readonly string[], rows: readonly (readonly string[])[], none: string): string[] {
  return rows.length === 0 ? [none] : columns([heading, ...rows]);
}
