/**
 * The language of expect cells, one check a line; `#` begins a comment: `SOURCE -> TARGET CHECK`, or `reach SOURCE
 * TARGET` and `no-path SOURCE TARGET`, or a check alone, of the pair that the line above named.
 */
import type { Problem } from '../../../shared/problem';
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
const EXAMPLE = 'for example `alice -> bob path 10.1.0.1 * 10.3.0.10`';
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
      const hint = 'Put the rest into a cell of its own';
      problems.push(errorAt(line, { column: 1 }, `A cell may have up to ${COMMAND_LIMIT} checks`, hint));
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
    return errorAt(line, source ?? end, 'An expectation reads `SOURCE -> TARGET CHECK`', EXAMPLE);
  }
  if (arrow.text !== '->') {
    const near = nearest(source.text, CHECKS);
    const hint = near === null ? EXAMPLE : `did you mean "${near}"?`;
    return errorAt(line, arrow, `Expected \`->\` here, not "${arrow.text}"`, hint);
  }
  if (target === undefined) return errorAt(line, end, 'The target is missing', EXAMPLE);
  if (name === undefined) return errorAt(line, end, 'The check is missing', `one of ${CHECKS.join(', ')}`);
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
      return errorAt(line, end, 'The source is missing', `for example \`${name.text} alice bob\``);
    }
    if (target === undefined)
      return errorAt(line, end, 'The target is missing', `for example \`${name.text} alice bob\``);
    return { pair: { source, target }, name, rest };
  }
  if (name.text === 'same-as') return { pair: null, name, rest: words.slice(1) };
  if (above !== null) return { pair: above, name, rest: words.slice(1) };
  const hint = `write \`alice -> bob ${name.text} ...\`, or \`reach alice bob\` in a line above`;
  return errorAt(line, name, 'No line above names the source and target of this check', hint);
}

function wrongEnd(line: number, { source, target }: Pair, nodes: readonly string[]): Problem | null {
  if (!nodes.includes(source.text))
    return errorAt(line, source, `There is no node "${source.text}"`, suggest(source.text, nodes));
  if (parseAddress(target.text) !== null || nodes.includes(target.text)) return null;
  const hint = suggest(target.text, nodes);
  return errorAt(line, target, `"${target.text}" is neither an address nor a node`, hint);
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
      const [, operator, limit, unit = 'ms'] = RTT.exec(written) ?? [];
      const relation = RELATIONS.find((known) => known === operator);
      if (relation === undefined || limit === undefined) {
        const at = first === undefined ? end : { ...first, text: written };
        return errorAt(
          line,
          at,
          'A time limit is missing or not understood',
          'for example `rtt < 80ms` or `rtt < 1.5s`',
        );
      }
      return { type: 'rtt', relation, limitMs: Number(limit) * (UNITS[unit] ?? 1) };
    }
    case 'same-as':
      if (first === undefined)
        return errorAt(line, end, 'The observed cell is missing', 'for example `same-as published`');
      if (second !== undefined) return errorAt(line, second, 'Only one name may follow `same-as`');
      return { type: 'same-as', name: first };
    default:
      return errorAt(
        line,
        name,
        `There is no check "${name.text}"`,
        suggest(name.text, CHECKS) ?? `one of ${CHECKS.join(', ')}`,
      );
  }
}
