/** All pairs of hosts as a table: sources as rows, targets as columns, both by VNet and site. */
import type { JSX } from 'react';
import type { AreaView, MatrixResult, PairHost, PairView } from '../../shared/results';
import { words } from '../app/strings';
import { pairState } from '../diagrams/matrix/state';

export function MatrixTable({ result }: { readonly result: MatrixResult }): JSX.Element | null {
  const { hosts, pairs } = result;
  const { matrix: text } = words;
  if (pairs.length === 0) return null;
  const byPair = new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  const groups = groupsOf(hosts);
  const hasAreas = hosts.some(({ area }) => area !== null);
  return (
    <div className="matrix-table table-scroll" tabIndex={0} role="group" aria-label={text.caption}>
      <table className="matrix">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          {hasAreas ? (
            <tr>
              <td />
              {groups.map(({ area, members }) => (
                <th key={nameOf(area)} scope="colgroup" colSpan={members.length}>
                  {nameOf(area)}
                </th>
              ))}
            </tr>
          ) : null}
          <tr>
            <th scope="col">{text.corner}</th>
            {hosts.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ area, members }) => (
          <tbody key={nameOf(area)}>
            {members.map((host) => (
              <tr key={host.name}>
                <th scope="row">{host.name}</th>
                {hosts.map((to) => (
                  <Cell key={to.name} pair={byPair.get(`${host.name} ${to.name}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cell({ pair }: { readonly pair: PairView | undefined }): JSX.Element {
  const { matrix: text } = words;
  if (pair === undefined) return <td className="pair-self">{text.self}</td>;
  const { disposition, hops, rttMs, lostAt } = pair;
  return (
    <td className={`pair-${pairState(pair)}`}>
      {pair.reached && rttMs !== null ? (
        <>
          {text.time(rttMs)} <small>{text.hops(hops ?? 0)}</small>
        </>
      ) : (
        <>
          {disposition} {lostAt === null ? null : <small>{text.lostAt(lostAt)}</small>}
        </>
      )}
    </td>
  );
}

interface Group {
  readonly area: AreaView | null;
  readonly members: readonly PairHost[];
}

/** Neighbours of one area together; the hosts come in that order. */
function groupsOf(hosts: readonly PairHost[]): Group[] {
  const groups = new Map<string, Group>();
  for (const host of hosts) {
    const { area } = host;
    const key = nameOf(area);
    groups.set(key, { area, members: [...(groups.get(key)?.members ?? []), host] });
  }
  return [...groups.values()];
}

function nameOf(area: AreaView | null): string {
  return area === null ? words.matrix.noArea : `${words.hover.areas[area.kind]} ${area.name}`;
}
