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
/** In a large network, where room is found sooner by drawing out than by pushing. */
const FEW_ROUNDS = 8;
const MANY = 1000;
/** Where boxes are too crowded to find room by pushing, all are drawn out a little. */
const GROWTH = 1.15;
const STAGES = 30;

/** @param room least distance between two, px */
export function pushApart(boxes: readonly Box[], room: number): void {
  const rounds = boxes.length > MANY ? FEW_ROUNDS : ROUNDS;
  for (let stage = 0; stage < STAGES; stage += 1) {
    for (let round = 0; round < rounds; round += 1) if (!pushOnce(boxes, room)) return;
    for (const box of boxes) {
      box.x *= GROWTH;
      box.y *= GROWTH;
    }
  }
}

/** Every pair that touches moves apart along the shorter way. False where none did. */
function pushOnce(boxes: readonly Box[], room: number): boolean {
  const width = boxes.reduce((most, box) => Math.max(most, box.left + box.right), 0) + room;
  const height = boxes.reduce((most, box) => Math.max(most, box.above + box.below), 0) + room;
  const cells = new Map<number, Box[]>();
  let touched = false;
  for (const box of boxes) {
    const column = Math.floor(box.x / width);
    const row = Math.floor(box.y / height);
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        for (const other of cells.get(cellKey(x, y)) ?? []) touched = pushPair(other, box, room) || touched;
      }
    }
    const key = cellKey(column, row);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [box]);
    else cell.push(box);
  }
  return touched;
}

/** One number for two that are less than a million. */
function cellKey(column: number, row: number): number {
  return column * 2 ** 21 + row;
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
