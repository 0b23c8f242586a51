/** All pairs of hosts as a list and as a table of rows and columns. */
import type { MatrixResult, PairHost, PairView, ReachResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { hostNotes } from './check-findings';
import { columns } from './table-text';

const words = strings.reasons.findingTexts;

export function reachText(result: ReachResult): string {
  const { hosts, pairs } = result;
  if (pairs.length === 0) return words.noTwoHosts;
  const area = new Map(hosts.map((host) => [host.name, areaWords(host)]));
  const rows = columns([
    ['From', 'To', 'Disposition', 'Hops', 'RTT', 'Lost at'],
    ...pairs.map((pair) => [
      pair.from,
      pair.to,
      pair.disposition,
      pair.hops === null ? '-' : String(pair.hops),
      pair.rttMs === null ? '-' : milliseconds(pair.rttMs),
      pair.lostAt ?? '',
    ]),
  ]);
  const lines = pairs.flatMap((pair, at) => {
    const group = `${area.get(pair.from)} to ${area.get(pair.to)}`;
    const before = pairs[at - 1];
    const isNew = before === undefined || group !== `${area.get(before.from)} to ${area.get(before.to)}`;
    const row = rows[at + 1] ?? '';
    return isNew && hasAreas(hosts) ? ['', `${group}:`, row] : [row];
  });
  return [rows[0] ?? '', ...lines, '', ...summary(result)].join('\n');
}

export function matrixText(result: MatrixResult): string {
  const { hosts, pairs } = result;
  if (pairs.length === 0) return words.noTwoHosts;
  const byName = new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  const names = hosts.map(({ name }) => name);
  const table = columns([
    ['', ...names],
    ...hosts.map(({ name }) => [
      name,
      ...names.map((to) => {
        const pair = byName.get(`${name} ${to}`);
        return pair === undefined ? '.' : cell(pair);
      }),
    ]),
  ]);
  const rows = hosts.flatMap((host, at) => {
    const group = areaWords(host);
    const before = hosts[at - 1];
    const row = table[at + 1] ?? '';
    const isNew = before === undefined || areaWords(before) !== group;
    return isNew && hasAreas(hosts) ? [`${group}:`, row] : [row];
  });
  return [table[0] ?? '', ...rows, '', words.hopsAndTime, ...summary(result)].join('\n');
}

function hasAreas(hosts: readonly PairHost[]): boolean {
  return hosts.some(({ area }) => area !== null);
}

function cell({ reached, disposition, hops, rttMs }: PairView): string {
  return reached && rttMs !== null ? `${hops} ${milliseconds(rttMs)}` : disposition;
}

function milliseconds(value: number): string {
  return value < 1 ? '<1 ms' : `${Math.floor(value)} ms`;
}

function areaWords({ area }: PairHost): string {
  if (area === null) return 'no site';
  return `${area.kind === 'vnet' ? 'VNet' : area.kind} ${area.name}`;
}

function summary({ pairs, hostsLeftOut }: ReachResult | MatrixResult): string[] {
  const reaching = pairs.filter(({ reached }) => reached).length;
  return [words.reaching(reaching, pairs.length), ...hostNotes(hostsLeftOut)];
}
