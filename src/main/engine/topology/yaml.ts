/**
 * YAML text to plain JSON with the place of every key and value. Bounded on all sides: length, lexemes,
 * depth, what aliases expand to. No tags, no merge keys, no second document; YAML 1.2 core schema.
 */
import { Composer, Lexer, LineCounter, Parser, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import type { Problem, Result } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { inOrder, type Locate, type Span } from './issue';
import { isReservedKey, type Json, type Path } from './json';
import { MAX_ALIAS_VALUES, MAX_DEPTH, MAX_LEXEMES, MAX_TEXT } from './limits';

const said = strings.reasons.topology.yaml;

export interface YamlText {
  /** Null for an empty text. */
  readonly value: Json;
  /** The place of a path; the nearest enclosing one where the path is not in the text. */
  readonly locate: Locate;
}

/** Stops reading at once: what follows would not be worth reporting, or not safe to go through. */
class Stop extends Error {
  constructor(
    message: string,
    readonly hint: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

export function readYaml(text: string): Result<YamlText> {
  const lines = new LineCounter();
  try {
    const document = compose(text, lines);
    const syntax = syntaxProblems(document, lines);
    if (syntax.length > 0) return { ok: false, problems: inOrder(syntax) };
    const reader = new Reader(lines);
    const value = document.contents === null ? null : reader.read(document.contents, 0);
    if (reader.problems.length > 0) return { ok: false, problems: inOrder(reader.problems) };
    const locate: Locate = (path, at) => reader.locate(document.contents, path, at);
    return { ok: true, value: { value, locate }, problems: [] };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { line, col } = lines.linePos(error.offset);
    // linePos answers line 0 for a text of which no line was counted.
    const place = { line: Math.max(line, 1), column: Math.max(col, 1) };
    return {
      ok: false,
      problems: [{ severity: 'error', message: error.message, hint: error.hint, ...place }],
    };
  }
}

/** The nodes of a text with their places, for those who change it; null for a text that is no YAML to read. */
export function readNodes(text: string): Document.Parsed | null {
  try {
    const document = compose(text, new LineCounter());
    return document.errors.length === 0 ? document : null;
  } catch (error) {
    if (error instanceof Stop) return null;
    throw error;
  }
}

function compose(text: string, lines: LineCounter): Document.Parsed {
  // The parser is driven by hand to stop in time, so the first line must be counted by hand too.
  lines.addNewLine(0);
  if (text.length > MAX_TEXT)
    throw new Stop(
      said.tooLong(text.length.toLocaleString('en'), MAX_TEXT.toLocaleString('en')),
      said.split,
      0,
    );
  const lexer = new Lexer();
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  let lexemes = 0;
  for (const lexeme of lexer.lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (lexeme.includes('\0'))
      throw new Stop(said.nul, said.removeNul, parser.offset - lexeme.length + lexeme.indexOf('\0'));
    if (parser.stack.length > MAX_DEPTH) throw new Stop(said.tooDeep(MAX_DEPTH), said.levels, parser.offset);
    lexemes++;
    if (lexemes > MAX_LEXEMES)
      throw new Stop(said.tooMany, said.wordsAllowed(MAX_LEXEMES.toLocaleString('en')), parser.offset);
  }
  tokens.push(...parser.end());
  // The reader below finds duplicate keys; the library's own check takes quadratic time.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) throw new Stop(said.unreadable, said.startWith, 0);
  if (second !== undefined) throw new Stop(said.second, said.removeLine, second.range[0]);
  return document;
}

function syntaxProblems(document: Document.Parsed, lines: LineCounter): Problem[] {
  // Brackets left open inside one another are all missed at one place, the end: once is enough.
  const found = [...document.errors, ...document.warnings];
  const told = (error: (typeof found)[number], index: number): boolean =>
    found.findIndex(({ code, pos }) => code === error.code && pos[0] === error.pos[0]) === index;
  return found.filter(told).map((error) => {
    const [start, end] = error.pos;
    const isTag = error.code === 'TAG_RESOLVE_FAILED';
    return {
      severity: 'error',
      message: isTag ? said.tag : said.broken(error.code, error.message),
      hint: isTag ? said.removeTag : syntaxHint(error),
      ...spanOf(lines, start, end),
    };
  });
}

function syntaxHint({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === 'TAB_AS_INDENT') return said.spaces;
  const unclosed = code === 'BAD_INDENT' && / and end with a [\]}]/.test(message);
  if (code === 'BAD_INDENT' && !unclosed) return said.sameColumn;
  if (unclosed || code === 'MISSING_CHAR' || code === 'BLOCK_IN_FLOW') return said.unclosed;
  return said.look;
}

function spanOf(lines: LineCounter, start: number, end: number): Required<Span> {
  const { line, column } = placeOf(lines, start);
  const to = placeOf(lines, Math.max(start, end));
  return { line, column, endLine: to.line, endColumn: to.column };
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

class Reader {
  readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly targets = new Map<Node, Node>();
  private aliasValues = 0;
  /** The alias of the text that is being read, while one is; those inside it are not of interest. */
  private outerAlias: Node | null = null;

  constructor(private readonly lines: LineCounter) {}

  /** The value of a node. Goes in the order of the text, so that an alias means the anchor before it. */
  read(node: Node, depth: number): Json {
    if (depth > MAX_DEPTH) throw new Stop(said.tooDeep(MAX_DEPTH), said.noLoop, startOf(node));
    if (this.outerAlias !== null && ++this.aliasValues > MAX_ALIAS_VALUES)
      throw new Stop(
        said.aliases(MAX_ALIAS_VALUES.toLocaleString('en')),
        said.fewerAliases,
        startOf(this.outerAlias ?? node),
      );
    if (isAlias(node)) return this.readAlias(node, node.source, depth);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) return this.readMap(node, depth);
    if (isSeq<Node>(node)) return node.items.map((item) => this.read(item, depth + 1));
    return isScalar(node) ? this.readScalar(node, node.value) : null;
  }

  private readAlias(node: Node, name: string, depth: number): Json {
    const target = this.anchors.get(name);
    if (target === undefined) {
      this.report(node, said.noAnchor(name), said.anchors);
      return null;
    }
    this.targets.set(node, target);
    if (this.outerAlias !== null) return this.read(target, depth + 1);
    this.outerAlias = node;
    const value = this.read(target, depth + 1);
    this.outerAlias = null;
    return value;
  }

  private readScalar(node: Node, value: unknown): Json {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.report(node, said.noNumber, said.finite);
    return null;
  }

  private readMap(map: YAMLMap<Node, Node | null>, depth: number): Json {
    const result: Record<string, Json> = {};
    for (const { key, value } of map.items) {
      const name = keyText(key);
      if (name === null) {
        this.report(key, said.keyWord, said.quoteKey);
      } else if (name === '<<') {
        this.report(key, said.merge, said.writeOut);
      } else if (isReservedKey(name)) {
        this.report(key, said.reserved(name), said.anotherName);
      } else if (Object.hasOwn(result, name)) {
        this.report(key, said.twice(name), said.unique);
      } else {
        result[name] = value === null ? null : this.read(value, depth + 1);
      }
    }
    return result;
  }

  private report(node: Node, message: string, hint: string): void {
    // An alias repeats what was reported where its anchor stands.
    if (this.outerAlias !== null) return;
    this.problems.push({ severity: 'error', message, hint, ...this.span(node) });
  }

  locate(root: Node | null, path: Path, at: 'key' | 'value'): Span {
    let node: Node | null = root;
    let span = node === null ? { line: 1, column: 1 } : this.headSpan(node);
    for (const [index, step] of path.entries()) {
      if (node !== null && isAlias(node)) node = this.targets.get(node) ?? null;
      const last = index === path.length - 1;
      if (isMap<Node, Node | null>(node)) {
        const pair = node.items.find(({ key }) => keyText(key) === String(step));
        if (pair === undefined) return span;
        node = pair.value;
        const useKey =
          node === null || (!isScalar(node) && !isAlias(node)) || startOf(node) < 0 || isEmpty(node);
        span = this.span(useKey || (last && at === 'key') ? pair.key : node!);
      } else if (isSeq<Node>(node)) {
        const item = node.items[Number(step)];
        if (item === undefined) return span;
        node = item;
        span = this.headSpan(item);
      } else return span;
    }
    // A mapping or list is marked by its key, or by its first line where it stands in a list.
    return span;
  }

  /** A scalar whole, of a mapping or list its first line. */
  private headSpan(node: Node): Span {
    const { line, column, endLine, endColumn } = this.span(node);
    return endLine === line ? { line, column, endLine, endColumn } : { line, column };
  }

  private span(node: Node): Required<Span> {
    return spanOf(this.lines, startOf(node), node.range?.[1] ?? 0);
  }
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** A value that was left out (`office:` and nothing more) has no extent; its key stands for it. */
function isEmpty(node: Node): boolean {
  return node.range !== null && node.range !== undefined && node.range[0] === node.range[1];
}

function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  // As typed: a node called 01 or 1e3 keeps its name.
  return typeof key.value === 'string' ? key.value : (key.source ?? null);
}
