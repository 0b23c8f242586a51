/** Why something stayed silent, in words under the terminal text. */
import type { CommandResult } from '../shared/results';

/** One line for each silent hop or lost ping; empty where every probe was answered. */
export function silenceText(result: CommandResult): string {
  switch (result.kind) {
    case 'trace':
      return result.hops
        .map(({ ttl, silence }) => (silence === null ? '' : `  hop ${ttl} is silent: ${silence.text}\n`))
        .join('');
    case 'ping':
      return result.silence === null ? '' : `  no answer: ${result.silence.text}\n`;
    default:
      return '';
  }
}

export function transcript(node: string, command: string, text: string, result: CommandResult): string {
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${node}> ${command}\n${ended}${silenceText(result)}\n`;
}
