/**
 * The settings in their file, which a person may edit, too: it is read again when it changes. A damaged file is told and
 * left alone until a setting is changed.
 */
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
  /** Reads the file again where somebody else has written it; what is wrong there leaves the settings as they are. */
  readonly look: () => Promise<void>;
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
  /** What the file holds as far as is known. */
  let known: string | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function write(): Promise<void> {
    // What a person wrote by hand, and wrongly, is still what that person wrote.
    if (problem !== null) await putAside();
    problem = null;
    const text = `${JSON.stringify(settings, null, 2)}\n`;
    await saveFile(file, text, fs);
    known = text;
  }

  /** Takes over what the file holds. True where that is news. */
  async function take(): Promise<boolean> {
    try {
      const text = await fs.readFile(file, 'utf8');
      if (text === known) return false;
      known = text;
      settings = parseSettings(text);
      problem = null;
      return true;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') {
        const reason = errorText(error);
        problem = () => strings.dialogs.notices.settings(file, reason);
      }
      return false;
    }
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
      await take();
      onChange(settings);
    },
    look() {
      // After a write under way: what it writes is no news.
      const looked = writing.then(async () => {
        if (await take()) onChange(settings);
      });
      writing = looked;
      return looked;
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
