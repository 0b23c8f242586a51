/** With how much detail a map is drawn at a scale. */
export type Level = 'far' | 'mid' | 'near';

export function levelOf(k: number): Level {
  return k < 0.2 ? 'far' : k < 0.6 ? 'mid' : 'near';
}

/** From the middle of a node's dot to its sides, px of the map: never smaller than the eye finds. */
export function dotHalf(radius: number, isFound: boolean, k: number): number {
  return Math.max(radius * 0.8, (isFound ? 3 : 1.2) / k);
}
