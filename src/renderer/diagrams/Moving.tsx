/** What stands elsewhere after a picture has changed moves there, unless people want things to stand still. */
import { Component, type RefObject } from 'react';
import { isCalm } from '../app/look';
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

interface Props {
  /** The element around the picture. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly picture: SvgNode;
}

/**
 * A class, since only those are asked before the page changes: places are measured when something is about to
 * move and not whenever a picture is drawn.
 */
export class Moving extends Component<Props> {
  override getSnapshotBeforeUpdate({ picture }: Props): ReadonlyMap<string, Place> | null {
    if (picture === this.props.picture) return null;
    if (isCalm()) return null;
    const places = new Map<string, Place>();
    for (const [key, part] of this.parts()) places.set(key, placeOf(part));
    return places;
  }

  override componentDidUpdate(_: Props, __: unknown, before: ReadonlyMap<string, Place> | null): void {
    if (before === null || before.size === 0) return;
    for (const [key, part] of this.parts()) {
      const from = before.get(key);
      if (from === undefined) continue;
      const { x, y } = placeOf(part);
      if (from.x === x && from.y === y) continue;
      part.animate([{ transform: `translate(${from.x - x}px, ${from.y - y}px)` }, { transform: 'none' }], {
        duration: MOVE,
        easing: 'ease-in-out',
      });
    }
  }

  override render(): null {
    return null;
  }

  /** By name, and by order where the same thing stands in a picture several times. */
  private parts(): readonly (readonly [string, SVGGraphicsElement])[] {
    const found = this.props.frame.current?.querySelectorAll<SVGGraphicsElement>(`svg [${REFERENCES}]`) ?? [];
    if (found.length > MOST_PARTS) return [];
    const seen = new Map<string, number>();
    return [...found].map((part) => {
      const name = part.getAttribute(REFERENCES) ?? '';
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${name} ${count}`, part];
    });
  }
}

function placeOf(part: SVGGraphicsElement): Place {
  const { x, y, width, height } = part.getBBox();
  return { x: x + width / 2, y: y + height / 2 };
}
