/** Programs of the machine, run to their end. */
import { execFile } from 'node:child_process';

const LIMIT_MS = 60_000;

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Never rejects: a program that cannot be started ends with code 127. */
export function run(command: string, args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      [...args],
      { timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
        resolve({ code, out, err: err === '' && error !== null ? error.message : err });
      },
    );
    // A program that ends early closes its end; what it did not read does not matter.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The output; throws with what the program said where it fails. */
export async function must(command: string, args: readonly string[], input = ''): Promise<string> {
  const { code, out, err } = await run(command, args, input);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code}): ${err || out}`);
  return out;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
