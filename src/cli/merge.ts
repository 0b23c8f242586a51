/** `tracebook merge`: the shares of an answer joined to what `ask` prints without them. */
import { isSharedResult, mergeShares, type SharedResult } from '../main/engine/probes/merge-shares';
import { formatProblem } from '../shared/problem';
import { parseOptions, UsageError } from './arguments';
import { PART_SCHEMA, printAnswer } from './ask';
import type { ExitCode, Io } from './io';

interface Part {
  readonly file: string;
  readonly index: number;
  readonly count: number;
  /** Hash of the network that was asked. */
  readonly network: string;
  readonly node: string;
  readonly command: string;
  readonly result: SharedResult;
}

export function mergeCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, { json: 'flag' });
  if (args.positionals.length === 0) throw new UsageError('There is no part to merge');
  const parts: Part[] = [];
  for (const file of args.positionals) {
    const part = readPart(file, io);
    if (typeof part === 'string') return refuse(file, part, io);
    const [first] = parts;
    const clash = first === undefined ? null : clashOf(first, part, parts);
    if (clash !== null) return refuse(file, clash, io);
    parts.push(part);
  }
  const [first] = parts;
  if (first === undefined) return 2;
  const given = new Set(parts.map(({ index }) => index));
  const missing = Array.from({ length: first.count }, (_, at) => at + 1).filter((index) => !given.has(index));
  if (missing.length > 0) {
    const shares = missing.slice(0, 20).join(', ');
    throw new UsageError(`Of ${first.count} shares these are missing: ${shares}`);
  }
  const inOrder = parts.toSorted((a, b) => a.index - b.index);
  const result = mergeShares(inOrder.map((part) => part.result));
  if (result === null) return refuse(first.file, 'The parts are answers to different questions', io);
  printAnswer({ node: first.node, command: first.command, result }, args.flag('json'), io);
  return 0;
}

/** Why a part does not go with the first one and the others before it; null where it does. */
function clashOf(first: Part, part: Part, before: readonly Part[]): string | null {
  if (part.command !== first.command || part.node !== first.node || part.result.kind !== first.result.kind)
    return `It answers "${part.node}> ${part.command}", but ${first.file} "${first.node}> ${first.command}"`;
  if (part.network !== first.network) return `It was asked of another network than ${first.file}`;
  if (part.count !== first.count)
    return `It is one of ${part.count} shares, but ${first.file} one of ${first.count}`;
  const same = before.find(({ index }) => index === part.index);
  return same === undefined ? null : `It is share ${part.index}, as ${same.file} is`;
}

/** A part, or why a file is none. */
function readPart(file: string, io: Io): Part | string {
  const read = io.read(file);
  if (!read.ok) return read.message;
  const value = parseJson(read.text);
  if (!isRecord(value) || value['schema'] !== PART_SCHEMA)
    return 'This is no part of an answer: they are written by tracebook ask --shard I/N';
  const { share, network, node, command, result } = value;
  const isWhole = typeof network === 'string' && typeof node === 'string' && typeof command === 'string';
  if (!isRecord(share) || !isWhole || !isSharedResult(result)) return 'This part is damaged';
  const { index, count } = share;
  if (typeof index !== 'number' || typeof count !== 'number' || !(index >= 1 && index <= count))
    return 'This part is damaged: it does not say which share it is';
  return { file, index, count, network, node, command, result };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function refuse(file: string, message: string, io: Io): ExitCode {
  io.err(`${formatProblem(file, { severity: 'error', message, line: 1, column: 1 })}\n`);
  return 2;
}
