/** Expect cells: each line is a check of a trace, or of what an observed cell holds. */
import type { ExpectCheck } from '../../../shared/evaluation';
import type { Problem } from '../../../shared/problem';
import type { ObservedComparison } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { suggest } from '../topology/nearest';
import { checkTrace } from './check';
import { parseExpect, type Expectation } from './expect';
import type { Question, Step } from './state';
import { finish, firstLine, inLineOrder, nodeNames } from './step-output';
import { errorAt, type Word } from './words';

const words = strings.reasons.expect;
const said = strings.reasons.cells.expect;

export function askExpect<Document, Simulation>(question: Question<Document, Simulation>): Step<Document> {
  const { cell, before, network, simulation, tools } = question;
  const nodes = nodeNames(network);
  const { expectations, problems } = parseExpect(cell.text, nodes);
  const failures: Problem[] = [];
  const checks: ExpectCheck[] = [];
  for (const expectation of expectations) {
    const { line, pair, check } = expectation;
    if (check.type === 'same-as') {
      const checked = checkObserved(question, expectation, check.name);
      if ('severity' in checked) failures.push(checked);
      else checks.push(checked);
    } else if (pair !== null) {
      const { source, target } = pair;
      const result = tools.engine.runCommand(simulation, source.text, `tracert -d ${target.text}`);
      if (result.kind === 'trace') checks.push(checkTrace(expectation, check, result));
      else {
        const message = result.kind === 'failure' ? firstLine(result.message) : said.untraced;
        failures.push(errorAt(line, target, message, suggest(target.text, nodes)));
      }
    }
  }
  return finish(cell, before, { kind: 'expect', checks }, inLineOrder([...problems, ...failures]));
}

/** Whether everything in an observed cell is as the model says; times count for nothing. */
function checkObserved<Document, Simulation>(
  { named, simulation, tools }: Question<Document, Simulation>,
  { line, text, pair }: Expectation,
  name: Word,
): ExpectCheck | Problem {
  const observations = named.observed.get(name.text);
  if (observations === undefined) {
    const hint = suggest(name.text, [...named.observed.keys()]) ?? said.nameObserved(name.text);
    return errorAt(line, name, said.noObserved(name.text), hint);
  }
  if (observations.length === 0) return errorAt(line, name, said.emptyObserved(name.text));
  const comparisons: ObservedComparison[] = [];
  for (const observation of observations) {
    const ends = pair === null ? {} : { source: pair.source.text, target: pair.target.text };
    const comparison = tools.engine.compareObserved(simulation, { ...observation, ...ends });
    if (comparison.kind === 'failure')
      return errorAt(line, name, firstLine(comparison.message), comparison.hint);
    comparisons.push(comparison);
  }
  const differing = comparisons.find(({ same }) => !same);
  return {
    line,
    text,
    passed: differing === undefined,
    expected: words.asObserved(name.text),
    actual: differing === undefined ? words.theSame : partsText(differing),
    difference: differing === undefined ? null : firstDifference(differing),
  };
}

function partsText(comparison: ObservedComparison): string {
  if (comparison.kind === 'observed-ping') return comparison.model.from ?? words.noReply;
  const parts = comparison.kind === 'observed-trace' ? comparison.hops : comparison.routes;
  const differing = parts.filter(({ verdict }) => verdict !== 'same' && verdict !== 'time').length;
  return comparison.kind === 'observed-trace'
    ? words.hopsDiffer(differing, parts.length)
    : words.routesDiffer(differing, parts.length);
}

function firstDifference(comparison: ObservedComparison): string {
  if (comparison.kind === 'observed-ping') return comparison.text ?? words.answersDiffer;
  if (comparison.kind === 'observed-routes') {
    const route = comparison.routes.find(({ verdict }) => verdict !== 'same');
    return words.routeDiffers(route?.prefix ?? '', route?.text ?? '').trim();
  }
  const hop = comparison.hops.find(({ verdict }) => verdict !== 'same' && verdict !== 'time');
  return words.hopDiffers(hop?.ttl ?? 0, hop?.text ?? '').trim();
}
