/** The settings in their file. A damaged file is told and left alone until a setting is changed. */
import path from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '../shared/settings';
import { parseSettings } from '../shared/settings-schema';
import { strings } from '../shared/strings';
import { errorCode, errorText, fileSystem, type FileSystem } from './documents/file-system';
import { saveFile, SaveError } from './documents/save';
import type { Words } from './documents/words';

export interface SettingsStore {
  readonly get: () => Settings;
  /** What is wrong with the file; null for nothing. */
  readonly problem: () => Words | null;
  readonly load: () => Promise<void>;
  /** Uses settings from now on and writes them. Throws SaveError where they cannot be kept. */
  readonly set: (settings: Settings) => Promise<void>;
}

export function createSettingsStore(
  file: string,
  onChange: (settings: Settings) => void,
  fs: FileSystem = fileSystem,
): SettingsStore {
  let settings = DEFAULT_SETTINGS;
  let problem: Words | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function write(): Promise<void> {
    // What a person wrote by hand, and wrongly, is still what that person wrote.
    if (problem !== null) await putAside();
    problem = null;
    await saveFile(file, `${JSON.stringify(settings, null, 2)}\n`, fs);
  }

  async function putAside(): Promise<void> {
    try {
      await fs.rename(file, path.join(path.dirname(file), 'settings.wrong.json'));
    } catch (error) {
      throw new SaveError(() => strings.dialogs.saving.other(errorText(error)), { cause: error });
    }
  }

  return {
    get: () => settings,
    problem: () => problem,
    async load() {
      try {
        settings = parseSettings(await fs.readFile(file, 'utf8'));
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') {
          const reason = errorText(error);
          problem = () => strings.dialogs.notices.settings(file, reason);
        }
      }
      onChange(settings);
    },
    set(next) {
      settings = next;
      onChange(next);
      const written = writing.then(write);
      writing = written.catch(() => undefined);
      return written;
    },
  };
}
