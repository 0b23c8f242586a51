/** The language of console cells: `NODE> command`, one a line; `#` begins a comment line. */
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { suggest } from '../topology/nearest';
import { COMMAND_LIMIT, errorAt, type Word } from './words';

const said = strings.reasons.commands;

export interface ConsoleLine {
  /** Line in the cell, from 1. */
  readonly line: number;
  readonly node: Word;
  /** All that follows the prompt, without blanks around it. */
  readonly command: Word;
}

export interface ConsoleCell {
  readonly lines: readonly ConsoleLine[];
  readonly problems: readonly Problem[];
}

const PROMPT = /^([ \t]*)([^ \t>]+)[ \t]*>[ \t]*/;

export function parseConsole(text: string, nodes: readonly string[]): ConsoleCell {
  const known = new Set(nodes);
  const lines: ConsoleLine[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of text.split('\n').entries()) {
    const line = index + 1;
    const content = source.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (lines.length === COMMAND_LIMIT) {
      problems.push(errorAt(line, { column: 1 }, said.tooManyCommands(COMMAND_LIMIT), said.anotherCell));
      break;
    }
    const parsed = parseLine(line, source, content, known, nodes);
    if ('severity' in parsed) problems.push(parsed);
    else lines.push(parsed);
  }
  return { lines, problems };
}

function parseLine(
  line: number,
  source: string,
  content: string,
  known: ReadonlySet<string>,
  nodes: readonly string[],
): ConsoleLine | Problem {
  const start = source.indexOf(content) + 1;
  const [prompt = '', , name = ''] = PROMPT.exec(source) ?? [];
  if (prompt === '') {
    const example = `${nodes[0] ?? 'NODE'}> ${content}`;
    return errorAt(
      line,
      { column: start, text: content },
      said.noPrompt,
      said.promptExample(example.slice(0, 60)),
    );
  }
  const node: Word = { text: name, column: start };
  if (!known.has(name)) return errorAt(line, node, said.noNodeAtPrompt(name), suggest(name, nodes));
  const command: Word = { text: source.slice(prompt.length).trim(), column: prompt.length + 1 };
  if (command.text === '') {
    return errorAt(line, node, said.noCommand, said.listCommands(name));
  }
  return { line, node, command };
}
