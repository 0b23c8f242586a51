/**
 * What runs that were killed left behind: namespaces and folders carry the process id of the run that made them,
 * and those of runs that are gone are removed.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './shell';

const SPACE = /^tb(\d+)[-s]/;
const FOLDER = /^tracebook-frr-(\d+)-/;

/** A namespace of this run. */
export function spaceName(seed: number, index: number): string {
  return `tb${process.pid}s${seed}-${index}`;
}

/** Where this run keeps the files of a lab: the beginning of a folder's path. */
export function folderStem(): string {
  return path.join(os.tmpdir(), `tracebook-frr-${process.pid}-`);
}

/** Removes what runs that are gone have left; how many namespaces that were. */
export async function removeLeftovers(): Promise<number> {
  const spaces = (await spacesOf(SPACE)).filter((space) => !runs(Number(SPACE.exec(space)?.[1])));
  await removeSpaces(spaces);
  for (const name of readdirSync(os.tmpdir())) {
    const [, pid] = FOLDER.exec(name) ?? [];
    if (pid === undefined || runs(Number(pid))) continue;
    rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
  return spaces.length;
}

/** Ends what runs in namespaces, and removes them. */
export async function removeSpaces(spaces: readonly string[]): Promise<void> {
  const inside = await Promise.all(spaces.map((space) => run('ip', ['netns', 'pids', space])));
  for (const pid of inside.flatMap(({ out }) => out.split('\n')).filter(Boolean)) kill(Number(pid));
  const batch = spaces.map((space) => `netns delete ${space}`);
  if (batch.length > 0) await run('ip', ['-force', '-batch', '-'], `${batch.join('\n')}\n`);
}

async function spacesOf(pattern: RegExp): Promise<string[]> {
  const { out } = await run('ip', ['netns', 'list']);
  return out
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => pattern.test(name));
}

/** Whether a run of these tests has this process id. */
function runs(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('test-frr');
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
