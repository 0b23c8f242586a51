/** The YAML front matter of a notebook: read leniently, never rewritten. */
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { isObject, own } from '../topology/json';
import { readYaml } from '../topology/yaml';
import { linesFrom, type Line } from './lines';

const said = strings.reasons.cells.frontMatter;

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

/** Whether a text begins like front matter that no line closes: `---`, then a key. A thematic break has none. */
export function hasUnclosedFrontMatter(text: string): boolean {
  const [first, second] = linesFrom(text, bomLength(text));
  if (first === undefined || second === undefined || frontMatterExtent(text) !== null) return false;
  const line = ({ start, end }: Line): string => text.slice(start, Math.min(end, start + 1000));
  return /^---[ \t]*$/.test(line(first)) && /^[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)/.test(line(second));
}

/** Reads the front matter at an extent; problems have positions in the file. */
export function readFrontMatter(text: string, extent: Extent | null): FrontMatter {
  if (extent === null) return DEFAULTS;
  const yaml = text.slice(extent.yamlStart, extent.yamlEnd);
  if (yaml.length > SIZE_LIMIT) return wrong([{ line: 0, column: 1, message: said.tooLong }]);
  const read = readYaml(yaml);
  if (!read.ok) return wrong(read.problems);
  const { value, locate } = read.value;
  if (value === null) return DEFAULTS;
  if (!isObject(value)) return wrong([{ line: 1, column: 1, message: said.lines }]);

  const problems: Problem[] = [];
  const take = <T>(key: string, fallback: T, accept: (given: unknown) => given is T, what: string): T => {
    const given = own(value, key);
    if (given === undefined) return fallback;
    if (accept(given)) return given;
    problems.push(frontMatterProblem({ ...locate([key], 'value'), message: said.mustBe(key, what) }));
    return fallback;
  };
  return {
    formatVersion: take('tracebook', FORMAT_VERSION, isPositiveInteger, said.version),
    seed: take('seed', 0, isSeed, said.seed(SEED_MAX)),
    title: take('title', null, isTitle, said.title),
    problems,
  };
}

/** A position in the YAML, whose first line is the second of the file. */
type Finding = Pick<Problem, 'line' | 'column' | 'message'>;

function wrong(findings: readonly Finding[]): FrontMatter {
  return { ...DEFAULTS, problems: findings.map(frontMatterProblem) };
}

function frontMatterProblem({ line, column, message }: Finding): Problem {
  return {
    severity: 'error',
    message: said.wrong(message),
    hint: said.defaultUsed,
    line: line + 1,
    column,
  };
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
