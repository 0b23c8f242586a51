/**
 * The lines around the sentences where an answer is printed. Columns with their headings, and whatever a tool of the
 * field prints, are in that tool's own form and not here.
 */
import { listed } from '../listed';
import type { CheckResult, FailureKind, PairChange, SilenceReason } from '../../results';

const silences: Readonly<Record<SilenceReason, string>> = {
  'no-route-back': 'no route back',
  'link-down': 'link down',
  'reverse-path-check': 'reverse-path check',
  'security-rule': 'security rule',
  'does-not-answer': 'does not answer',
  'too-late': 'answers too late',
  'ttl-used-up': 'TTL of the answer used up',
  'probe-lost': 'the probe does not get there',
};

const nothingFound: Readonly<Record<CheckResult['check'], string>> = {
  asymmetry: 'every way back is the way there, read backwards',
  blackholes: 'no packet is lost',
  multipath: 'equal-cost paths treat all flows alike',
  limits: 'no limit of Azure is met and no design surprises',
  loops: 'no packet goes round in circles',
};

const changeTitles: Readonly<Record<PairChange, string>> = {
  lost: 'Lost',
  gained: 'Gained',
  longer: 'Longer',
  changed: 'Changed path',
};

const changeCounts: Readonly<Record<PairChange, (count: number) => string>> = {
  lost: (count) => `${count} lost`,
  gained: (count) => `${count} gained`,
  longer: (count) => `${count} longer`,
  changed: (count) => `${count} with a changed path`,
};

export const answerTexts = {
  has: (table: string, route: string, hops: string) => `${table} has ${route}: ${hops}`,
  chain: 'How it came here:',
  policy: (policy: string) => `policy: ${policy}`,
  decision: (decision: string) => `decision: ${decision}`,
  candidates: 'What there was to choose from:',
  candidate: (node: string, from: string | null, route: string, reason: string) =>
    `at ${node}, ${from === null ? 'its own' : `from ${from}`} (${route}): ${reason}`,

  noRouteAtAll: (table: string, prefix: string) =>
    `${table} has no route to ${prefix}, and no other that covers it.`,
  followsInstead: (table: string, prefix: string, route: string, hops: string) =>
    `${table} has no route to ${prefix}; what is bound for it follows ${route}: ${hops}.`,
  stops: 'Where it stops:',
  sameFor: (names: readonly string[]) => `The same keeps it from ${listed(names)}.`,
  toChange: (edit: string) => `to change that: ${edit}`,

  silences,
  hop: (ttl: number, who: string | null, silence: string) =>
    `Hop ${ttl}${who === null ? '' : `, ${who}`}: ${silence}.`,
  answersAfter: 'It answers after this edit:',

  comesFrom: 'It comes from',
  step: (step: number) => `Step ${step}`,
  sameReason: 'for the same reason',
  withPath: (why: string, path: string) => `${why}; AS path ${path || 'empty'}`,
  path: (path: string) => `, AS path ${path}`,
  without: (names: readonly string[]) => `Without it in the end: ${names.join(', ')}`,
  marks: '* its own  > chosen  = chosen too  x refused  - not told; else heard and not chosen',

  knows: (table: string, known: number, all: number) => `${table} knows ${known} of ${all} prefixes`,
  nothingToKnow: 'There is no prefix to know: no host has a subnet here, and BGP carries nothing',
  unknown: 'Not known:',
  notUsed: 'Not used:',
  noRoutes: (node: string) => `${node} has no routes.`,
  noRouteTo: (node: string, address: string) => `${node} has no route to ${address}.`,
  sameWay: 'Both directions take the same way.',
  doesNotArrive: (way: string, disposition: string, note: string) =>
    `${way} does not arrive (${disposition}). ${note}`,
};

export const findingTexts = {
  nothingFound,
  nothingToFind: 'so there is nothing to find',
  found: (count: number) => `${count} found`,
  check: (check: CheckResult['check'], flows: number, outcome: string) => {
    const one = check === 'loops' ? 'flow' : 'pair of hosts';
    const many = check === 'loops' ? 'flows' : 'pairs of hosts';
    return `check ${check}: ${flows} ${flows === 1 ? one : many}, ${outcome}.`;
  },
  finding: (at: string, example: string) => `- at ${at}${example}:`,
  /** `flow` is an option, or empty; `more` are flows beside this one. */
  example: (from: string, to: string, flow: string, more: number) =>
    `, for example ${from} to ${to}${flow}${more <= 0 ? '' : `, and ${more} more`}`,

  stability: (prefixes: number, outcome: string) =>
    `check stability: ${prefixes} ${prefixes === 1 ? 'prefix' : 'prefixes'} in BGP, ${outcome}.`,
  allRest: 'each comes to rest in one way',
  restless: (count: number) => `${count} ${count === 1 ? 'does' : 'do'} not come to rest in just one way`,
  unproven: ' That there is no outcome is not proven.',
  noRoute: (node: string) => `${node} has no route`,
  keepsOwn: (node: string) => `${node} keeps its own`,
  takes: (node: string, from: string, path: string, localPreference: number) =>
    `${node} takes ${from}'s (${path === '' ? 'empty path' : `path ${path}`}, local preference ${localPreference})`,
  more: (count: number) => `and ${count} more`,

  changeTitle: (change: PairChange, count: number) => `${changeTitles[change]} (${count}):`,
  compare: (
    before: string,
    after: string,
    pairs: number,
    reaching: { readonly before: number; readonly after: number },
  ) =>
    `compare ${before} ${after}: ${pairs} pairs of hosts; ${reaching.before} reach each other in ${before}, ${reaching.after} in ${after}.`,
  counts: (counts: Readonly<Record<PairChange, number>>) =>
    `${(['lost', 'gained', 'longer', 'changed'] as const).map((change) => changeCounts[change](counts[change])).join(', ')}.`,
  noCommonHosts: 'There are no two hosts that both networks have.',
  eachCell: (before: string, after: string) =>
    `Each cell: what ${after} changes of ${before}; \`=\` nothing.`,
  onlyIn: (network: string, hosts: readonly string[]) => `Only in ${network}: ${hosts.join(', ')}.`,

  nothingFails: (each: FailureKind) => `There is no ${each} in this network that could fail.`,
  failures: (each: FailureKind, count: number, pairs: number, reaching: number) =>
    `Each ${each} failed alone: ${count}. Pairs of hosts: ${pairs}, of which ${reaching} reach each other.`,
  single: 'Single points of failure:',
  noSingle: 'Single points of failure: none.',
  loses: (element: string, pairs: string) => `${element}: loses ${pairs}`,
  allUsed: 'Each of them is on the way of some pair.',
  idle: (elements: readonly string[]) => `No pair depends on: ${elements.join(', ')}.`,
  notTried: (element: string, problem: string) => `Not tried: ${element} (${problem}).`,
  cannotShutDown: 'it cannot be shut down',
  noDoubles: (tried: number) =>
    `Two at a time: ${tried} tried; no two of them lose more than each of them alone.`,
  doubles: (tried: number, count: number) =>
    `Two at a time: ${tried} tried; ${count} lose pairs that neither loses alone:`,
  bothLose: (one: string, other: string, pairs: string) => `${one} and ${other}: lose ${pairs}`,
  pair: (from: string, to: string) => `${from} to ${to}`,
  pairs: (named: readonly string[], more: number) =>
    `${named.join(', ')}${more <= 0 ? '' : ` and ${more} more`}`,
  elementsLeftOut: (count: number, doubles: boolean) =>
    `Beyond the limit${doubles ? ' of k=2' : ''}, ${count} elements were not failed.`,
  hostsLeftOut: (count: number) => `Beyond the limit, ${count} hosts were left out.`,

  noTwoHosts: 'There are no two hosts in this network.',
  reaching: (reaching: number, all: number) => `${reaching} of ${all} pairs reach each other.`,
  hopsAndTime: 'Each cell: hops and round-trip time.',

  capacity: (from: string, to: string, disposition: string | null) =>
    `Path from ${from} to ${to}${disposition === null ? '' : `, which is not reached (${disposition})`}:`,
  nothingHasBandwidth: 'nothing on it has a bandwidth',
  noBandwidth: 'No bandwidth on this path is known.',
  smallest: (bandwidth: string, elements: readonly string[]) =>
    `Smallest known bandwidth: ${bandwidth}, set by ${elements.join(', ')}.`,
  unknown: (elements: readonly string[]) => `Unknown, and perhaps smaller: ${elements.join(', ')}.`,
  paths: (count: number, from: string, to: string, cut: boolean) =>
    `${count} ${count === 1 ? 'path' : 'paths'} from ${from} to ${to}${cut ? ' (there are more; these are the first)' : ''}`,
  taken: (flow: string | null) => `* the path this flow takes${flow === null ? '' : `: ${flow}`}`,
  latency: (from: string, sent: number) =>
    `Round trip by hop from ${from}, mean of ${sent} ${sent === 1 ? 'probe' : 'probes'} in ms, and who answers:`,
  notReached: (runs: readonly string[]) => `Not reached: ${runs.join(', ')}.`,
};
