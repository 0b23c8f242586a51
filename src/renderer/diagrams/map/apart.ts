/** Moves boxes apart until none touches another: those that may touch stand in the same square of a grid or the next. */
export interface Box {
  x: number;
  y: number;
  /** From its centre to its sides, px. */
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

const ROUNDS = 200;
/** In a large network, where most find room sooner by looking for it than by pushing. */
const FEW_ROUNDS = 12;
const MANY = 400;
const CROWD = 40;
/** Where boxes are too crowded to find room by pushing, all are drawn out a little. */
const GROWTH = 1.15;
const STAGES = 30;
/** Of the sheet, what boxes may cover before all are drawn out at once. */
const MOST_COVERED = 0.28;
/** Between two places that are looked at for room, in parts of the usual box. */
const STEP = 0.5;

/** @param room least distance between two, px */
export function pushApart(boxes: readonly Box[], room: number): void {
  if (boxes.length > MANY) {
    if (isFree(boxes, room)) return;
    drawOut(boxes, room);
    const rounds = isCrowded(boxes, room) ? 0 : FEW_ROUNDS;
    for (let round = 0; round < rounds; round += 1) if (!pushOnce(boxes, room)) return;
  } else {
    for (let stage = 0; stage < STAGES; stage += 1) {
      for (let round = 0; round < ROUNDS; round += 1) if (!pushOnce(boxes, room)) return;
      for (const box of boxes) {
        box.x *= GROWTH;
        box.y *= GROWTH;
      }
    }
  }
  findRoom(boxes, room);
}

/** Boxes by the squares of a grid they are centred in; only those in a square or one next to it may touch. */
interface Grid {
  readonly width: number;
  readonly height: number;
  readonly cells: Map<number, Box[]>;
}

function gridFor(boxes: readonly Box[], room: number): Grid {
  const most = { left: 0, right: 0, above: 0, below: 0 };
  for (const { left, right, above, below } of boxes) {
    most.left = Math.max(most.left, left);
    most.right = Math.max(most.right, right);
    most.above = Math.max(most.above, above);
    most.below = Math.max(most.below, below);
  }
  return { width: most.left + most.right + room, height: most.above + most.below + room, cells: new Map() };
}

function put({ width, height, cells }: Grid, box: Box): void {
  const key = cellKey(Math.floor(box.x / width), Math.floor(box.y / height));
  const cell = cells.get(key);
  if (cell === undefined) cells.set(key, [box]);
  else cell.push(box);
}

/** Those that may touch a box at this place. */
function near({ width, height, cells }: Grid, x: number, y: number): Box[] {
  const found: Box[] = [];
  const [column, row] = [Math.floor(x / width), Math.floor(y / height)];
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (const box of cells.get(cellKey(i, j)) ?? []) found.push(box);
    }
  }
  return found;
}

/** One number for two that are less than a million. */
function cellKey(column: number, row: number): number {
  return column * 2 ** 21 + row;
}

/** Every pair that touches moves apart along the shorter way. False where none did. */
function pushOnce(boxes: readonly Box[], room: number): boolean {
  const grid = gridFor(boxes, room);
  let touched = false;
  for (const box of boxes) {
    for (const other of near(grid, box.x, box.y)) touched = pushPair(other, box, room) || touched;
    put(grid, box);
  }
  return touched;
}

function pushPair(a: Box, b: Box, room: number): boolean {
  const [west, east] = a.x <= b.x ? [a, b] : [b, a];
  const x = west.x + west.right + room - (east.x - east.left);
  if (x <= 1e-6) return false;
  const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
  const y = upper.y + upper.below + room - (lower.y - lower.above);
  if (y <= 1e-6) return false;
  if (x < y) {
    west.x -= x / 2;
    east.x += x / 2;
  } else {
    upper.y -= y / 2;
    lower.y += y / 2;
  }
  return true;
}

function touches(a: Box, b: Box, room: number): boolean {
  return (
    a.x - a.left < b.x + b.right + room - 1e-6 &&
    b.x - b.left < a.x + a.right + room - 1e-6 &&
    a.y - a.above < b.y + b.below + room - 1e-6 &&
    b.y - b.above < a.y + a.below + room - 1e-6
  );
}

function isFree(boxes: readonly Box[], room: number): boolean {
  const grid = gridFor(boxes, room);
  return boxes.every((box) => {
    if (!hasRoom(grid, box, room)) return false;
    put(grid, box);
    return true;
  });
}

/** Whether so many lie on each other somewhere that pushing takes the time of all their pairs. */
function isCrowded(boxes: readonly Box[], room: number): boolean {
  const grid = gridFor(boxes, room);
  for (const box of boxes) put(grid, box);
  return [...grid.cells.values()].some(({ length }) => length > CROWD);
}

/** Once, so far that all boxes have a sheet on which there is room for them. */
function drawOut(boxes: readonly Box[], room: number): void {
  let [left, right, top, bottom, covered] = [0, 0, 0, 0, 0];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    right = Math.max(right, box.x);
    top = Math.min(top, box.y);
    bottom = Math.max(bottom, box.y);
    covered += (box.left + box.right + room) * (box.above + box.below + room);
  }
  const sheet = Math.max(1, right - left) * Math.max(1, bottom - top);
  const scale = Math.max(1, Math.sqrt(covered / MOST_COVERED / sheet));
  for (const box of boxes) {
    box.x *= scale;
    box.y *= scale;
  }
}

/** From the middle outwards, every box to the free place nearest to where it is. */
function findRoom(boxes: readonly Box[], room: number): void {
  const count = Math.max(1, boxes.length);
  const mean = (of: (box: Box) => number): number => boxes.reduce((sum, box) => sum + of(box), 0) / count;
  const [cx, cy] = [mean(({ x }) => x), mean(({ y }) => y)];
  const stepX = STEP * (mean(({ left, right }) => left + right) + room);
  const stepY = STEP * (mean(({ above, below }) => above + below) + room);
  const grid = gridFor(boxes, room);
  const ordered = boxes
    .map((box) => ({ box, distance: Math.hypot(box.x - cx, box.y - cy) }))
    .toSorted((a, b) => a.distance - b.distance);
  /** By square: the place that was looked at last. What was full before it still is. */
  const reached = new Map<number, Spiral>();
  for (const { box } of ordered) {
    if (!hasRoom(grid, box, room)) {
      const { x, y } = box;
      const key = cellKey(Math.floor(x / grid.width), Math.floor(y / grid.height));
      const spiral = reached.get(key) ?? { ring: 1, at: 0 };
      reached.set(key, spiral);
      while (!hasRoom(grid, box, room)) {
        const angle = (Math.PI * spiral.at) / (3 * spiral.ring);
        box.x = x + spiral.ring * stepX * Math.cos(angle);
        box.y = y + spiral.ring * stepY * Math.sin(angle);
        spiral.at += 1;
        if (spiral.at === 6 * spiral.ring) Object.assign(spiral, { ring: spiral.ring + 1, at: 0 });
      }
    }
    put(grid, box);
  }
}

/** A place on rings about another: six on the first, twelve on the second, ... */
interface Spiral {
  ring: number;
  at: number;
}

function hasRoom({ width, height, cells }: Grid, box: Box, room: number): boolean {
  const [column, row] = [Math.floor(box.x / width), Math.floor(box.y / height)];
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (const other of cells.get(cellKey(i, j)) ?? []) if (touches(other, box, room)) return false;
    }
  }
  return true;
}
