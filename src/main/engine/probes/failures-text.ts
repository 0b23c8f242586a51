/** Failures and what they cost, as text. */
import type { FailuresResult, FailureView, PairName } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { columns } from './table-text';

const words = strings.reasons.findingTexts;

/** Pairs named in a line; the rest are counted. */
const NAMED = 4;

export function failuresText(result: FailuresResult): string {
  const { each, pairs, reaching, failures } = result;
  if (failures.length === 0) return words.nothingFails(each);
  const tried = failures.filter(({ problem }) => problem === null);
  const single = tried.filter(({ lost }) => lost.length > 0);
  const idle = tried.filter((failure) => differences(failure) === 0);
  return [
    words.failures(each, failures.length, pairs, reaching),
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
    single.length === 0 ? words.noSingle : words.single,
    ...single.map(({ element, lost }) => `    ${words.loses(element, pairWords(lost))}`),
    idle.length === 0 ? words.allUsed : words.idle(idle.map(({ element }) => element)),
    ...doubleLines(result),
    ...failures.flatMap(({ element, problem }) =>
      problem === null ? [] : [words.notTried(element, problem)],
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
  if (failures.length === 0) return ['', words.noDoubles(tried)];
  return [
    '',
    words.doubles(tried, failures.length),
    ...failures.map(({ elements, lost }) => `    ${words.bothLose(...elements, pairWords(lost))}`),
  ];
}

function pairName({ from, to }: PairName): string {
  return words.pair(from, to);
}

function pairWords(pairs: readonly PairName[]): string {
  const named = pairs.slice(0, NAMED).map(pairName);
  return words.pairs(named, pairs.length - NAMED);
}

function leftOut({ elementsLeftOut, hostsLeftOut, doubles }: FailuresResult): string[] {
  return [
    ...(elementsLeftOut === 0 ? [] : [words.elementsLeftOut(elementsLeftOut, doubles !== null)]),
    ...(hostsLeftOut === 0 ? [] : [words.hostsLeftOut(hostsLeftOut)]),
  ];
}
