/** What settings from a file or a window must be. Pages do without it: zod would be loaded before the first key. */
import { z } from 'zod';
import { COMMANDS, type CommandId } from './commands';
import { isKeys } from './keymap';
import { LANGUAGE_CHOICES } from './language';
import { AUTOSAVE_MODES, DEFAULT_SETTINGS, FOLLOWED, SPACINGS, type Settings } from './settings';
import { isZoom } from './zoom';

const commandId = z.custom<CommandId>(
  (value) => COMMANDS.some((command) => command.id === value),
  'no command of this name',
);
const keys = z.string().max(100).refine(isKeys, 'no key: write it as in CmdOrCtrl+Shift+P, Alt+Up or D D');

/** Settings that are missing have their defaults; what is not known is refused with its name. */
export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  language: z.enum(LANGUAGE_CHOICES).default(DEFAULT_SETTINGS.language),
  highContrast: z.enum(FOLLOWED).default(DEFAULT_SETTINGS.highContrast),
  reducedMotion: z.enum(FOLLOWED).default(DEFAULT_SETTINGS.reducedMotion),
  spacing: z.enum(SPACINGS).default(DEFAULT_SETTINGS.spacing),
  zoom: z.number().refine(isZoom, 'no step of the zoom: 100 and 150 are').default(DEFAULT_SETTINGS.zoom),
  autosave: z.enum(AUTOSAVE_MODES).default(DEFAULT_SETTINGS.autosave),
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
