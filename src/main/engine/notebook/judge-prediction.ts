/** What a prediction is worth, once the network has said how it is. */
import type { Predicted } from '../../../shared/evaluation';
import type { TraceResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { checkTrace, hopsText } from './check';
import type { Prediction } from './predict';

const words = strings.reasons.expect;

/** @param text the trace as a terminal shows it */
export function judgePrediction(prediction: Prediction, trace: TraceResult, text: string): Predicted {
  const { source, target, hints, points, answer } = prediction;
  const choices = prediction.choices.map((choice) => ({
    text: choice.text,
    right: checkTrace(choice.expectation, choice.check, trace).passed,
  }));
  const hops = trace.hops.map(({ address }) => address);
  const remark =
    answer === null
      ? null
      : choices.length > 0
        ? remarkOnChoice(choices.some((choice) => choice.text === answer.text && choice.right))
        : remarkOnHops(
            answer.text.split(' '),
            hops.map((hop) => hop ?? '*'),
          );
  return {
    source: source.text,
    target: target.text,
    choices,
    hints,
    points,
    answer: answer?.text ?? null,
    verdict: answer === null ? 'open' : remark === null ? 'right' : 'wrong',
    remark,
    solution: choices.length > 0 ? choices.flatMap((one) => (one.right ? [one.text] : [])) : [hopsText(hops)],
    trace,
    text,
  };
}

function remarkOnChoice(right: boolean): string | null {
  return right ? null : words.somethingElse;
}

/** Where the answer first goes wrong, without saying what is right there; null for a right one. */
function remarkOnHops(typed: readonly string[], traced: readonly string[]): string | null {
  const answer = withoutTail(typed);
  const hops = withoutTail(traced);
  const at = hops.findIndex((hop, index) => answer[index] !== hop);
  if (at === -1) return answer.length > hops.length ? words.pathShorter : null;
  return at < answer.length ? words.hopSomethingElse(at + 1) : words.pathGoesOn;
}

/** One `*` stands for all the silence at the end of a trace: nobody counts to thirty. */
function withoutTail(hops: readonly string[]): readonly string[] {
  return hops.slice(0, hops.findLastIndex((hop) => hop !== '*') + 2);
}
