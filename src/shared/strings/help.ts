/** What the commands of console and edit cells do, as their tables tell it. */
import { CONSOLE_COMMANDS, type ConsoleHelp } from '../console-commands';
import { EDIT_COMMANDS, type EditHelp } from '../edit-commands';

export interface HelpStrings {
  readonly console: ConsoleHelp;
  readonly edit: EditHelp;
}

const console = Object.fromEntries(
  CONSOLE_COMMANDS.map(({ name, summary, options }) => [
    name,
    { summary, options: Object.fromEntries(options.map((option) => [option.flag, option.summary])) },
  ]),
);
const edit = Object.fromEntries(EDIT_COMMANDS.map(({ name, summary }) => [name, summary]));

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the tables that the types are made of.
export const helpStrings = { console, edit } as unknown as HelpStrings;
