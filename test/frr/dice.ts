/** A repeatable source of choices: the same seed throws the same numbers. */
import { mix } from '../../src/main/engine/random';

export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = mix(seed + 0x9e3779b9);
  }

  /** From 0 up to, but not, `count`. */
  below(count: number): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    return mix(this.state) % count;
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, order: this.below(0x7fffffff) }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ value }) => value);
  }
}
