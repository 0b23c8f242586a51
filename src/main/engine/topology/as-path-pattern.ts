/**
 * Patterns on AS paths, in the manner of Cisco and FRR: a regular expression that is looked for in the path as it
 * is printed (`65001 65002 65010`). `_` stands for a boundary: a space, the start, the end. The pattern becomes a
 * machine that is in several states at once, so that matching takes time in proportion to path and pattern,
 * whatever the pattern is.
 */

import { strings } from '../../../shared/strings';

const said = strings.reasons.topology.values.pattern;

/** Longest pattern taken. */
export const MAX_AS_PATH_PATTERN = 200;

/** Whether a path (nearest AS first) matches. */
export type AsPathMatcher = (path: readonly number[]) => boolean;

/** What is wrong with a pattern. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

type Test = (character: string) => boolean;

/** A state leads on with a character that passes its test, or without one: anywhere, or only at an end of the text. */
type Step = Test | 'anywhere' | 'at start' | 'at end';

interface State {
  readonly step: Step;
  readonly next: number[];
}

/** Part of the machine: where it begins, and the states whose way on is still open. */
interface Part {
  readonly entry: number;
  readonly open: readonly number[];
}

/** The matcher of a pattern. Throws PatternError with what is wrong in words. */
export function asPathMatcher(pattern: string): AsPathMatcher {
  if (pattern.length > MAX_AS_PATH_PATTERN) throw new PatternError(said.tooLong(MAX_AS_PATH_PATTERN));
  const machine = new Machine(pattern);
  const found = new WeakMap<readonly number[], boolean>();
  // Many routes share a path, and routes are heard again: each path is tried once.
  return (path) => {
    const answer = found.get(path) ?? machine.matches(path.join(' '));
    found.set(path, answer);
    return answer;
  };
}

/** Thompson's construction: patterns to states, one character after the other. */
class Machine {
  private readonly states: State[] = [];
  private readonly entry: number;
  private readonly accept: number;
  private at = 0;

  constructor(private readonly pattern: string) {
    const whole = this.alternatives();
    if (this.at < pattern.length) throw new PatternError(said.closesNothing);
    this.accept = this.state('anywhere');
    this.join(whole, this.accept);
    this.entry = whole.entry;
  }

  matches(text: string): boolean {
    let current = new Set<number>();
    for (let at = 0; ; at++) {
      const isStart = at === 0;
      const isEnd = at === text.length;
      this.enter(this.entry, current, isStart, isEnd);
      if (current.has(this.accept)) return true;
      const character = text[at];
      if (character === undefined) return false;
      const next = new Set<number>();
      for (const index of current) {
        const { step, next: ways } = this.stateAt(index);
        if (typeof step !== 'function' || !step(character)) continue;
        for (const way of ways) this.enter(way, next, false, at + 1 === text.length);
      }
      current = next;
    }
  }

  /** Adds a state and all that it leads to without a character. */
  private enter(index: number, into: Set<number>, isStart: boolean, isEnd: boolean): void {
    const waiting = [index];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (into.has(at)) continue;
      into.add(at);
      const { step, next } = this.stateAt(at);
      const leads = step === 'anywhere' || (step === 'at start' && isStart) || (step === 'at end' && isEnd);
      if (leads) waiting.push(...next);
    }
  }

  private alternatives(): Part {
    let part = this.sequence();
    while (this.pattern[this.at] === '|') {
      this.at++;
      const other = this.sequence();
      part = this.either(part, other);
    }
    return part;
  }

  private sequence(): Part {
    const start = this.state('anywhere');
    let part: Part = { entry: start, open: [start] };
    for (;;) {
      const character = this.pattern[this.at];
      if (character === undefined || character === '|' || character === ')') return part;
      const next = this.repeated(this.one(character));
      this.join(part, next.entry);
      part = { entry: part.entry, open: next.open };
    }
  }

  private repeated(part: Part): Part {
    let whole = part;
    for (;;) {
      const sign = this.pattern[this.at];
      if (sign !== '*' && sign !== '+' && sign !== '?') return whole;
      this.at++;
      const fork = this.state('anywhere');
      this.stateAt(fork).next.push(whole.entry);
      if (sign !== '?') this.join(whole, fork);
      const open = sign === '?' ? [...whole.open, fork] : [fork];
      whole = { entry: sign === '+' ? whole.entry : fork, open };
    }
  }

  private one(character: string): Part {
    this.at++;
    switch (character) {
      case '(': {
        const inner = this.alternatives();
        if (this.pattern[this.at] !== ')') throw new PatternError(said.notClosed('('));
        this.at++;
        return inner;
      }
      case '*':
      case '+':
      case '?':
        throw new PatternError(said.nothingToRepeat(character));
      case '[':
        return this.step(this.list());
      case '.':
        return this.step(() => true);
      case '_':
        return this.either(
          this.step((seen) => seen === ' '),
          this.either(this.step('at start'), this.step('at end')),
        );
      case '^':
        return this.step('at start');
      case '$':
        return this.step('at end');
      default:
        if (!/[\d ]/.test(character)) throw new PatternError(said.cannotStand(character));
        return this.step((seen) => seen === character);
    }
  }

  /** `[0-9]`, `[^12]`. */
  private list(): Test {
    const close = this.pattern.indexOf(']', this.at);
    if (close === -1) throw new PatternError(said.notClosed('['));
    const text = this.pattern.slice(this.at, close);
    this.at = close + 1;
    const [, not, inner = ''] = /^(\^?)([\d -]+)$/.exec(text) ?? [];
    if (not === undefined) throw new PatternError(said.noList(text));
    const ranges = [...inner.matchAll(/(\d)-(\d)|[\d -]/g)].map(([one, low = one, high = low]) => [
      low,
      high,
    ]);
    const isIn = (seen: string): boolean =>
      ranges.some(([low = '', high = '']) => seen >= low && seen <= high);
    return (seen) => isIn(seen) === (not === '');
  }

  private either(a: Part, b: Part): Part {
    const fork = this.state('anywhere');
    this.stateAt(fork).next.push(a.entry, b.entry);
    return { entry: fork, open: [...a.open, ...b.open] };
  }

  private step(step: Step): Part {
    const index = this.state(step);
    return { entry: index, open: [index] };
  }

  private state(step: Step): number {
    return this.states.push({ step, next: [] }) - 1;
  }

  private stateAt(index: number): State {
    const state = this.states[index];
    if (state === undefined) throw new RangeError(`no state ${index}`);
    return state;
  }

  private join({ open }: Part, to: number): void {
    for (const index of open) this.stateAt(index).next.push(to);
  }
}
