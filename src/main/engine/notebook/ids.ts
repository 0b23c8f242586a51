/** What a fence says of its cell besides the kind. Cell ids: short, unique in the notebook, the same at each opening while the cell's kind and text are. */
import type { Cell, CellOrigin } from '../../../shared/notebook';
import { shortHash } from '../hash';
import { wordsOf, type Word } from './words';

/** `{#name}` among a fence's attributes names the cell. */
const NAMED = /\{#([A-Za-z][\w-]{0,63})\}/;

/** The name on a cell's fence; of two cells with one name only the first has it as its id. */
export function nameOf({ attributes }: Pick<Cell, 'attributes'>): string | null {
  return NAMED.exec(attributes)?.[1] ?? null;
}

/** Whether a cell has its id from a name on its fence. */
export function isNamed(cell: Pick<Cell, 'id' | 'attributes'>): boolean {
  return nameOf(cell) === cell.id;
}

export function assignIds(origins: readonly CellOrigin[]): readonly Cell[] {
  const taken = new Set<string>();
  const names = origins.map((origin) => {
    const name = nameOf(origin);
    if (name === null || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
  const occurrences = new Map<string, number>();
  return origins.map((origin, index) => {
    const { kind, text, attributes } = origin;
    const id = names[index] ?? hashedId(`${kind}\n${text}`, occurrences, taken);
    return { id, kind, text, attributes, origin };
  });
}

const idsWhenRead = new WeakMap<readonly Cell[], ReadonlyMap<string, string>>();

/** The ids that cells will have when their file is read, by those they have. */
export function idsOfNextReading(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const known = idsWhenRead.get(cells);
  if (known !== undefined) return known;
  const read = assignIds(
    cells.map(({ kind, text, attributes }, index) => ({ kind, text, attributes, source: '', index })),
  );
  const ids = new Map(cells.map(({ id }, index) => [id, read[index]?.id ?? id]));
  idsWhenRead.set(cells, ids);
  return ids;
}

/** Equal cells are told apart by their order; a hash that is taken is hashed on. */
function hashedId(content: string, occurrences: Map<string, number>, taken: Set<string>): string {
  for (;;) {
    const occurrence = occurrences.get(content) ?? 0;
    occurrences.set(content, occurrence + 1);
    const id = shortHash(`${occurrence}\n${content}`);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** The words behind a cell's kind on its fence, other than its id, with their columns in the attributes. */
export function groupWords({ attributes }: Pick<Cell, 'attributes'>): readonly Word[] {
  return wordsOf(attributes.replace(NAMED, (id) => ' '.repeat(id.length)));
}

/** The group of a cell: the words behind its kind on the fence, other than its name. Empty for none. */
export function groupOf(cell: Pick<Cell, 'attributes'>): string {
  return cell.attributes.replace(NAMED, ' ').trim().split(/\s+/).join(' ');
}
