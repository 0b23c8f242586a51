/** Why something stayed silent, in words under the terminal text. */
import type { CommandResult } from '../shared/results';
import { silentHopsOf } from '../shared/silence';

/** One line for each silent hop or lost ping; empty where every probe was answered. */
export function silenceText(result: CommandResult): string {
  if (result.kind === 'ping') return result.silence === null ? '' : `  no answer: ${result.silence.text}\n`;
  return silentHopsOf(result)
    .map(({ ttl, silence }) => `  hop ${ttl} is silent: ${silence.text}\n`)
    .join('');
}

export function transcript(node: string, command: string, text: string, result: CommandResult): string {
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${node}> ${command}\n${ended}${silenceText(result)}\n`;
}
