/** What a person has set for the application: one file in the profile, one value in every window. */
import type { KeyOverrides } from './keymap';
import type { LanguageChoice } from './language';

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
