/** Whether a trace is what an expectation says, and if not, where it first differs. */
import type { ExpectCheck } from '../../../shared/evaluation';
import type { TraceResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { Check, Expectation, RttRelation } from './expect';

const words = strings.reasons.expect;

type Verdict = Pick<ExpectCheck, 'expected' | 'actual' | 'difference'>;

/** A check of a trace: every one but `same-as`. */
export type TraceCheck = Exclude<Check, { readonly type: 'same-as' }>;

export function checkTrace(
  { line, text }: Pick<Expectation, 'line' | 'text'>,
  check: TraceCheck,
  trace: TraceResult,
): ExpectCheck {
  const verdict = judge(check, trace);
  return { line, text, passed: verdict.difference === null, ...verdict };
}

function judge(check: TraceCheck, trace: TraceResult): Verdict {
  switch (check.type) {
    case 'path': {
      const actual = trace.hops.map(({ address }) => address);
      return {
        expected: hopsText(check.hops),
        actual: hopsText(actual),
        difference: firstDifference(check.hops, actual),
      };
    }
    case 'reach':
      return {
        expected: words.reached,
        actual: outcome(trace),
        difference: trace.reached ? null : words.isNotReached(why(trace)),
      };
    case 'no-path':
      return {
        expected: words.notReached,
        actual: outcome(trace),
        difference: trace.reached ? words.isReached(trace.hops.length) : null,
      };
    case 'via': {
      const nodes = trace.forwardWalk.steps.map(({ node }) => node);
      const passes = nodes.includes(check.node);
      return {
        expected: words.via([check.node]),
        actual: words.via(nodes),
        difference: passes ? null : words.doesNotPass(check.node, nodes),
      };
    }
    case 'rtt':
      return judgeRtt(check.relation, check.limitMs, trace);
  }
}

function judgeRtt(relation: RttRelation, limitMs: number, trace: TraceResult): Verdict {
  const expected = words.roundTrip(`${relation} ${limitMs} ms`);
  const rtt = trace.reached ? median(trace.hops.at(-1)?.rttMs ?? []) : null;
  if (rtt === null) {
    return { expected, actual: outcome(trace), difference: words.noAnswer(why(trace)) };
  }
  const shown = `${rtt.toFixed(3).replace(/\.?0+$/, '')} ms`;
  return {
    expected,
    actual: words.roundTrip(shown),
    difference: holds(rtt, relation, limitMs) ? null : words.otherTime(shown, `${relation} ${limitMs} ms`),
  };
}

function holds(value: number, relation: RttRelation, limit: number): boolean {
  switch (relation) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}

/** Of the answers there were; null if there were none. */
function median(times: readonly (number | null)[]): number | null {
  const answered = times.filter((time) => time !== null).toSorted((a, b) => a - b);
  const upper = answered[Math.floor(answered.length / 2)];
  const lower = answered[Math.floor((answered.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

function firstDifference(
  expected: readonly (string | null)[],
  actual: readonly (string | null)[],
): string | null {
  const longer = Math.max(expected.length, actual.length);
  for (let index = 0; index < longer; index += 1) {
    const want = expected[index];
    const have = actual[index];
    if (want === have) continue;
    if (have === undefined) return words.endsAfter(index, index + 1, want ?? '*');
    if (want === undefined) return words.goesOn(index, index + 1, have ?? '*');
    return words.otherHop(index + 1, have ?? '*', want ?? '*');
  }
  return null;
}

/** Hops as written in an expectation; a long tail of silence is counted. */
export function hopsText(hops: readonly (string | null)[]): string {
  const answered = hops.findLastIndex((hop) => hop !== null) + 1;
  const silent = hops.length - answered;
  const shown = silent > 3 ? hops.slice(0, answered) : hops;
  const written = shown.map((hop) => hop ?? '*').join(' ');
  return silent > 3 ? words.silentTail(written, silent) : written;
}

function outcome(trace: TraceResult): string {
  return trace.reached
    ? words.reachedIn(trace.hops.length)
    : words.notReachedBy(strings.diagram.dispositions[trace.disposition]);
}

/** Why there was no answer: what the last hop's silence says, else where the probe ended. */
function why(trace: TraceResult): string {
  const silence = trace.hops.findLast((hop) => hop.silence !== null)?.silence;
  const note =
    silence?.text ?? trace.forwardWalk.steps.at(-1)?.note ?? strings.diagram.dispositions[trace.disposition];
  return note.replace(/[.。]$/, '');
}
