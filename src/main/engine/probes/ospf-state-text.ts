/** OSPF of one router as text: what `show ip ospf neighbor`, `interface` and `route` tell elsewhere. */
import type { OspfResult } from '../../../shared/results';
import { hopWords } from './routes-text';
import { columns } from './table-text';

export function ospfText(result: OspfResult): string {
  const { node, routerId, interfaces, neighbors, routers } = result;
  return [
    `OSPF on ${node}, router ID ${routerId}, area 0.0.0.0`,
    '',
    ...block(
      ['Neighbor ID', 'State', 'Address', 'Interface', 'Router'],
      neighbors.map((each) => [each.routerId, 'Full', each.address, each.interface, each.node]),
      'No neighbours.',
    ),
    '',
    ...block(
      ['Interface', 'Address', 'Cost', 'State'],
      interfaces.map((each) => [each.name, each.address, String(each.cost), stateOf(each)]),
      'No interfaces.',
    ),
    '',
    ...block(
      ['Router ID', 'Router', 'Cost', 'Type', 'Next hop'],
      routers.map((each) => [
        each.routerId,
        each.node,
        String(each.cost),
        each.boundary ? 'ASBR' : '',
        each.nextHops.map(hopWords).join(', '),
      ]),
      'No other routers.',
    ),
  ].join('\n');
}

function stateOf({ up, passive }: OspfResult['interfaces'][number]): string {
  if (!up) return 'Down';
  return passive ? 'Passive' : 'Up';
}

function block(heading: readonly string[], rows: readonly (readonly string[])[], none: string): string[] {
  return rows.length === 0 ? [none] : columns([heading, ...rows]);
}
