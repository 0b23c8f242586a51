/** All networks of a run in a table. */
import type { SeedRecord, Verdict } from './records';

export const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  same: 'agree',
  other: 'agree, by another stable outcome of BGP',
  unstable: 'unstable in both',
  different: 'DIFFER',
  failed: 'COULD NOT BE RUN',
};

export function summaryTable(records: readonly SeedRecord[]): string {
  const rows = Object.entries(VERDICT_TITLES).map(([verdict, title]) => {
    const seeds = records
      .filter((record) => record.verdict === verdict)
      .map(({ seed }) => seed)
      .toSorted((a, b) => a - b);
    const shown = verdict === 'same' || seeds.length === 0 ? '' : `  seeds ${seeds.join(', ')}`;
    return `${String(seeds.length).padStart(5)}  ${title}${shown}`;
  });
  const routes = sum(records, ({ routes: count }) => count);
  const traceroutes = sum(records, ({ traceroutes: count }) => count);
  const counts = new Map<string, number>();
  for (const feature of records.flatMap(({ features }) => features))
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const mix = [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${name} ${count}`);
  return [
    '',
    `${records.length} networks, ${routes} routes and ${traceroutes} traceroutes compared:`,
    ...rows,
    `Networks with: ${mix.join(', ')}`,
    '',
  ].join('\n');
}

function sum(records: readonly SeedRecord[], count: (record: SeedRecord) => number): number {
  return records.reduce((total, record) => total + count(record), 0);
}
