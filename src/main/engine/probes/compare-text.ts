/** Two networks compared, as text: what is lost, gained, longer and changed; and as a table of pairs. */
import type {
  CompareResult,
  MatrixDiffResult,
  PairChange,
  PairDifference,
  PairWay,
  ScenarioResult,
} from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { hostNotes } from './check-findings';
import { columns } from './table-text';

const words = strings.reasons.findingTexts;

export function scenarioText({ name, from, edits }: ScenarioResult): string {
  const count = `${edits.length} ${edits.length === 1 ? 'edit' : 'edits'}`;
  return [
    `scenario ${name}: ${from} with ${count}`,
    ...edits.map(({ text, summary }) => `    ${text}: ${summary}`),
  ].join('\n');
}

const CHANGES: readonly PairChange[] = ['lost', 'gained', 'longer', 'changed'];

export function compareText(result: CompareResult): string {
  const { before, after, pairs, reaching, differences } = result;
  const groups = CHANGES.flatMap((change) => {
    const found = differences.filter((each) => each.change === change);
    if (found.length === 0) return [];
    return ['', words.changeTitle(change, found.length), ...found.flatMap(differenceLines)];
  });
  return [
    words.compare(before, after, pairs, reaching),
    countsLine(differences),
    ...groups,
    ...leftOut(result),
  ].join('\n');
}

export function matrixDiffText({ compare }: MatrixDiffResult): string {
  const { before, after, hosts, differences } = compare;
  if (hosts.length < 2) return words.noCommonHosts;
  const byPair = new Map(differences.map((each) => [`${each.from} ${each.to}`, each]));
  const table = columns([
    ['', ...hosts.map(({ name }) => name)],
    ...hosts.map(({ name }) => [
      name,
      ...hosts.map((to) => (to.name === name ? '.' : cell(byPair.get(`${name} ${to.name}`)))),
    ]),
  ]);
  return [...table, '', words.eachCell(before, after), countsLine(differences), ...leftOut(compare)].join(
    '\n',
  );
}

function cell(difference: PairDifference | undefined): string {
  if (difference === undefined) return '=';
  const { change, before, after } = difference;
  return change === 'longer' ? `longer${gain(before, after)}` : change;
}

/** What a longer way costs: hops, or where these are as many, time; empty where only the answer has more hops. */
function gain(before: PairWay, after: PairWay): string {
  const hops = (after.hops ?? 0) - (before.hops ?? 0);
  if (hops > 0) return ` +${hops} ${hops === 1 ? 'hop' : 'hops'}`;
  const time = (after.rttMs ?? 0) - (before.rttMs ?? 0);
  return time < 0.1 ? '' : ` +${time.toFixed(1)} ms`;
}

function countsLine(differences: readonly PairDifference[]): string {
  const count = (change: PairChange): number => differences.filter((each) => each.change === change).length;
  return words.counts({
    lost: count('lost'),
    gained: count('gained'),
    longer: count('longer'),
    changed: count('changed'),
  });
}

function differenceLines({ from, to, before, after, parting, text }: PairDifference): string[] {
  const hop = parting === null ? '' : `, hop ${parting.hop}${parting.direction === 'back' ? ' back' : ''}`;
  return [`  ${from} to ${to}: ${wayWords(before)} -> ${wayWords(after)}${hop}`, `    ${text}`];
}

function wayWords({ reached, disposition, lostAt, hops, rttMs }: PairWay): string {
  if (!reached || rttMs === null) return lostAt === null ? disposition : `${disposition} at ${lostAt}`;
  return `${hops} ${hops === 1 ? 'hop' : 'hops'}, ${rttMs < 1 ? '<1' : Math.floor(rttMs)} ms`;
}

function leftOut({ before, after, onlyBefore, onlyAfter, hostsLeftOut }: CompareResult): string[] {
  return [
    ...(onlyBefore.length === 0 ? [] : [words.onlyIn(before, onlyBefore)]),
    ...(onlyAfter.length === 0 ? [] : [words.onlyIn(after, onlyAfter)]),
    ...hostNotes(hostsLeftOut),
  ];
}
