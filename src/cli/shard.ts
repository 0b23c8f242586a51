/** Which share of the work is this machine's: `--shard I/N`, or `--shard N` in a Kubernetes Indexed Job. */
import type { Share } from '../main/engine/probes/share';
import { UsageError } from './arguments';
import type { Io } from './io';

/** More threads than this are a slip of the finger. */
export const MOST_JOBS = 64;

/** More would be too small to be worth a machine. */
const MOST = 10_000;

/** Kubernetes counts the pods of an Indexed Job here, from 0. */
const INDEX_VARIABLE = 'JOB_COMPLETION_INDEX';

/** Throws a UsageError for what is no share. */
export function parseShard(text: string, io: Pick<Io, 'environment'>): Share {
  const [first = '', second] = text.split('/');
  if (!/^\d{1,5}(\/\d{1,5})?$/.test(text))
    throw new UsageError(`--shard ${text} is no share: write I/N, such as 2/5, or N alone in an Indexed Job`);
  const count = Number(second ?? first);
  if (count < 1 || count > MOST) throw new UsageError(`--shard ${text}: there can be 1 to ${MOST} shares`);
  const index = second === undefined ? indexFromJob(text, io) : Number(first);
  if (index < 1 || index > count)
    throw new UsageError(
      second === undefined
        ? `--shard ${text}: ${INDEX_VARIABLE} is ${index - 1}, but counts from 0 to ${count - 1}`
        : `--shard ${text}: shares count from 1 to ${count}`,
    );
  return { index, count };
}

function indexFromJob(text: string, { environment }: Pick<Io, 'environment'>): number {
  const value = environment?.(INDEX_VARIABLE);
  if (value === undefined)
    throw new UsageError(`--shard ${text}: write which share it is, as I/${text}, or set ${INDEX_VARIABLE}`);
  if (!/^\d{1,5}$/.test(value))
    throw new UsageError(`--shard ${text}: ${INDEX_VARIABLE} is "${value}", which is no number`);
  return Number(value) + 1;
}
