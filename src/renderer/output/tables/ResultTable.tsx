/** The table of a result, for those who would rather look things up than read; null for a result that has none. */
import type { JSX } from 'react';
import type {
  BgpPathView,
  CheckResult,
  CommandResult,
  CompareResult,
  EffectiveRoutesResult,
  FailuresResult,
  PairName,
  PairWay,
} from '../../../shared/results';
import { tableStrings as text } from '../../app/strings';
import { FoldedTable, type DataRow } from './DataTable';
import { Bandwidths, Ospf, Outcomes, Pairs } from './NetworkTables';

export function ResultTable({ result }: { readonly result: CommandResult }): JSX.Element | null {
  switch (result.kind) {
    case 'failures':
      return <Failures result={result} />;
    case 'check':
      return <Findings result={result} />;
    case 'compare':
      return <Differences result={result} />;
    case 'matrix-diff':
      return <Differences result={result.compare} />;
    case 'effective-routes':
      return <EffectiveRoutes result={result} />;
    case 'bgp-table':
      return <BgpPaths caption={text.bgp.caption(result.node)} paths={result.paths} />;
    case 'circuit-routes':
      return <BgpPaths caption={text.bgp.circuit(result.circuit, result.path)} paths={result.routes} />;
    case 'reach':
      return <Pairs result={result} />;
    case 'bottleneck':
      return <Bandwidths result={result} />;
    case 'ospf':
      return <Ospf result={result} />;
    case 'stability':
      return <Outcomes result={result} />;
    default:
      return null;
  }
}

function Failures({ result }: { readonly result: FailuresResult }): JSX.Element | null {
  const { failures: words } = text;
  const { each, failures, doubles } = result;
  if (failures.length === 0) return null;
  return (
    <>
      <FoldedTable
        caption={words.caption(each)}
        columns={words.columns}
        rows={failures.map(({ element, lost, gained, changed, longer, problem }): DataRow => {
          if (problem !== null) return { cells: [element, problem, '', '', ''], tone: 'faint' };
          const touched = lost.length + gained.length + changed.length + longer.length;
          const lists = [lost, gained, changed, longer].map((pairs, at) => (
            <PairList key={at} pairs={pairs} />
          ));
          return {
            cells: [element, ...lists],
            tone: lost.length > 0 ? 'bad' : touched > 0 ? 'change' : 'good',
          };
        })}
      />
      {doubles === null || doubles.failures.length === 0 ? null : (
        <FoldedTable
          caption={words.doubles}
          columns={words.doubleColumns}
          rows={doubles.failures.map(({ elements, lost }) => ({
            cells: [words.both(...elements), <PairList key="lost" pairs={lost} />],
            tone: 'bad',
          }))}
        />
      )}
    </>
  );
}

/** A count that opens to the pairs themselves. */
function PairList({ pairs }: { readonly pairs: readonly PairName[] }): JSX.Element {
  if (pairs.length === 0) return <>{text.none}</>;
  return (
    <details>
      <summary>{text.pairs(pairs.length)}</summary>
      <ul className="pair-list">
        {pairs.map(({ from, to }) => (
          <li key={`${from} ${to}`}>{text.pair(from, to)}</li>
        ))}
      </ul>
    </details>
  );
}

function Findings({ result }: { readonly result: CheckResult }): JSX.Element | null {
  const { check: words } = text;
  const { check, findings } = result;
  if (findings.length === 0) return null;
  return (
    <FoldedTable
      caption={words.caption(check)}
      columns={words.columns}
      rows={findings.map(({ at, from, to, flow, flows, text: what, remedy }) => ({
        cells: [
          at,
          from === null || to === null ? (
            text.none
          ) : (
            <>
              {text.pair(from, to)}
              {flow === undefined ? null : (
                <>
                  {' '}
                  <code>--flow {flow}</code>
                </>
              )}
            </>
          ),
          String(flows),
          <>
            {what}
            {remedy === undefined ? null : (
              <>
                {' '}
                <strong>{words.remedy}</strong> {remedy}
              </>
            )}
          </>,
        ],
      }))}
    />
  );
}

const CHANGE_TONES = { lost: 'bad', gained: 'good', longer: 'change', changed: 'change' } as const;

function Differences({ result }: { readonly result: CompareResult }): JSX.Element | null {
  const { compare: words } = text;
  const { before, after, differences } = result;
  if (differences.length === 0) return null;
  return (
    <FoldedTable
      caption={words.caption(before, after)}
      columns={words.columns(before, after)}
      rows={differences.map((each) => ({
        cells: [
          text.pair(each.from, each.to),
          words.changes[each.change],
          wayText(each.before),
          wayText(each.after),
          each.parting === null
            ? text.none
            : each.parting.direction === 'back'
              ? words.back(each.parting.hop)
              : String(each.parting.hop),
          each.text,
        ],
        tone: CHANGE_TONES[each.change],
      }))}
    />
  );
}

function wayText({ reached, disposition, hops, rttMs, nodes }: PairWay): JSX.Element {
  const way = nodes.join(' > ');
  const outcome =
    reached && rttMs !== null ? `${text.hops(hops ?? 0)}, ${text.milliseconds(rttMs)}` : disposition;
  return (
    <>
      {outcome} <small>{way}</small>
    </>
  );
}

function EffectiveRoutes({ result }: { readonly result: EffectiveRoutesResult }): JSX.Element {
  const { effective: words } = text;
  return (
    <FoldedTable
      caption={words.caption(result.node)}
      columns={words.columns}
      rows={result.routes.map(({ name, state, source, prefix, nextHopType, nextHopAddresses, why }) => ({
        cells: [
          name ?? text.none,
          state,
          source,
          prefix,
          nextHopType,
          nextHopAddresses.join(', ') || text.none,
          why,
        ],
        ...(state === 'Invalid' ? { tone: 'faint' as const } : {}),
      }))}
    />
  );
}

interface BgpPathsProps {
  readonly caption: string;
  readonly paths: readonly BgpPathView[];
}

function BgpPaths({ caption, paths }: BgpPathsProps): JSX.Element | null {
  const { bgp: words } = text;
  if (paths.length === 0) return null;
  return (
    <FoldedTable
      caption={caption}
      columns={words.columns}
      rows={paths.map((path) => ({
        cells: [
          path.prefix,
          path.status,
          path.nextHop,
          String(path.metric),
          String(path.localPreference),
          String(path.weight),
          [...path.asPath.map(String), path.origin].join(' '),
          path.learnedFrom ?? words.own,
          path.why,
        ],
        ...(path.status === 'valid' ? { tone: 'faint' as const } : {}),
      }))}
    />
  );
}
