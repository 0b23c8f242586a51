/** What a few typed letters mean among names: all words somewhere in the name, beginnings first. */
export function matching<T>(items: readonly T[], query: string, nameOf: (item: T) => string): readonly T[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  const ranked = items.flatMap((item) => {
    const name = nameOf(item).toLowerCase();
    if (!wanted.every((word) => name.includes(word))) return [];
    const beginnings = wanted.filter((word) =>
      name.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word)),
    );
    return [{ item, rank: beginnings.length + (name.startsWith(wanted[0] ?? '') ? 1 : 0) }];
  });
  // Equals keep their order.
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ item }) => item);
}
