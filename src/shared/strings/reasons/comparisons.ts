/** What pasted output, an expectation or a prediction says beside what the model says. */
import type { HopVerdict, ObservedRouteRow } from '../../results';

const verdicts: Readonly<Record<Exclude<HopVerdict, 'same'>, string>> = {
  time: 'other time',
  'other-path': 'other equal path',
  'other-address': 'other address',
  silent: 'silent, not in the model',
  answers: 'answers, not in the model',
  missing: 'missing',
  surplus: 'not in the model',
};

const routeVerdicts: Readonly<Record<Exclude<ObservedRouteRow['verdict'], 'same'>, string>> = {
  'other-next-hop': 'other next hop',
  missing: 'missing',
  surplus: 'not in the model',
};

const hops = (count: number): string => `${count} ${count === 1 ? 'hop' : 'hops'}`;

const answered = (address: string, isEcho: boolean): string =>
  `${address} answered${isEcho ? '' : ', but not to the echo'}.`;

export const observedReasons = {
  time: (model: string) => `The model has ${model} here.`,
  otherPath: (theirs: string, ours: string) =>
    `Another equal-cost path: ${theirs}. The model's flow takes ${ours}; the hash of the real devices is not known.`,
  otherAddress: (theirs: string, ours: string) => `${theirs}. In the model ${ours}.`,
  silent: (ours: string) => `Nobody answered. In the model ${ours}.`,
  answers: (theirs: string, silence: string) => `${theirs}. In the model nobody answers: ${silence}`,
  missing: (ours: string) => `The output ends before. In the model ${ours}.`,
  surplus: (theirs: string) => `${theirs}. The model's trace has ended before.`,
  probeLost: 'the probe is lost',
  modelSilent: (silence: string) => `nobody answers: ${silence}`,
  modelHop: (address: string, node: string | null, port: string | null) =>
    `it is ${address}${node === null ? '' : ` of ${node}${port === null ? '' : ` (${port})`}`}`,
  noSuchName: (name: string) => `No node is named ${name}`,
  noSuchAddress: (address: string) => `No node of the model has the address ${address}`,
  is: (address: string, who: string) => `${address} is ${who}`,
  theirs: (each: readonly string[]) => each.join(', '),
  tolerance: (ms: number, percent: number) =>
    `Times are the same within ${ms} ms or ${percent} % of the model's, whichever is more.`,

  pingSilent: (model: string) => `Nobody answered. In the model ${model} does.`,
  pingAnswers: (observed: string, silence: string) =>
    `${observed} answered. In the model nobody does: ${silence}`,
  echoLost: 'the echo is lost.',
  pingOther: (observed: string, isEcho: boolean, model: string, modelIsEcho: boolean) =>
    `${answered(observed, isEcho)} In the model ${model} does${modelIsEcho ? '' : ', but not to the echo'}.`,
  ttl: (observed: number, model: number) =>
    `The answer comes with TTL ${observed}, in the model with ${model}: the way back has another length, or the target begins with another TTL.`,

  routeMissing: (why: string) => `Not in the output. In the model: ${why}.`,
  routeSurplus: 'The model has no route to exactly this prefix; why-not tells why.',
  routeState: (state: string, why: string) => `In the model it is ${state}: ${why}.`,
  routeOther: (why: string) => `In the model: ${why}.`,

  verdicts,
  routeVerdicts,
  asModel: 'as in the model',
  traceTitle: (tool: string, from: string, to: string, same: number, all: number) =>
    `${tool} from ${from} to ${to}: ${same} of ${all} hops as in the model.`,
  pingTitle: (from: string, to: string, verdict: string) => `ping from ${from} to ${to}: ${verdict}.`,
  routesTitle: (node: string, same: number, all: number) =>
    `Effective routes of ${node}: ${same} of ${all} as in the model.`,
};

export const expectReasons = {
  reached: 'reached',
  notReached: 'not reached',
  reachedIn: (count: number) => `reached in ${hops(count)}`,
  notReachedBy: (disposition: string) => `not reached (${disposition})`,
  isNotReached: (why: string) => `The target is not reached: ${why}`,
  isReached: (hop: number) => `The target is reached at hop ${hop}`,
  via: (nodes: readonly string[]) => `via ${nodes.join(', ')}`,
  doesNotPass: (node: string, nodes: readonly string[]) =>
    `The path does not pass ${node}: it goes ${nodes.join(', ')}`,
  roundTrip: (time: string) => `round trip ${time}`,
  noAnswer: (why: string) => `The target does not answer: ${why}`,
  otherTime: (shown: string, limit: string) => `The median round trip is ${shown}, not ${limit}`,
  endsAfter: (count: number, hop: number, want: string) =>
    `The trace ends after ${hops(count)}; hop ${hop} should be ${want}`,
  goesOn: (count: number, hop: number, have: string) =>
    `The trace goes on after ${hops(count)}: hop ${hop} is ${have}`,
  otherHop: (hop: number, have: string, want: string) => `Hop ${hop} is ${have}, not ${want}`,
  silentTail: (hops: string, count: number) => `${hops} * (${count} times)`.trimStart(),

  asObserved: (name: string) => `as observed in ${name}`,
  theSame: 'the same',
  noReply: 'no answer',
  hopsDiffer: (differing: number, all: number) => `${differing} of ${all} hops differ`,
  routesDiffer: (differing: number, all: number) => `${differing} of ${all} routes differ`,
  answersDiffer: 'The answers differ',
  routeDiffers: (prefix: string, why: string) => `${prefix} differs. ${why}`,
  hopDiffers: (hop: number, why: string) => `Hop ${hop} differs. ${why}`,

  somethingElse: 'It is something else',
  pathShorter: 'The path is shorter',
  hopSomethingElse: (hop: number) => `Hop ${hop} is something else`,
  pathGoesOn: 'The path goes on',
};
