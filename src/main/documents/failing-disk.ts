/** For tests: a disk on which one chosen call fails, with the calls counted in the order they are made. */
import { fileSystem, type FileSystem } from './file-system';

export interface FailingDisk {
  readonly fs: FileSystem;
  /** Names of the calls made so far, those on open files included. */
  readonly calls: readonly string[];
  /** From now on nothing fails, and calls are not counted. */
  readonly mend: () => void;
}

/** `before`: the failing call does nothing. `halfway`: a write first brings half of its content to the disk. */
export type Failing = 'before' | 'halfway';

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

function halfOf(content: unknown): unknown {
  if (typeof content === 'string') return content.slice(0, Math.ceil(content.length / 2));
  return content instanceof Uint8Array ? content.subarray(0, Math.ceil(content.length / 2)) : content;
}

/** A disk whose call number `failing` (from 0) fails with `code`; null lets all succeed. */
export function failingDisk(failing: number | null, code: string, how: Failing = 'before'): FailingDisk {
  const calls: string[] = [];
  let mended = false;

  function watched<T extends object>(target: T): T {
    return new Proxy(target, {
      get(object, key) {
        const member: unknown = Reflect.get(object, key, object);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          const fails = !mended && calls.length === failing;
          if (!mended) calls.push(String(key));
          if (fails && how === 'halfway' && key === 'writeFile')
            await Reflect.apply(member, object, [halfOf(args[0]), ...args.slice(1)]);
          // Even a close that reports an error closes.
          if (fails && key !== 'close') throw diskError(code);
          const result: unknown = await Reflect.apply(member, object, args);
          if (fails) throw diskError(code);
          return key === 'open' && typeof result === 'object' && result !== null ? watched(result) : result;
        };
      },
    });
  }

  const mend = (): void => {
    mended = true;
  };
  return { fs: watched({ ...fileSystem }), calls, mend };
}
