/** Points along the lines of a picture, to ask where they run. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const STEPS = 24;

/** A cubic Bézier curve in one dimension. */
function blend(t: number, p0: number, p1: number, p2: number, p3: number): number {
  return (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3;
}

/** Points of path data made of the absolute commands M, H, V, L and C. */
export function pointsAlong(d: string): Point[] {
  const tokens = d.split(/[\s,]+/);
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let index = 0;
  const next = (): number => {
    const value = Number(tokens[index]);
    index += 1;
    return value;
  };
  const lineTo = (to: Point): void => {
    for (let i = 1; i <= STEPS; i += 1) {
      const t = i / STEPS;
      points.push({ x: at.x + (to.x - at.x) * t, y: at.y + (to.y - at.y) * t });
    }
    at = to;
  };
  const curveTo = (b: Point, c: Point, to: Point): void => {
    const from = at;
    for (let i = 1; i <= STEPS; i += 1) {
      const t = i / STEPS;
      points.push({ x: blend(t, from.x, b.x, c.x, to.x), y: blend(t, from.y, b.y, c.y, to.y) });
    }
    at = to;
  };
  while (index < tokens.length) {
    const command = tokens[index];
    index += 1;
    switch (command) {
      case 'M':
        at = { x: next(), y: next() };
        points.push(at);
        break;
      case 'H':
        lineTo({ x: next(), y: at.y });
        break;
      case 'V':
        lineTo({ x: at.x, y: next() });
        break;
      case 'L':
        lineTo({ x: next(), y: next() });
        break;
      case 'C':
        curveTo({ x: next(), y: next() }, { x: next(), y: next() }, { x: next(), y: next() });
        break;
      default:
        throw new Error(`Unknown path command ${command ?? 'at the end'} in ${d}`);
    }
  }
  return points;
}
