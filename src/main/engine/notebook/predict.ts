/**
 * The language of predict cells: a question about a path, put to the reader before the answer is shown. The answer
 * is never stored; it is computed from the network, as everything is.
 *
 * ```
 * ask alice -> bob path        which hops, or
 * ask alice -> bob             which of these:
 * choice via r1
 * choice no-path
 * hint the return path counts too
 * points 2
 * answer 10.1.0.1 * 10.3.0.10
 * ```
 */
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { parseAddress } from '../address';
import { suggest } from '../topology/nearest';
import type { TraceCheck } from './check';
import { parseExpect, type Expectation } from './expect';
import { COMMAND_LIMIT, errorAt, wordsOf, type Word } from './words';

/** What a reader may choose, as a check of the same pair. */
export interface Choice {
  /** As written, in single spaces. */
  readonly text: string;
  readonly expectation: Expectation;
  readonly check: TraceCheck;
}

export interface Prediction {
  readonly line: number;
  readonly source: Word;
  readonly target: Word;
  /** Empty where the hops themselves are asked for. */
  readonly choices: readonly Choice[];
  readonly hints: readonly string[];
  readonly points: number;
  /** What the reader wrote, in single spaces; null while there is nothing. */
  readonly answer: { readonly line: number; readonly text: string } | null;
}

export interface PredictCell {
  /** Null where the cell asks nothing that can be answered. */
  readonly prediction: Prediction | null;
  readonly problems: readonly Problem[];
}

const KEYWORDS = ['ask', 'choice', 'hint', 'points', 'answer'] as const;
type Keyword = (typeof KEYWORDS)[number];

const MAX_POINTS = 1000;
const said = strings.reasons.cells.predict;

interface Line {
  readonly line: number;
  readonly keyword: Word;
  readonly rest: readonly Word[];
}

export function parsePredict(text: string, nodes: readonly string[]): PredictCell {
  const lines: Line[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of text.split('\n').entries()) {
    const [keyword, ...rest] = wordsOf(source);
    if (keyword === undefined) continue;
    if (lines.length === COMMAND_LIMIT) {
      problems.push(errorAt(index + 1, keyword, said.tooMany(COMMAND_LIMIT)));
      break;
    }
    lines.push({ line: index + 1, keyword, rest });
  }
  // Like any cell that nobody has written into yet.
  if (lines.length === 0) return { prediction: null, problems };
  const of = (keyword: Keyword): readonly Line[] => lines.filter((line) => line.keyword.text === keyword);
  for (const { line, keyword } of lines)
    if (!KEYWORDS.some((known) => known === keyword.text))
      problems.push(errorAt(line, keyword, said.unknown(keyword.text), suggest(keyword.text, KEYWORDS)));
  for (const keyword of ['ask', 'points', 'answer'] as const)
    for (const again of of(keyword).slice(1))
      problems.push(errorAt(again.line, again.keyword, said.second(keyword)));

  const ask = readAsk(of('ask')[0], nodes, of('choice').length > 0);
  problems.push(...ask.problems);
  if (ask.pair === null) return { prediction: null, problems };
  const { pair } = ask;
  const choices = of('choice').flatMap((line) => readChoice(line, pair, nodes, problems));
  const prediction = {
    ...pair,
    choices,
    hints: of('hint').map(({ rest }) => textOf(rest)),
    points: readPoints(of('points')[0], problems),
    answer: readAnswer(of('answer')[0], choices, problems),
  };
  return { prediction, problems };
}

type Pair = Pick<Prediction, 'line' | 'source' | 'target'>;

interface Asked {
  /** Null where the question is not understood. */
  readonly pair: Pair | null;
  readonly problems: readonly Problem[];
}

function refuse(problem: Problem): Asked {
  return { pair: null, problems: [problem] };
}

function readAsk(ask: Line | undefined, nodes: readonly string[], hasChoices: boolean): Asked {
  if (ask === undefined) return refuse(errorAt(1, { column: 1 }, said.noQuestion, said.example));
  const { line, keyword, rest } = ask;
  const [source, arrow, target, form, extra] = rest;
  const end = { column: keyword.column + keyword.text.length };
  if (source === undefined || arrow?.text !== '->' || target === undefined)
    return refuse(errorAt(line, rest.at(-1) ?? end, said.reads, said.example));
  const wrong = parseExpect(`${source.text} -> ${target.text} reach`, nodes).problems[0];
  if (wrong !== undefined) {
    const word = wrong.message.includes(`"${source.text}"`) ? source : target;
    return refuse(errorAt(line, word, wrong.message, wrong.hint));
  }
  if (extra !== undefined || (form !== undefined && form.text !== 'path'))
    return refuse(errorAt(line, extra ?? form ?? end, said.onlyPath, said.example));
  if (form !== undefined && hasChoices) return refuse(errorAt(line, form, said.twoForms));
  if (form === undefined && !hasChoices)
    return refuse(errorAt(line, target, said.noChoices, said.giveChoices));
  return { pair: { line, source, target }, problems: [] };
}

function readChoice(
  choice: Line,
  pair: Pair,
  nodes: readonly string[],
  problems: Problem[],
): readonly Choice[] {
  const text = textOf(choice.rest);
  const start = `${pair.source.text} -> ${pair.target.text} `;
  const {
    expectations: [expectation],
    problems: [problem],
  } = parseExpect(start + text, nodes);
  if (problem !== undefined || expectation === undefined) {
    const place = choice.rest[0] ?? { column: choice.keyword.column + choice.keyword.text.length };
    problems.push(errorAt(choice.line, place, problem?.message ?? said.choiceMissing, problem?.hint));
    return [];
  }
  const { check } = expectation;
  if (check.type === 'same-as') {
    const [place = choice.keyword] = choice.rest;
    problems.push(errorAt(choice.line, place, said.notObserved));
    return [];
  }
  return [{ text, expectation: { ...expectation, line: choice.line }, check }];
}

function readPoints(points: Line | undefined, problems: Problem[]): number {
  if (points === undefined) return 1;
  const text = textOf(points.rest);
  const value = Number(text);
  if (/^\d{1,4}$/.test(text) && value <= MAX_POINTS) return value;
  const place = points.rest[0] ?? points.keyword;
  problems.push(errorAt(points.line, place, said.points(MAX_POINTS)));
  return 1;
}

function readAnswer(
  answer: Line | undefined,
  choices: readonly Choice[],
  problems: Problem[],
): Prediction['answer'] {
  if (answer === undefined || answer.rest.length === 0) return null;
  const { line, rest } = answer;
  const text = textOf(rest);
  if (choices.length > 0) {
    if (choices.some((choice) => choice.text === text)) return { line, text };
    const texts = choices.map((choice) => choice.text);
    problems.push(errorAt(line, rest[0]!, said.noChoice(text), suggest(text, texts)));
    return null;
  }
  // People write lists with commas, and Japanese input methods write digits, dots, stars and spaces in full width.
  const hops = rest.flatMap((word) =>
    word.text
      .normalize('NFKC')
      .split(/[,、\s]/)
      .flatMap((hop) => (hop === '' ? [] : [{ word, hop }])),
  );
  const wrong = hops.find(({ hop }) => hop !== '*' && parseAddress(hop) === null);
  if (wrong === undefined && hops.length > 0) return { line, text: hops.map(({ hop }) => hop).join(' ') };
  const { word, hop } = wrong ?? { word: rest[0]!, hop: text };
  problems.push(
    errorAt(line, word, strings.reasons.cells.expect.noHop(hop), strings.reasons.cells.expect.aHop),
  );
  return null;
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
