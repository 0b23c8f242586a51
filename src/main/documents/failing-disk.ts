/** For tests: a disk on which one chosen call fails, with the calls counted in the order they are made. */
import { fileSystem, type FileSystem } from './file-system';

export interface FailingDisk {
  readonly fs: FileSystem;
  /** Names of the calls made so far, those on open files included. */
  readonly calls: readonly string[];
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

/** A disk whose call number `failing` (from 0) fails with `code`; null lets all succeed. */
export function failingDisk(failing: number | null, code: string): FailingDisk {
  const calls: string[] = [];

  function watched<T extends object>(target: T): T {
    return new Proxy(target, {
      get(object, key) {
        const member: unknown = Reflect.get(object, key, object);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          const fails = calls.length === failing;
          calls.push(String(key));
          // Even a close that reports an error closes.
          if (fails && key !== 'close') throw diskError(code);
          const result: unknown = await Reflect.apply(member, object, args);
          if (fails) throw diskError(code);
          return key === 'open' && typeof result === 'object' && result !== null ? watched(result) : result;
        };
      },
    });
  }

  return { fs: watched({ ...fileSystem }), calls };
}
