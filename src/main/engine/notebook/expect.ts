/**
 * The language of expect cells, one check a line; `#` begins a comment: `SOURCE -> TARGET CHECK`, or `reach SOURCE
 * TARGET` and `no-path SOURCE TARGET`, or a check alone, of the pair that the line above named.
 */
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { parseAddress } from '../address';
import { nearest, suggest } from '../topology/nearest';
import { COMMAND_LIMIT, errorAt, wordsOf, type Word } from './words';

const RELATIONS = ['<', '<=', '>', '>='] as const;
export type RttRelation = (typeof RELATIONS)[number];

export type Check =
  /** Every hop in order; null for one that stays silent (`*`). */
  | { readonly type: 'path'; readonly hops: readonly (string | null)[] }
  | { readonly type: 'reach' }
  | { readonly type: 'no-path' }
  | { readonly type: 'via'; readonly node: string }
  /** Of the median of the final hop's answers. */
  | { readonly type: 'rtt'; readonly relation: RttRelation; readonly limitMs: number }
  /** Of an observed cell. */
  | { readonly type: 'same-as'; readonly name: Word };

export interface Expectation {
  /** Line in the cell, from 1. */
  readonly line: number;
  /** The line without comment and surrounding blanks. */
  readonly text: string;
  /** Null where the observed cell says who sent to whom. */
  readonly pair: Pair | null;
  readonly check: Check;
}

export interface ExpectCell {
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
}

const CHECKS = ['path', 'reach', 'no-path', 'via', 'rtt', 'same-as'];
const said = strings.reasons.cells.expect;
const RTT = /^(<=?|>=?) ?(\d{1,9}(?:\.\d{1,9})?) ?(us|µs|μs|ms|s)$/;

/** ms in a unit of time, as topologies write it. */
const UNITS: Readonly<Record<string, number>> = { us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1e3 };

export function parseExpect(text: string, nodes: readonly string[]): ExpectCell {
  const expectations: Expectation[] = [];
  const problems: Problem[] = [];
  let above: Pair | null = null;
  for (const [index, source] of text.split('\n').entries()) {
    const line = index + 1;
    const words = wordsOf(source);
    if (words.length === 0) continue;
    if (expectations.length === COMMAND_LIMIT) {
      problems.push(errorAt(line, { column: 1 }, said.tooMany(COMMAND_LIMIT), said.anotherCell));
      break;
    }
    const parsed = parseLine(line, words, nodes, above);
    if ('severity' in parsed) problems.push(parsed);
    else {
      expectations.push(parsed);
      above = parsed.pair ?? above;
    }
  }
  return { expectations, problems };
}

interface Pair {
  readonly source: Word;
  readonly target: Word;
}

function parseLine(
  line: number,
  words: readonly Word[],
  nodes: readonly string[],
  above: Pair | null,
): Expectation | Problem {
  const last = words.at(-1);
  const end = { column: last === undefined ? 1 : last.column + last.text.length };
  const text = words.map((word) => word.text).join(' ');
  const [first, second] = words;
  const leads = first !== undefined && CHECKS.includes(first.text) && second?.text !== '->';
  const parts = leads ? checkFirst(line, words, end, above) : pairFirst(line, words, end);
  if ('severity' in parts) return parts;
  const { pair, name, rest } = parts;
  const wrong = pair === null ? null : wrongEnd(line, pair, nodes);
  if (wrong !== null) return wrong;
  const check = parseCheck(line, name, rest, end, nodes);
  return 'severity' in check ? check : { line, text, pair, check };
}

interface Parts {
  readonly pair: Pair | null;
  readonly name: Word;
  readonly rest: readonly Word[];
}

/** `SOURCE -> TARGET CHECK`. */
function pairFirst(line: number, words: readonly Word[], end: { readonly column: number }): Parts | Problem {
  const [source, arrow, target, name, ...rest] = words;
  if (source === undefined || arrow === undefined) {
    return errorAt(line, source ?? end, said.reads, said.example);
  }
  if (arrow.text !== '->') {
    const near = nearest(source.text, CHECKS);
    const hint = near === null ? said.example : strings.reasons.commands.didYouMean(near);
    return errorAt(line, arrow, said.arrow(arrow.text), hint);
  }
  if (target === undefined) return errorAt(line, end, said.noTarget, said.example);
  if (name === undefined) return errorAt(line, end, said.noCheck, said.oneOf(CHECKS));
  return { pair: { source, target }, name, rest };
}

/** `reach SOURCE TARGET`, or a check of the pair above. */
function checkFirst(
  line: number,
  words: readonly Word[],
  end: { readonly column: number },
  above: Pair | null,
): Parts | Problem {
  const [name = { text: '', column: 1 }, source, target, ...rest] = words;
  if (name.text === 'reach' || name.text === 'no-path') {
    if (source === undefined) {
      if (above !== null) return { pair: above, name, rest: [] };
      return errorAt(line, end, said.noSource, said.pairExample(name.text));
    }
    if (target === undefined) return errorAt(line, end, said.noTarget, said.pairExample(name.text));
    return { pair: { source, target }, name, rest };
  }
  if (name.text === 'same-as') return { pair: null, name, rest: words.slice(1) };
  if (above !== null) return { pair: above, name, rest: words.slice(1) };
  return errorAt(line, name, said.noPair, said.writePair(name.text));
}

function wrongEnd(line: number, { source, target }: Pair, nodes: readonly string[]): Problem | null {
  if (!nodes.includes(source.text))
    return errorAt(line, source, said.noNode(source.text), suggest(source.text, nodes));
  if (parseAddress(target.text) !== null || nodes.includes(target.text)) return null;
  const hint = suggest(target.text, nodes);
  return errorAt(line, target, said.neither(target.text), hint);
}

function parseCheck(
  line: number,
  name: Word,
  rest: readonly Word[],
  end: { readonly column: number },
  nodes: readonly string[],
): Check | Problem {
  const [first, second] = rest;
  switch (name.text) {
    case 'path': {
      const wrong = rest.find(({ text }) => text !== '*' && parseAddress(text) === null);
      if (wrong !== undefined) {
        return errorAt(line, wrong, said.noHop(wrong.text), said.aHop);
      }
      if (first === undefined) return errorAt(line, end, said.noHops, said.example);
      return { type: 'path', hops: rest.map(({ text }) => (text === '*' ? null : text)) };
    }
    case 'reach':
    case 'no-path':
      if (first !== undefined) return errorAt(line, first, said.nothingFollows(name.text));
      return { type: name.text };
    case 'via':
      if (first === undefined) return errorAt(line, end, said.nodeMissing, said.viaExample);
      if (!nodes.includes(first.text)) {
        return errorAt(line, first, said.noNode(first.text), suggest(first.text, nodes));
      }
      if (second !== undefined) return errorAt(line, second, said.oneNode);
      return { type: 'via', node: first.text };
    case 'rtt': {
      const written = rest.map(({ text }) => text).join(' ');
      const [, operator, limit, unit = 'ms'] = RTT.exec(written) ?? [];
      const relation = RELATIONS.find((known) => known === operator);
      if (relation === undefined || limit === undefined) {
        const at = first === undefined ? end : { ...first, text: written };
        return errorAt(line, at, said.noLimit, said.limitExample);
      }
      return { type: 'rtt', relation, limitMs: Number(limit) * (UNITS[unit] ?? 1) };
    }
    case 'same-as':
      if (first === undefined) return errorAt(line, end, said.observedMissing, said.observedExample);
      if (second !== undefined) return errorAt(line, second, said.oneName);
      return { type: 'same-as', name: first };
    default:
      return errorAt(line, name, said.unknown(name.text), suggest(name.text, CHECKS) ?? said.oneOf(CHECKS));
  }
}
