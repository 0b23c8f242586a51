/**
 * How rounds of the control plane come to rest. Rounds in which everybody moves at once mostly do. Where they go on
 * and on, those who change move one after the other, for two who answer each other at once may never meet. Where that
 * does not end either, what comes and goes is left out, so that the rest of the network has its answer.
 */
import { strings } from '../../../shared/strings';
import { prefixKey } from '../address';
import type { Unstable } from './bgp-run';
import { sameFacts, type Fact, type Facts } from './facts';

/** Rounds until the protocols must agree; real networks settle in two to four. */
const ROUND_LIMIT = 32;
/** Rounds at the end of those in which what changes is noted. */
const WATCHED = 16;
/** Turns of each router where they move one after the other, and routers up to which that is tried. */
const TURNS = 8;
const TURN_TAKERS = 32;
/** How often something is left out before the network is given up. */
const ATTEMPTS = 8;

/** Who moves in a round, and what is left out of it. */
export interface Moves {
  /** Whether a node takes up what it can redistribute and lean on now; else it stays with what it had. */
  readonly moves: (node: number) => boolean;
  /** By what they are about. */
  readonly leftOut: ReadonlySet<string>;
}

export const EVERYBODY: Moves = { moves: () => true, leftOut: new Set() };

export interface Round {
  /** Takes up what the round before came to; the answer is what the next one stands on. */
  readonly stand: (moves: Moves) => Facts;
  /** Runs the protocols on it: the same facts have the same outcome. */
  readonly run: () => void;
}

/** What changed in some rounds, by what it is about. */
type Changes = ReadonlyMap<string, Fact>;

/** A network whose protocols do not come to rest. */
export class NotConvergedError extends Error {
  override readonly name = 'NotConvergedError';
}

/** Runs rounds until they rest. The answer is what had to be left out. Throws NotConvergedError. */
export function settle(round: Round): Unstable[] {
  const leftOut = new Map<string, Fact>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const out = new Set(leftOut.keys());
    const changes = together(round, out);
    if (changes === null || takeTurns(round, out, changes)) return unstableOf(leftOut.values());
    for (const [about, fact] of changes) leftOut.set(about, fact);
  }
  throw new NotConvergedError(strings.reasons.checks.neverSettles);
}

/** Null where all rest, else what keeps changing. */
function together(round: Round, leftOut: ReadonlySet<string>): Changes | null {
  const changes = new Map<string, Fact>();
  let before: Facts | null = null;
  for (let count = 0; count < ROUND_LIMIT; count++) {
    const facts = round.stand({ ...EVERYBODY, leftOut });
    if (before !== null && sameFacts(facts, before)) return null;
    round.run();
    if (before !== null && count >= ROUND_LIMIT - WATCHED) note(changes, before, facts);
    before = facts;
  }
  return changes;
}

/** Whether all rest once those who change move one after the other, first in one order, then in the other. */
function takeTurns(round: Round, leftOut: ReadonlySet<string>, changes: Changes): boolean {
  const nodes = [...new Set([...changes.values()].flatMap((fact) => fact.nodes))].toSorted((a, b) => a - b);
  if (nodes.length > TURN_TAKERS) return false;
  const takers = new Set(nodes);
  for (const order of [nodes, nodes.toReversed()]) {
    let before: Facts | null = null;
    let quiet = 0;
    for (let turn = 0; turn < TURNS * order.length && quiet <= order.length; turn++) {
      const mover = order[turn % order.length];
      const facts = round.stand({ moves: (node) => node === mover || !takers.has(node), leftOut });
      round.run();
      quiet = before !== null && sameFacts(facts, before) ? quiet + 1 : 0;
      before = facts;
    }
    // At rest one by one, all rest together as well.
    if (quiet > order.length && together(round, leftOut) === null) return true;
  }
  return false;
}

function note(changes: Map<string, Fact>, before: Facts, after: Facts): void {
  for (const [key, fact] of before) if (!after.has(key)) changes.set(fact.about, fact);
  for (const [key, fact] of after) if (!before.has(key)) changes.set(fact.about, fact);
}

/** By prefix; one more for sessions. */
function unstableOf(facts: Iterable<Fact>): Unstable[] {
  const found = new Map<number, { readonly prefix: Fact['prefix']; readonly nodes: Set<number> }>();
  for (const { prefix, nodes } of facts) {
    const key = prefix === null ? -1 : prefixKey(prefix);
    const entry = found.get(key) ?? { prefix, nodes: new Set() };
    for (const node of nodes) entry.nodes.add(node);
    found.set(key, entry);
  }
  return [...found.values()].map(({ prefix, nodes }) => ({
    prefix,
    nodes: [...nodes].toSorted((a, b) => a - b),
    by: 'redistribution',
    proven: false,
  }));
}
