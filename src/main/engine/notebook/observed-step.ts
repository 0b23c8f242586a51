/** Cells that hold pasted real output: `observed NAME from SOURCE to TARGET`, each of them if need be. */
import type { ObservedEntry } from '../../../shared/evaluation';
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import type { Observation } from '../observed/observation';
import { parseObserved } from '../observed/parse';
import { hashTexts } from '../hash';
import { groupWords } from './ids';
import type { Question, Step } from './state';
import { finish, inLineOrder } from './step-output';
import { errorAt, type Word } from './words';

const FENCE_LINE = 0;
const said = strings.reasons.cells.observed;

interface Head {
  readonly name: Word | null;
  readonly source: Word | null;
  readonly target: Word | null;
}

export function compareObserved<Document, Simulation>({
  cell,
  before,
  simulation,
  named,
  tools,
}: Question<Document, Simulation>): Step<Document> {
  const head = parseHead(groupWords(cell));
  if ('severity' in head) return finish(cell, before, { kind: 'observed', name: null, entries: [] }, [head]);
  const name = head.name?.text ?? null;
  const pasted = parseObserved(cell.text);
  const problems: Problem[] = [...pasted.problems];
  const observations = pasted.observations.map((each) => withHead(each, head));
  if (head.name !== null && named.observed.has(head.name.text)) {
    problems.push(errorAt(FENCE_LINE, head.name, said.taken(head.name.text), said.anotherName));
  }
  if (observations.length === 0 && cell.text.trim() !== '') {
    problems.push(errorAt(1, { column: 1 }, said.noOutput, said.paste));
  }
  const entries: ObservedEntry[] = [];
  for (const observation of observations) {
    const comparison = tools.engine.compareObserved(simulation, observation);
    if (comparison.kind === 'failure')
      problems.push(errorAt(observation.line, { column: 1 }, comparison.message, comparison.hint));
    else entries.push({ comparison, text: tools.engine.renderObserved(comparison) });
  }
  const observed =
    name === null || named.observed.has(name)
      ? null
      : { name, key: hashTexts([cell.text, cell.attributes]), observations };
  return finish(cell, before, { kind: 'observed', name, entries }, inLineOrder(problems), { observed });
}

function parseHead(words: readonly Word[]): Head | Problem {
  let name: Word | null = null;
  const ends: { from: Word | null; to: Word | null } = { from: null, to: null };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (word.text === 'from' || word.text === 'to') {
      const value = words[at + 1];
      if (value === undefined) {
        const end = { column: word.column + word.text.length };
        return errorAt(FENCE_LINE, end, said.behind(word.text), said.reads);
      }
      ends[word.text] = value;
      at += 1;
    } else if (at === 0) name = word;
    else return errorAt(FENCE_LINE, word, said.unexpected(word.text), said.reads);
  }
  return { name, source: ends.from, target: ends.to };
}

/** What the fence says goes before what the paste says. */
function withHead(observation: Observation, { source, target }: Head): Observation {
  const own = { ...observation, source: source?.text ?? observation.source };
  if (own.kind === 'effective-routes' || target === null) return own;
  return { ...own, target: target.text };
}
