/** The YAML front matter of a notebook: read leniently, never rewritten. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '../../../shared/problem';
import { linesFrom } from './lines';

/** The format this program reads and writes. */
export const FORMAT_VERSION = 1;

/** Longer front matter is kept but not read: no notebook needs it, and YAML is slow. */
const SIZE_LIMIT = 64 * 1024;

const SEED_MAX = 2 ** 32 - 1;

export interface FrontMatter {
  readonly formatVersion: number;
  readonly title: string | null;
  readonly seed: number;
  readonly problems: readonly Problem[];
}

const DEFAULTS: FrontMatter = { formatVersion: FORMAT_VERSION, title: null, seed: 0, problems: [] };

export const BOM = '\uFEFF';

export function bomLength(text: string): number {
  return text.startsWith(BOM) ? BOM.length : 0;
}

interface Extent {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  /** Offset of the line after the closing delimiter. */
  readonly end: number;
}

/** Where front matter stands: between a first line `---` and the next line `---` or `...`; null if nowhere. */
export function frontMatterExtent(text: string): Extent | null {
  let yamlStart: number | null = null;
  for (const { start, end, next } of linesFrom(text, bomLength(text))) {
    const line = text.slice(start, Math.min(end, start + 1000));
    if (yamlStart === null) {
      if (!/^---[ \t]*$/.test(line)) return null;
      yamlStart = next;
    } else if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) {
      return { yamlStart, yamlEnd: start, end: next };
    }
  }
  return null;
}

/** Reads the front matter at an extent; problems have positions in the file. */
export function readFrontMatter(text: string, extent: Extent | null): FrontMatter {
  if (extent === null) return DEFAULTS;
  const yaml = text.slice(extent.yamlStart, extent.yamlEnd);
  if (yaml.length > SIZE_LIMIT) {
    return { ...DEFAULTS, problems: [problemAt(1, 1, 'The front matter is too long to be read')] };
  }
  const lines = new LineCounter();
  const document = parseLeniently(yaml, lines);
  if (document === null) {
    return { ...DEFAULTS, problems: [problemAt(2, 1, 'The front matter is nested too deeply to be read')] };
  }
  const at = (offset: number): { line: number; column: number } => {
    const position = lines.linePos(offset);
    return { line: Math.max(position.line, 1) + 1, column: Math.max(position.col, 1) };
  };
  const syntaxErrors = document.errors.map((error): Problem => {
    const { line, column } = at(error.pos[0]);
    return problemAt(line, column, `The front matter is not valid YAML: ${firstSentence(error.message)}`);
  });
  if (syntaxErrors.length > 0) return { ...DEFAULTS, problems: syntaxErrors };
  return readKeys(document, at);
}

function readKeys(document: Document, at: (offset: number) => { line: number; column: number }): FrontMatter {
  const problems: Problem[] = [];
  if (document.contents === null) return DEFAULTS;
  if (!isMap(document.contents)) {
    return {
      ...DEFAULTS,
      problems: [problemAt(2, 1, 'The front matter must be a list of `key: value` lines')],
    };
  }
  const read = <T>(key: string, fallback: T, accept: (value: unknown) => value is T, what: string): T => {
    const node: unknown = document.get(key, true);
    if (node === undefined) return fallback;
    const value = isScalar(node) ? node.value : node;
    if (accept(value)) return value;
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    const { line, column } = at(offset);
    problems.push(problemAt(line, column, `\`${key}\` must be ${what}`));
    return fallback;
  };
  const formatVersion = read('tracebook', FORMAT_VERSION, isPositiveInteger, 'a format version such as 1');
  const seed = read('seed', 0, isSeed, `a whole number from 0 to ${SEED_MAX}`);
  const title = read('title', null, isTitle, 'text');
  return { formatVersion, seed, title, problems };
}

/** Null where the YAML is nested so deeply that the parser runs out of stack. */
function parseLeniently(yaml: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  } catch {
    return null;
  }
}

function problemAt(line: number, column: number, message: string): Problem {
  return {
    severity: 'error',
    message,
    hint: 'Defaults are used: version 1, seed 0; the file keeps what it says',
    line,
    column,
  };
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}

function isPositiveInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function isSeed(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= SEED_MAX;
}

function isTitle(value: unknown): value is string | null {
  return typeof value === 'string' || value === null;
}
