/**
 * `tracebook ask --jobs N`: the shares of a question answered side by side, each by a thread of its own, and joined by
 * the same rules as shares from several machines. What is printed is what one thread prints.
 */
import type { CommandName } from './help';
import type { ExitCode, Io } from './io';
import { takeLanguage } from './language';
import { main } from './main';
import { MOST_JOBS } from './shard';

/** Characters of a topology from which on a sweep takes longer than starting threads and reading the file again. */
const WORTH_THREADS = 100_000;

/** What the command line came to on a thread. */
export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on a thread of its own. */
export type OnThread = (argv: readonly string[]) => Promise<Outcome>;

/** Prints what a question asks for; null where its work is not shared out, and nothing was printed. */
export async function askInShares(
  argv: readonly string[],
  cores: number,
  io: Io,
  onThread: OnThread,
): Promise<ExitCode | null> {
  const [command, ...rest] = argv;
  if (command !== ('ask' satisfies CommandName)) return null;
  const { jobs, others } = withoutJobs(rest);
  const isShare = others.some((word) => /^--shard(=|$)/.test(word));
  const count = jobs ?? (paysOff(others, io) ? cores : 1);
  if (isShare || !Number.isInteger(count) || count < 2 || count > MOST_JOBS) return null;
  const shares = Array.from({ length: count }, (_, at) => `${at + 1}/${count}`);
  const outcomes = await Promise.all(shares.map((share) => onThread(['ask', '--shard', share, ...others])));
  // A question that cannot be shared out, or is wrong: asked as a whole it says so, or has its answer.
  if (outcomes.some(({ code }) => code !== 0)) return null;
  const parts = new Map(outcomes.map(({ out }, at) => [`share ${shares[at]}`, out]));
  const [first] = outcomes;
  if (first !== undefined) io.err(first.err);
  const spoken = ['--lang', takeLanguage(others).language];
  return main(['merge', ...spoken, ...(others.includes('--json') ? ['--json'] : []), ...parts.keys()], {
    ...io,
    read: (file) => ({ ok: true, text: parts.get(file) ?? '' }),
  });
}

/** The number after --jobs, undefined where it is not given, and the words without it. */
function withoutJobs(words: readonly string[]): {
  readonly jobs?: number;
  readonly others: readonly string[];
} {
  const at = words.findIndex((word) => /^--jobs(=|$)/.test(word));
  const word = words[at];
  if (word === undefined) return { others: words };
  const isApart = word === '--jobs';
  const text = isApart ? (words[at + 1] ?? '') : word.slice('--jobs='.length);
  return { jobs: Number(text), others: words.toSpliced(at, isApart ? 2 : 1) };
}

/** A sweep of failures in a large network: it walks all pairs again for every element. */
function paysOff(words: readonly string[], io: Io): boolean {
  if (!words.some((word) => /^fail(\s|$)/.test(word))) return false;
  const at = words.indexOf('--topology');
  const file = at === -1 ? undefined : io.read(words[at + 1] ?? '');
  return file?.ok === true && file.text.length >= WORTH_THREADS;
}
