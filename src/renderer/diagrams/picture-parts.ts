/** The parts of a picture that can be visited, and which of another picture is the same. */
import { referenceList } from './references';
import { elements, type SvgNode } from './svg';

/** Numbered in the order of the picture. */
export function partIndexes(picture: SvgNode): ReadonlyMap<SvgNode, number> {
  const parts = new Map<SvgNode, number>();
  for (const node of elements(picture)) if (node.detail !== undefined) parts.set(node, parts.size);
  return parts;
}

/** What a part stands for. Its name may come to tell that it is down. */
function subjectOf({ detail }: SvgNode): string {
  return detail?.refs === undefined || detail.refs.length === 0
    ? `name ${detail?.name ?? ''}`
    : referenceList(detail.refs);
}

/**
 * The part of a picture that stands for what a part of the one before it stood for: of several, such as the lines
 * of a LAN, the one that comes as late among them. Null where it is gone.
 */
export function samePart(before: SvgNode, index: number, now: SvgNode): number | null {
  const all = [...partIndexes(before).keys()];
  const part = all[index];
  if (part === undefined) return null;
  const subject = subjectOf(part);
  const among = all.slice(0, index).filter((each) => subjectOf(each) === subject).length;
  const same = [...partIndexes(now)].filter(([each]) => subjectOf(each) === subject);
  return (same[among] ?? same.at(-1))?.[1] ?? null;
}
