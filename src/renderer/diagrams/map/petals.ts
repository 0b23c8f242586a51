/** The ends of a node about it, like the petals of a flower: none beneath the line of another. */

export interface Petal {
  /** From the middle of the flower, px. */
  readonly radius: number;
  readonly angle: number;
}

export type Petals = readonly Petal[];

/** Half of what a line has to leave free of a node's sign, px. */
const SIGN = 28;
/** So many times wider than packed a flower may be for its lines to be clear; then most of it would be empty. */
const WIDEST = 2.5;

/**
 * @param own radius of the disc in the middle, px
 * @param petal that of the disc of each petal, px
 */
export function petalsAbout(own: number, petal: number, count: number): Petals {
  const dense = packed(own, petal, count);
  const clear = swirl(own, petal, count);
  return outermost(clear) <= WIDEST * outermost(dense) ? clear : dense;
}

function outermost(petals: Petals): number {
  return petals.reduce((most, { radius }) => Math.max(most, radius), 0);
}

/** Rings filled from within, so that a petal's way to its node is as short as can be. Lines run beneath others. */
function packed(own: number, petal: number, count: number): Petal[] {
  const petals: Petal[] = [];
  for (let radius = own + petal; petals.length < count; radius += 2 * petal) {
    const here = Math.min(count - petals.length, capacity(radius, petal));
    for (let index = 0; index < here; index += 1)
      petals.push({ radius, angle: (2 * Math.PI * index) / here });
  }
  return petals;
}

/**
 * On rings taken in turn, from the innermost to the outermost and again from the innermost, every petal at an angle
 * of its own that is as wide as its sign looks from the middle. Of all numbers of rings the one that needs least.
 */
function swirl(own: number, petal: number, count: number): Petal[] {
  let best: Petal[] = [];
  for (let rings = 1; rings <= count; rings += 1) {
    const arms = Math.ceil(count / rings);
    const petals = arranged(innermost(own, petal, { rings, arms }), petal, { rings, arms }).slice(0, count);
    if (best.length === 0 || outermost(petals) < outermost(best)) best = petals;
    else if (rings > 1 && outermost(petals) > 2 * outermost(best)) break;
  }
  return best;
}

interface Shape {
  readonly rings: number;
  /** Petals on each ring. */
  readonly arms: number;
}

/** The least radius of the innermost ring at which all have room. */
function innermost(own: number, petal: number, { rings, arms }: Shape): number {
  const fits = (radius: number): boolean => {
    let total = 0;
    for (let ring = 0; ring < rings; ring += 1) total += seen(radius + 2 * petal * ring);
    return arms * total <= 2 * Math.PI && capacity(radius, petal) >= arms;
  };
  let [low, high] = [own + petal, own + petal];
  while (!fits(high)) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function arranged(first: number, petal: number, { rings, arms }: Shape): Petal[] {
  const radii = Array.from({ length: rings * arms }, (_, index) => first + 2 * petal * (index % rings));
  const spread = (2 * Math.PI) / radii.reduce((sum, radius) => sum + seen(radius), 0);
  let at = 0;
  return radii.map((radius) => {
    const own = seen(radius) * spread;
    at += own;
    return { radius, angle: at - own / 2 };
  });
}

/** The angle that a sign takes from the middle. */
function seen(radius: number): number {
  return 2 * Math.asin(Math.min(1, SIGN / radius));
}

/** How many petals stand side by side on a ring. */
function capacity(radius: number, petal: number): number {
  return Math.max(1, Math.floor(Math.PI / Math.asin(Math.min(1, petal / radius))));
}
