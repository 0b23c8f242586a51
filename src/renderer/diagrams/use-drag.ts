/** Nodes of a map dragged with the first button, whatever the map is drawn on. */
import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { MapLayout, PlacedNode, Point } from './map/layout';
import { positionAfter, WAIT, type Place } from './place';

/** px on the screen up to which a press that moves is still a click. */
export const SLACK = 4;

/** On the page while a node is dragged: what it says of itself would lie over where it goes. */
const DRAGGING = 'diagram-dragging';

export type Pointed = Pick<PointerEvent, 'clientX' | 'clientY'>;
type Side = 'left' | 'right' | 'top' | 'bottom';

/** A node that the pointer took hold of. */
export interface Grip {
  readonly placed: PlacedNode;
  readonly name: string;
  /** Where the pointer is in the coordinates of the map; null once it is not drawn any more. */
  readonly pointIn: (at: Pointed) => Point | null;
  /** Shows the node so far from where the layout has it. */
  readonly show: (by: Point) => void;
  readonly putBack: () => void;
}

interface Held {
  readonly grip: Grip;
  readonly from: Point;
  readonly screen: Point;
  by: Point | null;
}

export interface Draggable {
  readonly frame: RefObject<HTMLElement | null>;
  readonly layout: MapLayout;
  /** Null where nothing may be moved. */
  readonly place: Place | null;
  /** What a press of the pointer takes hold of; null for nothing that can be put elsewhere. */
  readonly gripAt: (event: PointerEvent) => Grip | null;
}

export function useDrag({ frame, layout, place, gripAt }: Draggable): void {
  const grip = useEffectEvent(gripAt);
  useEffect(() => {
    const around = frame.current;
    if (around === null || place === null) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    let held: Held | null = null;
    const dropped = new Set<Grip>();

    function letGo(): void {
      held?.grip.putBack();
      held = null;
      document.body.classList.remove(DRAGGING);
    }

    function onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      const found = grip(event);
      const from = found?.pointIn(event) ?? null;
      if (found === null || from === null) return;
      held = { grip: found, from, screen: { x: event.clientX, y: event.clientY }, by: null };
    }

    function onPointerMove(event: PointerEvent): void {
      if (held === null || around === null) return;
      const far = Math.hypot(event.clientX - held.screen.x, event.clientY - held.screen.y) > SLACK;
      const to = held.grip.pointIn(kept(event, around.getBoundingClientRect()));
      if ((held.by === null && !far) || to === null) return;
      held.by = { x: to.x - held.from.x, y: to.y - held.from.y };
      held.grip.show(held.by);
      document.body.classList.add(DRAGGING);
    }

    function onPointerUp(): void {
      if (held?.by === undefined || held.by === null) return letGo();
      const { grip: own, by } = held;
      held = null;
      document.body.classList.remove(DRAGGING);
      dropped.add(own);
      setTimeout(() => own.putBack(), WAIT);
      // The click that follows a drag is none.
      const clicked = new AbortController();
      window.addEventListener('click', stop, { capture: true, once: true, signal: clicked.signal });
      setTimeout(() => clicked.abort());
      place?.(own.name, positionAfter(layout, own.placed, by));
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || !held?.by) return;
      event.stopPropagation();
      letGo();
    }

    const pan = (event: MouseEvent): void => {
      if (held !== null) event.stopPropagation();
    };
    around.addEventListener('pointerdown', onPointerDown, { signal });
    // The picture is not to be moved with the node.
    around.addEventListener('mousedown', pan, { capture: true, signal });
    window.addEventListener('pointermove', onPointerMove, { signal });
    window.addEventListener('pointerup', onPointerUp, { signal });
    window.addEventListener('pointercancel', letGo, { signal });
    window.addEventListener('keydown', onKeyDown, { capture: true, signal });
    return () => {
      ended.abort();
      letGo();
      for (const each of dropped) each.putBack();
    };
  }, [frame, layout, place]);
}

/** A node stays in sight: where the pointer leaves the frame, it is held at its edge. */
export function kept(at: Pointed, { left, right, top, bottom }: Pick<DOMRect, Side>): Pointed {
  return {
    clientX: Math.min(right, Math.max(left, at.clientX)),
    clientY: Math.min(bottom, Math.max(top, at.clientY)),
  };
}

function stop(event: Event): void {
  event.stopPropagation();
}
