/** The connected parts of a network, and how their pictures are packed on one sheet. */
import type { Box } from './apart';

/** `links[i]` lists the neighbours of node i, each once and never itself. */
export type Links = readonly (readonly number[])[];

export interface Part {
  /** Indexes of its nodes in the whole network, ascending. */
  readonly members: readonly number[];
  /** Among its members, by their place in that list. */
  readonly links: Links;
}

export function partsOf(links: Links): Part[] {
  const place = new Int32Array(links.length).fill(-1);
  const parts: Part[] = [];
  for (let first = 0; first < links.length; first += 1) {
    if (place[first] !== -1) continue;
    const found = [first];
    place[first] = 0;
    for (const next of found) {
      for (const other of links[next] ?? []) {
        if (place[other] !== -1) continue;
        place[other] = 0;
        found.push(other);
      }
    }
    const members = found.toSorted((a, b) => a - b);
    members.forEach((member, index) => {
      place[member] = index;
    });
    parts.push({
      members,
      links: members.map((member) => (links[member] ?? []).map((other) => place[other] ?? -1)),
    });
  }
  return parts;
}

export interface Sheet {
  /** Least distance between two parts, px. */
  readonly room: number;
  /** Width to height of the sheet, as near as the parts allow. */
  readonly shape: number;
}

/** Moves each part to a place of its own: the tallest first, in shelves, each shelf filled column after column. */
export function packParts(parts: readonly (readonly Box[])[], { room, shape }: Sheet): void {
  const sheets = parts.map(boundsOf).toSorted((a, b) => b.height - a.height || b.width - a.width);
  const area = sheets.reduce((sum, { width, height }) => sum + (width + room) * (height + room), 0);
  const most = sheets.reduce((widest, { width }) => Math.max(widest, width), Math.sqrt(area * shape));
  const shelf = { top: 0, bottom: 0, left: 0 };
  const column = { top: 0, width: 0 };
  for (const { boxes, left, top, width, height } of sheets) {
    if (width > column.width || column.top + height > shelf.bottom) {
      shelf.left += column.width === 0 ? 0 : column.width + room;
      if (shelf.left + width > most || shelf.bottom === 0) {
        shelf.top = shelf.bottom === 0 ? 0 : shelf.bottom + room;
        shelf.bottom = shelf.top + height;
        shelf.left = 0;
      }
      column.top = shelf.top;
      column.width = width;
    }
    for (const box of boxes) {
      box.x += shelf.left - left;
      box.y += column.top - top;
    }
    column.top += height + room;
  }
}

interface Bounds {
  readonly boxes: readonly Box[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boundsOf(boxes: readonly Box[]): Bounds {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes) {
    left = Math.min(left, box.x - box.left);
    right = Math.max(right, box.x + box.right);
    top = Math.min(top, box.y - box.above);
    bottom = Math.max(bottom, box.y + box.below);
  }
  return { boxes, left, top, width: right - left, height: bottom - top };
}
