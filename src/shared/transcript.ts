/** The outputs of a notebook as a terminal would show them, with the reason of every silence under the text. */
import type { CellOutput, ExpectCheck, Predicted } from './evaluation';
import type { NetworkView } from './network-view';
import type { CommandResult } from './results';
import { silentRuns } from './silence';
import { strings } from './strings';

const words = strings.reasons.silence;
const said = strings.reasons.cells.outputs;

/** One line for each run of silent hops, or for a lost ping; empty where every probe was answered. */
export function silenceText(result: CommandResult): string {
  return silentRuns(result)
    .map(({ first, last, text }) => `  ${runTitle(result, first, last)}: ${text}\n`)
    .join('');
}

function runTitle({ kind }: CommandResult, first: number, last: number): string {
  if (kind === 'ping') return words.noAnswer;
  return first === last ? words.hopSilent(first) : words.hopsSilent(first, last);
}

export function transcript(node: string, command: string, text: string, result: CommandResult): string {
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${node}> ${command}\n${ended}${silenceText(result)}\n`;
}

/** Ends with an empty line, unless there is nothing to show. */
export function outputText(output: CellOutput, view: NetworkView | null): string {
  if (output.status === 'blocked') return `${said.blocked(output.kind)}\n\n`;
  switch (output.kind) {
    case 'markdown':
      return '';
    case 'topology':
      if (view === null) return `${said.inError(output.kind)}\n\n`;
      return `${said.network(view.nodes.length, view.links.length)}\n\n`;
    case 'edit':
      if (output.status === 'error') return `${said.unchanged}\n\n`;
      return paragraph(output.edits.map(({ text, summary }) => `edit> ${text}\n  ${summary}\n`));
    case 'scenario':
      if (output.status === 'error') return `${said.inError(output.kind)}\n\n`;
      return paragraph([
        `scenario ${output.name ?? ''} from ${output.from ?? ''}\n`,
        ...output.edits.map(({ text, summary }) => `  ${text}: ${summary}\n`),
      ]);
    case 'observed':
      return output.entries.map(({ text }) => `${text}\n\n`).join('');
    case 'console':
      return output.entries
        .map(({ node, command, text, result }) => transcript(node, command, text, result))
        .join('');
    case 'expect':
      return paragraph(output.checks.map(checkText));
    case 'predict':
      return output.predicted === null ? `${said.inError(output.kind)}\n\n` : predictedText(output.predicted);
  }
}

function checkText({ passed, text, expected, actual, difference }: ExpectCheck): string {
  if (passed) return `ok      ${text}\n`;
  const detail = [said.expected(expected), said.actual(actual), ...(difference === null ? [] : [difference])];
  return `FAILED  ${text}\n${detail.map((line) => `        ${line}\n`).join('')}`;
}

/** What a reader may see before the answer is revealed. */
function predictedText({ source, target, choices, answer, verdict, remark }: Predicted): string {
  const asked = choices.length === 0 ? 'path' : choices.map(({ text }) => text).join(' | ');
  const judged = verdict === 'wrong' ? said.wrong(remark ?? '') : said[verdict];
  return `predict ${source} -> ${target} ${asked}\n${answer === null ? '' : `  ${answer}\n`}  ${judged}\n\n`;
}

function paragraph(blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : `${blocks.join('')}\n`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
