/** What a person has set for the application: one file in the profile, one value in every window. */
import { z } from 'zod';
import { COMMANDS, type CommandId } from './commands';
import { isKeys, type KeyOverrides } from './keymap';
import { LANGUAGE_CHOICES, type LanguageChoice } from './language';
import { isZoom } from './zoom';

/** When a notebook that has a file is saved by itself. */
export const AUTOSAVE_MODES = ['off', 'afterDelay', 'onBlur'] as const;
export type AutosaveMode = (typeof AUTOSAVE_MODES)[number];

/** What can be as the system has it. */
export const FOLLOWED = ['system', 'on', 'off'] as const;
export type Followed = (typeof FOLLOWED)[number];

export const SPACINGS = ['usual', 'wide'] as const;
export type Spacing = (typeof SPACINGS)[number];

/** What every page looks like. */
export interface LookSettings {
  readonly language: LanguageChoice;
  readonly highContrast: Followed;
  readonly reducedMotion: Followed;
  readonly spacing: Spacing;
}

export interface Settings extends LookSettings {
  readonly autosave: AutosaveMode;
  /** Percent, one of ZOOMS. */
  readonly zoom: number;
  readonly keys: KeyOverrides;
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  highContrast: 'system',
  reducedMotion: 'system',
  spacing: 'usual',
  zoom: 100,
  autosave: 'off',
  keys: {},
};

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
