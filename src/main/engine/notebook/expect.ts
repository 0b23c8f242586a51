/** The language of expect cells: `SOURCE -> TARGET CHECK`, one a line; `#` begins a comment. */
import type { Problem } from '../../../shared/problem';
import { parseAddress } from '../address';
import { suggest } from '../topology/nearest';
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
  | { readonly type: 'rtt'; readonly relation: RttRelation; readonly limitMs: number };

export interface Expectation {
  /** Line in the cell, from 1. */
  readonly line: number;
  /** The line without comment and surrounding blanks. */
  readonly text: string;
  readonly source: Word;
  readonly target: Word;
  readonly check: Check;
}

export interface ExpectCell {
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
}

const CHECKS = ['path', 'reach', 'no-path', 'via', 'rtt'];
const EXAMPLE = 'for example `alice -> bob path 10.1.0.1 * 10.3.0.10`';
const RTT = /^(<=?|>=?) ?(\d{1,9}(?:\.\d{1,9})?) ?ms$/;

export function parseExpect(text: string, nodes: readonly string[]): ExpectCell {
  const expectations: Expectation[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of text.split('\n').entries()) {
    const line = index + 1;
    const words = wordsOf(source);
    if (words.length === 0) continue;
    if (expectations.length === COMMAND_LIMIT) {
      const hint = 'Put the rest into a cell of its own';
      problems.push(errorAt(line, { column: 1 }, `A cell may have up to ${COMMAND_LIMIT} checks`, hint));
      break;
    }
    const parsed = parseLine(line, words, nodes);
    if ('severity' in parsed) problems.push(parsed);
    else expectations.push(parsed);
  }
  return { expectations, problems };
}

function parseLine(line: number, words: readonly Word[], nodes: readonly string[]): Expectation | Problem {
  const [source, arrow, target, name, ...rest] = words;
  const last = words.at(-1);
  const end = { column: last === undefined ? 1 : last.column + last.text.length };
  if (source === undefined || arrow === undefined) {
    return errorAt(line, source ?? end, 'An expectation reads `SOURCE -> TARGET CHECK`', EXAMPLE);
  }
  if (arrow.text !== '->') return errorAt(line, arrow, `Expected \`->\` here, not "${arrow.text}"`, EXAMPLE);
  if (!nodes.includes(source.text)) {
    return errorAt(line, source, `There is no node "${source.text}"`, suggest(source.text, nodes));
  }
  if (target === undefined) return errorAt(line, end, 'The target is missing', EXAMPLE);
  if (parseAddress(target.text) === null && !nodes.includes(target.text)) {
    return errorAt(
      line,
      target,
      `"${target.text}" is neither an address nor a node`,
      suggest(target.text, nodes),
    );
  }
  if (name === undefined) return errorAt(line, end, 'The check is missing', `one of ${CHECKS.join(', ')}`);
  const check = parseCheck(line, name, rest, end, nodes);
  if ('severity' in check) return check;
  return { line, text: words.map((word) => word.text).join(' '), source, target, check };
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
        return errorAt(
          line,
          wrong,
          `"${wrong.text}" is no hop`,
          'a hop is an address, or `*` for a silent one',
        );
      }
      if (first === undefined) return errorAt(line, end, 'The hops of the path are missing', EXAMPLE);
      return { type: 'path', hops: rest.map(({ text }) => (text === '*' ? null : text)) };
    }
    case 'reach':
    case 'no-path':
      if (first !== undefined) return errorAt(line, first, `Nothing may follow \`${name.text}\``);
      return { type: name.text };
    case 'via':
      if (first === undefined) return errorAt(line, end, 'The node is missing', 'for example `via r1`');
      if (!nodes.includes(first.text)) {
        return errorAt(line, first, `There is no node "${first.text}"`, suggest(first.text, nodes));
      }
      if (second !== undefined) return errorAt(line, second, 'Only one node may follow `via`');
      return { type: 'via', node: first.text };
    case 'rtt': {
      const written = rest.map(({ text }) => text).join(' ');
      const [, operator, limit] = RTT.exec(written) ?? [];
      const relation = RELATIONS.find((known) => known === operator);
      if (relation === undefined || limit === undefined) {
        const at = first === undefined ? end : { ...first, text: written };
        return errorAt(line, at, 'A time limit is missing or not understood', 'for example `rtt < 80ms`');
      }
      return { type: 'rtt', relation, limitMs: Number(limit) };
    }
    default:
      return errorAt(
        line,
        name,
        `There is no check "${name.text}"`,
        suggest(name.text, CHECKS) ?? `one of ${CHECKS.join(', ')}`,
      );
  }
}
