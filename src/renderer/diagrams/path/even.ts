/** Rows of much the same length: a last one of a single node would be lost beneath the others. */

const STEPS = 6;
const LEAST_SHARE = 0.5;

/**
 * What is broken into rows no longer than a width, at the least width that takes no more rows.
 * @param broken what `breakAt` gives for the whole width, px
 */
export function evenRows<Broken extends { readonly length: number }>(
  broken: Broken,
  width: number,
  breakAt: (width: number) => Broken,
): Broken {
  let best = broken;
  let least = width * LEAST_SHARE;
  let most = width;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (least + most) / 2;
    const tried = breakAt(middle);
    if (tried.length > broken.length) least = middle;
    else {
      best = tried;
      most = middle;
    }
  }
  return best;
}
