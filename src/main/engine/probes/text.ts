/** Results as the terminal prints them, LF line ends, no trailing blanks. */
import type { CommandResult, HelpResult } from '../../../shared/results';
import { pathsText } from './paths-text';
import { routesText } from './routes-text';
import { pingText, tracertText } from './windows-text';

/** Terminal text of any result; ends without a newline. */
export function renderText(result: CommandResult): string {
  switch (result.kind) {
    case 'trace':
      return tracertText(result);
    case 'ping':
      return pingText(result);
    case 'paths':
      return pathsText(result);
    case 'routes':
      return routesText(result);
    case 'help':
      return helpText(result);
    case 'failure':
      return result.hint === undefined ? result.message : `${result.message}\n(${result.hint})`;
  }
}

function helpText(result: HelpResult): string {
  return result.commands.map(({ usage, summary }) => `${usage}\n    ${summary}`).join('\n');
}
