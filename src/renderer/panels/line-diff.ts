/** Which lines of two texts are the same, for comparing two states of a notebook. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Lines in the old and in the new text, from 1; null where the line is not in it. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Beyond this many edits the rest is shown as replaced: nobody reads such a difference line by line. */
const MOST_EDITS = 800;

/**
 * The shortest way from one text to the other (Myers 1986, "An O(ND) Difference Algorithm and Its Variations"):
 * the furthest reaching paths for each number of edits, then the way back along them.
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const lines: DiffLine[] = [];
  let x = 0;
  let y = 0;
  const same = (): void => {
    lines.push({ kind: 'same', text: a[x] ?? '', before: x + 1, after: y + 1 });
    x += 1;
    y += 1;
  };
  for (let line = 0; line < head; line += 1) same();
  for (const kind of middle) {
    if (kind === 'same') same();
    else if (kind === 'removed') {
      lines.push({ kind, text: a[x] ?? '', before: x + 1, after: null });
      x += 1;
    } else {
      lines.push({ kind, text: b[y] ?? '', before: null, after: y + 1 });
      y += 1;
    }
  }
  while (x < a.length) same();
  return lines;
}

function between(a: readonly string[], b: readonly string[]): readonly DiffLine['kind'][] {
  const trail: ReadonlyMap<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_EDITS); edits += 1) {
    trail.push(reach);
    reach = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down =
        diagonal === -edits ||
        (diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
      let x = down ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return wayBack(trail, a.length, b.length);
    }
  }
  return [...a.map(() => 'removed' as const), ...b.map(() => 'added' as const)];
}

function wayBack(
  trail: readonly ReadonlyMap<number, number>[],
  length: number,
  other: number,
): readonly DiffLine['kind'][] {
  const kinds: DiffLine['kind'][] = [];
  let x = length;
  let y = other;
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const reach = trail[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down =
      diagonal === -edits ||
      (diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : (reach.get(from) ?? 0);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      kinds.push('same');
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    kinds.push(down ? 'added' : 'removed');
    x = fromX;
    y = fromY;
  }
  return kinds.toReversed();
}

/** Lines near a change, and for each stretch without one how many lines it has. */
export type DiffPart =
  | { readonly kind: 'lines'; readonly lines: readonly DiffLine[] }
  | { readonly kind: 'gap'; readonly count: number };

/** Leaves out lines further than `around` from any change. */
export function nearChanges(lines: readonly DiffLine[], around: number): readonly DiffPart[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    for (let at = index - around; at <= index + around; at += 1) near.add(at);
  }
  const parts: DiffPart[] = [];
  for (let index = 0; index < lines.length;) {
    const start = index;
    const shown = near.has(index);
    while (index < lines.length && near.has(index) === shown) index += 1;
    parts.push(
      shown ? { kind: 'lines', lines: lines.slice(start, index) } : { kind: 'gap', count: index - start },
    );
  }
  return parts;
}
