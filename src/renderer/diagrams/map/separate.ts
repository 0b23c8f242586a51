/**
 * Positions nearest to the desired ones (weighted least squares) that keep their order and their distances:
 * isotonic regression by pooling adjacent violators. `distance[i]` is the least from i to i + 1.
 */
export function separate(
  desired: readonly number[],
  distance: readonly number[],
  weights: readonly number[] = [],
): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (let i = 0; i < desired.length; i += 1) {
    offsets.push(offset);
    offset += distance[i] ?? 0;
  }
  const pools: { sum: number; weight: number; count: number }[] = [];
  desired.forEach((wish, index) => {
    const weight = weights[index] ?? 1;
    let pool = { sum: weight * (wish - (offsets[index] ?? 0)), weight, count: 1 };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.weight <= pool.sum / pool.weight) break;
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        count: last.count + pool.count,
      };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools
    .flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.weight))
    .map((position, index) => position + (offsets[index] ?? 0));
}
