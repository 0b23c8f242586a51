/** A map that can forget what was not used lately. */
export class RecentMap<Value> {
  private readonly entries = new Map<string, Value>();

  get(key: string): Value | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    // A Map iterates in order of insertion: the last used stand last.
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  /** The value of the key, made if it is not there. */
  getOrMake(key: string, make: () => Value): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.entries.set(key, value);
    return value;
  }

  /** The last used comes last. */
  values(): Iterable<Value> {
    return this.entries.values();
  }

  /** Forgets all but the last used. */
  keep(count: number): void {
    let surplus = this.entries.size - count;
    for (const key of this.entries.keys()) {
      if (surplus <= 0) return;
      this.entries.delete(key);
      surplus -= 1;
    }
  }
}
