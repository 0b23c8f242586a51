/** Nodes of a map moved by hand: dragged with the first button, or with Shift and the arrow keys. */
import { useEffect, useState, type RefObject } from 'react';
import { heldLines, type HeldLines } from './held-lines';
import { deviceOf, type MapNode } from './map/graph';
import type { MapLayout, PlacedNode, Point } from './map/layout';

/** Puts a node somewhere; px as positions in a topology have them. */
export type Place = (name: string, position: readonly [number, number]) => void;

/** px by which a press of a key moves a node. */
const STEP = 20;
/** px on the screen up to which a press that moves is still a click. */
const SLACK = 4;
/** ms that a new layout may take: so long a node stays where it was dropped, and keys count from where keys put it. */
const WAIT = 1500;

/** On the page while a node is dragged: what it says of itself would lie over where it goes. */
const DRAGGING = 'diagram-dragging';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [STEP, 0],
  ArrowLeft: [-STEP, 0],
  ArrowDown: [0, STEP],
  ArrowUp: [0, -STEP],
};

/** By what a node can be put somewhere; null where the text has no place for it: the Internet, a VRF's context. */
export function placeableName({ view, lan }: MapNode): string | null {
  if (lan !== null) return lan.name;
  return view === null || view.kind === 'internet' || deviceOf(view.name) !== view.name ? null : view.name;
}

/** The position of a node that stands so far from where the layout has it. */
function positionAfter({ origin }: MapLayout, { x, y }: Point, by: Point): readonly [number, number] {
  return [Math.round(x + by.x - (origin?.x ?? 0)), Math.round(y + by.y - (origin?.y ?? 0))];
}

/** By how much a key moves a node; null for any other key. */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Point | null {
  const step = event.shiftKey ? ARROWS[event.key] : undefined;
  return step === undefined ? null : { x: step[0], y: step[1] };
}

type Steps = (
  layout: MapLayout,
  placed: PlacedNode,
  step: Point,
  event: Pick<KeyboardEvent, 'timeStamp'>,
) => readonly [number, number];

/** Where keys move nodes: on from where the key before put them, which the layout may not know yet. */
export function createSteps(): Steps {
  const last = new Map<string, { readonly position: readonly [number, number]; readonly at: number }>();
  return (layout, placed, step, { timeStamp }) => {
    const before = last.get(placed.node.id);
    const [x, y] =
      before !== undefined && timeStamp - before.at < WAIT
        ? before.position
        : positionAfter(layout, placed, { x: 0, y: 0 });
    const position = [x + step.x, y + step.y] as const;
    last.set(placed.node.id, { position, at: timeStamp });
    return position;
  };
}

type Pointed = Pick<PointerEvent, 'clientX' | 'clientY'>;
type Side = 'left' | 'right' | 'top' | 'bottom';

interface Held {
  readonly part: SVGGElement;
  readonly placed: PlacedNode;
  readonly name: string;
  /** In the coordinates of the picture. */
  readonly from: Point;
  readonly screen: Point;
  by: Point | null;
  lines: HeldLines | null;
}

/** @param place null where nothing may be moved */
export function useHand(frame: RefObject<HTMLElement | null>, layout: MapLayout, place: Place | null): void {
  const [stepped] = useState(createSteps);
  useEffect(() => {
    const around = frame.current;
    if (around === null || place === null) return undefined;
    const ended = new AbortController();
    const { signal } = ended;
    let held: Held | null = null;
    const dropped = new Set<Held>();

    function putBack({ part, lines }: Held): void {
      part.style.removeProperty('translate');
      lines?.letGo();
    }

    function letGo(): void {
      if (held !== null) putBack(held);
      held = null;
      document.body.classList.remove(DRAGGING);
    }

    function onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return;
      const found = nodeAt(event.target, layout);
      const from = found === null ? null : pointIn(found.part, event);
      if (found === null || from === null) return;
      if (found.placed.node.lan !== null && !isOn(found.placed, from)) return;
      held = { ...found, from, screen: { x: event.clientX, y: event.clientY }, by: null, lines: null };
    }

    function onPointerMove(event: PointerEvent): void {
      if (held === null || around === null) return;
      const far = Math.hypot(event.clientX - held.screen.x, event.clientY - held.screen.y) > SLACK;
      const to = pointIn(held.part, kept(event, around.getBoundingClientRect()));
      if ((held.by === null && !far) || to === null) return;
      held.by = { x: to.x - held.from.x, y: to.y - held.from.y };
      held.part.style.translate = `${held.by.x}px ${held.by.y}px`;
      held.lines ??= heldLines(around, layout, held.placed);
      held.lines.follow(held.by);
      document.body.classList.add(DRAGGING);
    }

    function onPointerUp(): void {
      if (held?.by === undefined || held.by === null) return letGo();
      const { name, placed, by } = held;
      const own = held;
      held = null;
      document.body.classList.remove(DRAGGING);
      dropped.add(own);
      setTimeout(() => putBack(own), WAIT);
      // The click that follows a drag is none.
      const clicked = new AbortController();
      window.addEventListener('click', stop, { capture: true, once: true, signal: clicked.signal });
      setTimeout(() => clicked.abort());
      place?.(name, positionAfter(layout, placed, by));
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape' && held?.by) {
        event.stopPropagation();
        return letGo();
      }
      const step = stepOf(event);
      // Every map of the page hears of every key.
      const isHere = event.target instanceof Node && around?.contains(event.target) === true;
      const found = step === null || !isHere ? null : nodeAt(event.target, layout);
      if (step === null || found === null) return;
      event.preventDefault();
      event.stopPropagation();
      place?.(found.name, stepped(layout, found.placed, step, event));
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
      for (const each of dropped) putBack(each);
    };
  }, [frame, layout, place, stepped]);
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

/** The node whose sign or name an element belongs to. */
function nodeAt(
  target: EventTarget | null,
  layout: MapLayout,
): Pick<Held, 'part' | 'placed' | 'name'> | null {
  const part = target instanceof Element ? target.closest('[data-node], [data-link]') : null;
  if (!(part instanceof SVGGElement)) return null;
  const { node, link } = part.dataset;
  const placed = layout.nodes.find(({ node: { view, lan } }) =>
    node === undefined ? lan !== null && lan.name === link : view?.name === node,
  );
  const name = placed === undefined ? null : placeableName(placed.node);
  return placed === undefined || name === null ? null : { part, placed, name };
}

/** Lines of a LAN are named as its sign is. */
function isOn({ node, x, y }: PlacedNode, at: Point): boolean {
  return Math.hypot(at.x - x, at.y - y) <= node.radius + SLACK;
}

function pointIn(part: SVGGElement, { clientX, clientY }: Pointed): Point | null {
  const { parentElement } = part;
  const matrix = parentElement instanceof SVGGraphicsElement ? parentElement.getScreenCTM() : null;
  return matrix === null ? null : new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
}
