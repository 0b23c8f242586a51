/** Pasted real output beside what the model says, hop by hop, and why the two differ. */
import type { JSX } from 'react';
import type { ObservedEntry } from '../../shared/evaluation';
import type {
  NextHopWords,
  ObservedComparison,
  ObservedEchoView,
  ObservedHopView,
  ObservedPingView,
  ObservedRoutesView,
  ObservedTraceView,
} from '../../shared/results';
import { tableStrings } from '../app/strings';
import { Icon } from '../ui/icons';
import { DataTable, type DataRow } from './tables/DataTable';

const text = tableStrings.observed;

export function ObservedOutput({
  entries,
}: {
  readonly entries: readonly ObservedEntry[];
}): JSX.Element | null {
  if (entries.length === 0) return null;
  return (
    <div className="output observed">
      {entries.map(({ comparison }) => (
        <Compared key={comparison.line} comparison={comparison} />
      ))}
    </div>
  );
}

function Compared({ comparison }: { readonly comparison: ObservedComparison }): JSX.Element {
  switch (comparison.kind) {
    case 'observed-trace':
      return <Trace comparison={comparison} />;
    case 'observed-ping':
      return <Ping comparison={comparison} />;
    case 'observed-routes':
      return <Routes comparison={comparison} />;
  }
}

interface SectionProps {
  readonly title: string;
  readonly summary: string;
  readonly same: boolean;
  readonly notes: readonly string[];
  readonly children: JSX.Element;
}

function Section({ title, summary, same, notes, children }: SectionProps): JSX.Element {
  return (
    <div className="observed-part" role="group" aria-label={title}>
      <p className="observed-title">
        <span className={same ? 'check-mark check-passed' : 'check-mark check-failed'}>
          <Icon name={same ? 'check' : 'cross'} />
        </span>
        <strong>{title}</strong> {summary}
      </p>
      {children}
      {notes.map((note) => (
        <p key={note} className="observed-note">
          {note}
        </p>
      ))}
    </div>
  );
}

function Trace({ comparison }: { readonly comparison: ObservedTraceView }): JSX.Element {
  const { tool, source, target, hops, reached, same, notes } = comparison;
  const title = text.trace(tool, source, target);
  const alike = hops.filter(({ verdict }) => verdict === 'same' || verdict === 'time').length;
  const arrival =
    reached.observed === reached.model ? [] : [reached.observed ? text.onlyObserved : text.onlyModel];
  return (
    <Section title={title} summary={text.same(alike, hops.length)} same={same} notes={[...arrival, ...notes]}>
      <DataTable caption={title} columns={text.hopColumns} rows={hops.map(hopRow)} />
    </Section>
  );
}

function hopRow({ ttl, observed, model, verdict, text: why }: ObservedHopView): DataRow {
  const tone = verdict === 'same' ? null : verdict === 'time' ? 'change' : 'bad';
  return {
    cells: [
      String(ttl),
      observed === null ? tableStrings.none : answer(observed.addresses.join(', '), observed.rttMs),
      model === null ? tableStrings.none : answer(model.address ?? '', model.rttMs, model.node),
      text.verdicts[verdict],
      why ?? '',
    ],
    ...(tone === null ? {} : { tone }),
  };
}

function answer(address: string, rttMs: number | null, node: string | null = null): string {
  const name = node === null ? '' : ` (${node})`;
  const time = rttMs === null ? '' : `, ${tableStrings.milliseconds(rttMs)}`;
  return `${address === '' ? text.silent : address}${name}${time}`;
}

function Ping({ comparison }: { readonly comparison: ObservedPingView }): JSX.Element {
  const { source, target, observed, model, verdict, text: why, same, notes } = comparison;
  const title = text.ping(source, target);
  return (
    <Section
      title={title}
      summary={verdict === 'same' ? text.asModel : text.verdicts[verdict]}
      same={same}
      notes={why === null ? notes : [why, ...notes]}
    >
      <DataTable
        caption={title}
        columns={text.pingColumns}
        rows={[
          { cells: [text.observed, ...echoCells(observed)] },
          { cells: [text.model, ...echoCells(model)] },
        ]}
      />
    </Section>
  );
}

function echoCells({ from, rttMs, ttl }: ObservedEchoView): string[] {
  return [
    from ?? text.silent,
    rttMs === null ? tableStrings.none : tableStrings.milliseconds(rttMs),
    ttl === null ? tableStrings.none : String(ttl),
  ];
}

function Routes({ comparison }: { readonly comparison: ObservedRoutesView }): JSX.Element {
  const { source, routes, same, notes } = comparison;
  const title = text.routes(source);
  const alike = routes.filter(({ verdict }) => verdict === 'same').length;
  return (
    <Section title={title} summary={text.same(alike, routes.length)} same={same} notes={notes}>
      <DataTable
        caption={title}
        columns={text.routeColumns}
        rows={routes.map(({ prefix, state, observed, model, verdict, text: why }) => ({
          cells: [
            prefix,
            state,
            nextHopText(observed),
            nextHopText(model),
            text.routeVerdicts[verdict],
            why ?? '',
          ],
          ...(verdict === 'same' ? {} : { tone: 'bad' as const }),
        }))}
      />
    </Section>
  );
}

function nextHopText(words: NextHopWords | null): string {
  if (words === null) return tableStrings.none;
  return [words.nextHopType, words.nextHopAddresses.join(', ')].join(' ').trim();
}
