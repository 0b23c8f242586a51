/** A routing table as a table: what is in use, what lost, and why. */
import type { JSX } from 'react';
import type { NextHopView, RoutesResult, RouteView } from '../../shared/results';
import { words } from '../app/strings';

export function nextHopText(hop: NextHopView): string {
  if (hop.action !== 'forward') return words.routes.actions[hop.action];
  const via = [hop.node, hop.address].filter((part) => part !== null).join(' ');
  return hop.egress === null ? via : `${via} (${hop.egress})`;
}

function sourceText({ source, ospfPath }: RouteView): string {
  const name = words.routes.sources[source];
  return ospfPath === undefined ? name : `${name}, ${words.routes.ospfPaths[ospfPath]}`;
}

function bgpText(route: RouteView): string {
  const parts: string[] = [];
  if (route.asPath !== undefined && route.asPath.length > 0) {
    parts.push(words.routes.asPath(route.asPath.join(' ')));
  }
  if (route.localPreference !== undefined) parts.push(words.routes.localPreference(route.localPreference));
  if (route.learnedFrom !== undefined)
    parts.push(`${words.routes.learnedFrom.toLowerCase()} ${route.learnedFrom}`);
  return parts.join(', ');
}

export function RoutesTable({ result }: { readonly result: RoutesResult }): JSX.Element {
  const { routes: text } = words;
  return (
    <details className="routes-table">
      <summary>{text.asTable}</summary>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={text.caption(result.node)}>
        <table className="routes">
          <caption className="visually-hidden">{text.caption(result.node)}</caption>
          <thead>
            <tr>
              {[text.prefix, text.source, text.nextHops, text.preference, text.bgp, text.why].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.routes.map((route, index) => (
              // A table may hold one prefix many times; rows have no identity but their place.
              <tr key={index} className={route.active ? undefined : 'route-lost'}>
                <th scope="row">{route.prefix}</th>
                <td>
                  {sourceText(route)}
                  {route.active ? null : <span className="route-mark">{text.lost}</span>}
                </td>
                <td>
                  {route.nextHops.map((hop, at) => (
                    <div key={at}>{nextHopText(hop)}</div>
                  ))}
                </td>
                <td>
                  {route.distance} / {route.metric}
                </td>
                <td>{bgpText(route)}</td>
                <td className="route-why">{route.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
