/** Failures and what they cost, as text. */
import type { FailuresResult, FailureView, PairName } from '../../../shared/results';
import { columns } from './table-text';

/** Pairs named in a line; the rest are counted. */
const NAMED = 4;

export function failuresText(result: FailuresResult): string {
  const { each, pairs, reaching, failures } = result;
  if (failures.length === 0) return `There is no ${each} in this network that could fail.`;
  const tried = failures.filter(({ problem }) => problem === null);
  const single = tried.filter(({ lost }) => lost.length > 0);
  const idle = tried.filter((failure) => differences(failure) === 0);
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
    ...(result.listed ? tried.flatMap(pairLines) : []),
    '',
    `Single points of failure: ${single.length === 0 ? 'none.' : ''}`.trimEnd(),
    ...single.map(({ element, lost }) => `    ${element}: loses ${pairWords(lost)}`),
    idle.length === 0
      ? 'Each of them is on the way of some pair.'
      : `No pair depends on: ${idle.map(({ element }) => element).join(', ')}.`,
    ...doubleLines(result),
    ...failures.flatMap(({ element, problem }) =>
      problem === null ? [] : [`Not tried: ${element} (${problem}).`],
    ),
    ...leftOut(result),
  ].join('\n');
}

function differences({ lost, gained, changed, longer }: FailureView): number {
  return lost.length + gained.length + changed.length + longer.length;
}

/** Every pair that a failure touches; nothing for one that touches none. */
function pairLines(failure: FailureView): string[] {
  if (differences(failure) === 0) return [];
  const lists = [
    ['lost', failure.lost],
    ['gained', failure.gained],
    ['changed', failure.changed],
    ['longer', failure.longer],
  ] as const;
  return [
    '',
    `${failure.element}:`,
    ...lists.flatMap(([word, pairs]) => pairs.map((pair) => `    ${word.padEnd(7)}  ${pairName(pair)}`)),
  ];
}

function doubleLines({ doubles }: FailuresResult): string[] {
  if (doubles === null) return [];
  const { tried, failures } = doubles;
  if (failures.length === 0)
    return ['', `Two at a time: ${tried} tried; no two of them lose more than each of them alone.`];
  return [
    '',
    `Two at a time: ${tried} tried; ${failures.length} lose pairs that neither loses alone:`,
    ...failures.map(({ elements, lost }) => `    ${elements.join(' and ')}: lose ${pairWords(lost)}`),
  ];
}

function pairName({ from, to }: PairName): string {
  return `${from} to ${to}`;
}

function pairWords(pairs: readonly PairName[]): string {
  const named = pairs.slice(0, NAMED).map(pairName);
  const more = pairs.length > NAMED ? ` and ${pairs.length - NAMED} more` : '';
  return `${named.join(', ')}${more}`;
}

function leftOut({ elementsLeftOut, hostsLeftOut, doubles }: FailuresResult): string[] {
  const which = doubles === null ? '' : ' of k=2';
  return [
    ...(elementsLeftOut === 0
      ? []
      : [`Beyond the limit${which}, ${elementsLeftOut} elements were not failed.`]),
    ...(hostsLeftOut === 0 ? [] : [`Beyond the limit, ${hostsLeftOut} hosts were left out.`]),
  ];
}
