/** Tables of results that tell of a whole network or a whole path: pairs, bandwidths, OSPF, outcomes of BGP. */
import type { JSX } from 'react';
import type { BottleneckResult, OspfResult, ReachResult, StabilityResult } from '../../../shared/results';
import { tableStrings as text } from '../../app/strings';
import { strings } from '../../diagrams/strings';
import { nextHopText } from '../RoutesTable';
import { FoldedTable, FoldedTables, type DataRow } from './DataTable';

export function Pairs({ result }: { readonly result: ReachResult }): JSX.Element | null {
  const { reach: words } = text;
  if (result.pairs.length === 0) return null;
  return (
    <FoldedTable
      caption={words.caption}
      columns={words.columns}
      rows={result.pairs.map(({ from, to, reached, disposition, hops, rttMs, lostAt }) => ({
        cells: [
          from,
          to,
          strings.dispositions[disposition],
          hops === null ? text.none : String(hops),
          rttMs === null ? text.none : text.milliseconds(rttMs),
          lostAt ?? '',
        ],
        tone: reached ? 'good' : 'bad',
      }))}
    />
  );
}

export function Bandwidths({ result }: { readonly result: BottleneckResult }): JSX.Element | null {
  const { bottleneck: words } = text;
  const { probe, parts, bandwidth } = result;
  if (parts.length === 0) return null;
  return (
    <FoldedTable
      caption={words.caption(probe.source, probe.targetName ?? probe.targetAddress)}
      columns={words.columns}
      rows={parts.map((part): DataRow => ({
        cells: [
          part.element,
          part.what === 'vpn-gateway' || part.what === 'er-gateway'
            ? strings.nodeKinds[part.what]
            : strings.linkKinds[part.what],
          part.bandwidth === null ? words.unknown : strings.map.bandwidth(part.bandwidth),
        ],
        ...(part.bandwidth === null
          ? { tone: 'faint' }
          : part.bandwidth === bandwidth
            ? { tone: 'change' }
            : {}),
      }))}
    />
  );
}

export function Ospf({ result }: { readonly result: OspfResult }): JSX.Element {
  const { ospf: words } = text;
  const { node, neighbors, interfaces, routers } = result;
  return (
    <FoldedTables
      tables={[
        {
          caption: words.neighbors(node),
          columns: words.neighborColumns,
          rows: neighbors.map((each) => ({
            cells: [each.routerId, each.node, each.address, each.interface, each.area],
          })),
        },
        {
          caption: words.interfaces(node),
          columns: words.interfaceColumns,
          rows: interfaces.map(({ name, address, area, cost, up, passive }) => ({
            cells: [
              name,
              address,
              area,
              String(cost),
              words.states[up ? (passive ? 'passive' : 'up') : 'down'],
            ],
          })),
        },
        {
          caption: words.routers(node),
          columns: words.routerColumns,
          rows: routers.map((each) => ({
            cells: [
              each.routerId,
              each.node,
              each.area,
              String(each.cost),
              [...(each.border ? [words.border] : []), ...(each.boundary ? [words.boundary] : [])].join(' '),
              each.nextHops.map(nextHopText).join(', '),
            ],
          })),
        },
      ].filter(({ rows }) => rows.length > 0)}
    />
  );
}

/** A row for each router of each outcome. */
export function Outcomes({ result }: { readonly result: StabilityResult }): JSX.Element | null {
  const { stability: words } = text;
  const rows = result.findings.flatMap(({ prefix, nodes, outcomes }): DataRow[] => {
    const name = prefix ?? words.sessions;
    if (outcomes.length === 0)
      return nodes.map((node) => ({ cells: [name, words.never, node, '', '', ''], tone: 'bad' }));
    return outcomes.flatMap((routes, at) =>
      nodes.map((node) => {
        const route = routes.find((each) => each.node === node);
        const told =
          route === undefined
            ? [words.noRoute, '', '']
            : [route.from ?? words.own, route.asPath.join(' '), String(route.localPreference)];
        return { cells: [name, String(at + 1), node, ...told] };
      }),
    );
  });
  return rows.length === 0 ? null : (
    <FoldedTable caption={words.caption} columns={words.columns} rows={rows} />
  );
}
