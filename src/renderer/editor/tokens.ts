/**
 * The colours of the cell languages: one small tokenizer for the static text of a resting cell and for the
 * live editor alike, so that a cell looks the same in both. Every language reads line by line, without state.
 */
import { CONSOLE_COMMANDS } from '../../shared/console-commands';
import { EDIT_COMMANDS } from '../../shared/edit-commands';
import type { CellKind } from '../../shared/notebook';
import { EXPECT_CHECKS, PREDICT_WORDS, SECTIONS } from './words-of-cells';

export type TokenKind =
  'text' | 'keyword' | 'name' | 'number' | 'string' | 'comment' | 'operator' | 'prompt' | 'heading';

/** A run of one colour, up to the next token's start or the end of the line. */
export interface Token {
  readonly start: number;
  readonly kind: TokenKind;
}

/** Sticky; tried in order at each place. */
interface Rule {
  readonly match: RegExp;
  readonly kind: TokenKind;
  /** Only where nothing but white space (or a prompt) stands before. */
  readonly first?: true;
}

function alternatives(names: readonly string[]): string {
  return names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');
}

const COMMENT: Rule = { match: /(?<=^|\s)#.*/y, kind: 'comment' };
const ADDRESS: Rule = { match: /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\w.])/y, kind: 'number' };
const NUMBER: Rule = { match: /-?\d+(?:\.\d+)?(?:\s?(?:ms|s|[kMG]bit\/s))?(?![\w.:/-])/y, kind: 'number' };
const QUOTED: Rule = { match: /"(?:[^"\\]|\\.)*"|'[^']*'/y, kind: 'string' };
const NAME: Rule = { match: /[A-Za-z_][\w.:/-]*[\w/]|[A-Za-z_]/y, kind: 'name' };
const OPERATOR: Rule = { match: /->|=>|[-><=,:*|[\]{}!&?]+/y, kind: 'operator' };

const EDIT_RULES: readonly Rule[] = [
  COMMENT,
  {
    match: new RegExp(`(?:${alternatives(EDIT_COMMANDS.map((c) => c.name))})(?![\\w-])`, 'y'),
    kind: 'keyword',
    first: true,
  },
  ADDRESS,
  NUMBER,
  QUOTED,
  NAME,
  OPERATOR,
];

const RULES: Readonly<Record<CellKind, readonly Rule[]>> = {
  markdown: [
    { match: /#{1,6}\s.*/y, kind: 'heading', first: true },
    { match: /`[^`]+`/y, kind: 'string' },
    { match: /(?:[-*+]|\d+[.)]|>)(?=\s)/y, kind: 'operator', first: true },
  ],
  topology: [
    COMMENT,
    QUOTED,
    {
      match: new RegExp(`(?:${alternatives(SECTIONS)})(?=\\s*:(?:\\s|$))`, 'y'),
      kind: 'keyword',
      first: true,
    },
    { match: /[\w./-]+(?=\s*:(?:\s|$))/y, kind: 'name' },
    ADDRESS,
    NUMBER,
    { match: /(?:true|false|null)\b/y, kind: 'keyword' },
    OPERATOR,
  ],
  edit: EDIT_RULES,
  scenario: EDIT_RULES,
  observed: [
    { match: /[\w.-]+\s*[>#$]/y, kind: 'prompt', first: true },
    ADDRESS,
    { match: /<?\d+(?:[.,]\d+)?\s?ms\b/y, kind: 'number' },
    { match: /\*/y, kind: 'operator' },
  ],
  console: [
    COMMENT,
    { match: /[\w.-]+\s*>/y, kind: 'prompt', first: true },
    {
      match: new RegExp(`(?:${alternatives(CONSOLE_COMMANDS.map((c) => c.name))})(?![\\w-])`, 'y'),
      kind: 'keyword',
      first: true,
    },
    ADDRESS,
    { match: /-[A-Za-z0-9]\b/y, kind: 'string' },
    NUMBER,
    NAME,
    OPERATOR,
  ],
  predict: [
    COMMENT,
    { match: new RegExp(`(?:${alternatives(PREDICT_WORDS)})(?=\\s|$)`, 'y'), kind: 'keyword', first: true },
    { match: /(?<=^\s*hint\s).*/y, kind: 'string' },
    ADDRESS,
    NUMBER,
    NAME,
    OPERATOR,
  ],
  expect: [
    COMMENT,
    { match: /->/y, kind: 'operator' },
    {
      match: new RegExp(`(?:${alternatives(EXPECT_CHECKS)})(?=\\s|$)`, 'y'),
      kind: 'keyword',
    },
    ADDRESS,
    NUMBER,
    NAME,
    OPERATOR,
  ],
};

/** Whether a token leaves the next one first on its line. */
function keepsFirst(kind: TokenKind, text: string): boolean {
  return kind === 'prompt' || text.trim() === '' || (kind === 'operator' && text.trim() === '-');
}

export function tokenizeLine(kind: CellKind, line: string): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, tokenKind: TokenKind): void => {
    if (tokens.at(-1)?.kind !== tokenKind) tokens.push({ start, kind: tokenKind });
  };
  let first = true;
  for (let at = 0; at < line.length;) {
    const found = matchAt(RULES[kind], line, at, first);
    push(at, found?.kind ?? 'text');
    const length = found?.length ?? unmatched(line, at);
    first &&= keepsFirst(found?.kind ?? 'text', line.slice(at, at + length));
    at += length;
  }
  return tokens;
}

function matchAt(
  rules: readonly Rule[],
  line: string,
  at: number,
  first: boolean,
): { readonly kind: TokenKind; readonly length: number } | null {
  for (const rule of rules) {
    if (rule.first === true && !first) continue;
    rule.match.lastIndex = at;
    const length = rule.match.exec(line)?.[0].length ?? 0;
    if (length > 0) return { kind: rule.kind, length };
  }
  return null;
}

/** White space or one word that no rule knows; whole words, so that no rule starts inside one. */
function unmatched(line: string, at: number): number {
  return /^(?:\s+|[\w.-]+|[^\s\w])/.exec(line.slice(at))?.[0].length ?? 1;
}
