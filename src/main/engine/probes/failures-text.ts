/** Single failures and what they cost, as text. */
import type { FailuresResult, FailureView, PairName } from '../../../shared/results';
import { columns } from './table-text';

/** Pairs named in a line; the rest are counted. */
const NAMED = 4;

export function failuresText(result: FailuresResult): string {
  const { each, pairs, reaching, failures } = result;
  if (failures.length === 0) return `There is no ${each} in this network that could fail.`;
  const tried = failures.filter(({ problem }) => problem === null);
  const single = tried.filter(({ lost }) => lost.length > 0);
  const idle = tried.filter((entry) => differences(entry) === 0);
  return [
    `Each ${each} failed alone: ${failures.length}. Pairs of hosts: ${pairs}, of which ${reaching} reach each other.`,
    '',
    ...columns([
      ['Failed', 'Lost', 'Gained', 'Changed', 'Longer'],
      ...tried.map(({ element, lost, gained, changed, longer }) => [
        element,
        ...[lost, gained, changed, longer].map((list) => String(list.length)),
      ]),
    ]),
    '',
    `Single points of failure: ${single.length === 0 ? 'none.' : ''}`.trimEnd(),
    ...single.map(({ element, lost }) => `    ${element}: loses ${pairWords(lost)}`),
    `No pair depends on: ${idle.length === 0 ? 'none of them; each is in use.' : `${idle.map(({ element }) => element).join(', ')}.`}`,
    ...failures.flatMap(({ element, problem }) =>
      problem === null ? [] : [`Not tried: ${element} (${problem}).`],
    ),
    ...leftOut(result),
  ].join('\n');
}

function differences({ lost, gained, changed, longer }: FailureView): number {
  return lost.length + gained.length + changed.length + longer.length;
}

function pairWords(pairs: readonly PairName[]): string {
  const named = pairs.slice(0, NAMED).map(({ from, to }) => `${from} to ${to}`);
  const more = pairs.length > NAMED ? ` and ${pairs.length - NAMED} more` : '';
  return `${named.join(', ')}${more}`;
}

function leftOut({ elementsLeftOut, hostsLeftOut }: FailuresResult): string[] {
  return [
    ...(elementsLeftOut === 0 ? [] : [`Beyond the limit, ${elementsLeftOut} elements were not failed.`]),
    ...(hostsLeftOut === 0 ? [] : [`Beyond the limit, ${hostsLeftOut} hosts were left out.`]),
  ];
}
