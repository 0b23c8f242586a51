/** What a person has set for the application: one file in the profile, one value in every window. */
import { z } from 'zod';
import { COMMANDS, type CommandId } from './commands';
import { isKeys, type KeyOverrides } from './keymap';
import { LANGUAGE_CHOICES, type LanguageChoice } from './language';

/** When a notebook that has a file is saved by itself. */
export const AUTOSAVE_MODES = ['off', 'afterDelay', 'onBlur'] as const;
export type AutosaveMode = (typeof AUTOSAVE_MODES)[number];

export interface Settings {
  readonly autosave: AutosaveMode;
  readonly language: LanguageChoice;
  readonly keys: KeyOverrides;
}

export const DEFAULT_SETTINGS: Settings = { autosave: 'off', language: 'system', keys: {} };

const commandId = z.custom<CommandId>(
  (value) => COMMANDS.some((command) => command.id === value),
  'no command of this name',
);
const keys = z.string().max(100).refine(isKeys, 'no key: write it as in CmdOrCtrl+Shift+P, Alt+Up or D D');

/** Settings that are missing have their defaults; what is not known is refused with its name. */
export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  autosave: z.enum(AUTOSAVE_MODES).default(DEFAULT_SETTINGS.autosave),
  language: z.enum(LANGUAGE_CHOICES).default(DEFAULT_SETTINGS.language),
  keys: z.partialRecord(commandId, z.array(keys).max(8)).default({}),
});

/** The settings in a file's text. Throws an Error that says what is wrong and where. */
export function parseSettings(text: string): Settings {
  const result = settingsSchema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Error(where === '' ? (issue?.message ?? '') : `${where}: ${issue?.message ?? ''}`);
}
