/** What stands elsewhere after a picture has changed moves there, unless people want things to stand still. */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { REFERENCES } from './references';
import type { SvgNode } from './svg';

/** How long things are on their way, ms. */
const MOVE = 350;
/** Pictures of more parts change at once: to measure them all would take longer than a glance. */
const MOST_PARTS = 400;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** @param frame the element around the picture */
export function useMoving(frame: RefObject<HTMLElement | null>, picture: SvgNode): void {
  const before = useRef<ReadonlyMap<string, Place>>(new Map());
  const drawn = useRef<SvgNode | null>(null);
  useLayoutEffect(() => {
    if (drawn.current === picture) return;
    drawn.current = picture;
    const parts = [...(frame.current?.querySelectorAll<SVGGraphicsElement>(`svg [${REFERENCES}]`) ?? [])];
    const last = before.current;
    const now = new Map<string, Place>();
    before.current = now;
    if (parts.length > MOST_PARTS) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const seen = new Map<string, number>();
    for (const part of parts) {
      const name = part.getAttribute(REFERENCES) ?? '';
      // The same thing may stand in a picture several times: each is known by its order.
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const key = `${name} ${count}`;
      const box = part.getBBox();
      const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      now.set(key, place);
      const from = last.get(key);
      if (calm || from === undefined || (from.x === place.x && from.y === place.y)) continue;
      part.animate(
        [{ transform: `translate(${from.x - place.x}px, ${from.y - place.y}px)` }, { transform: 'none' }],
        { duration: MOVE, easing: 'ease-in-out' },
      );
    }
  });
}
