/** Nodes of a map in SVG moved by hand: dragged, or with Shift and the arrow keys. */
import { useEffect, useState, type RefObject } from 'react';
import { heldLines, type HeldLines } from './held-lines';
import type { MapLayout, PlacedNode, Point } from './map/layout';
import { createSteps, placeableName, stepOf, type Place } from './place';
import { SLACK, useDrag, type Grip, type Pointed } from './use-drag';

/** @param place null where nothing may be moved */
export function useHand(frame: RefObject<HTMLElement | null>, layout: MapLayout, place: Place | null): void {
  useDrag({ frame, layout, place, gripAt: (event) => gripAt(event, frame.current, layout) });
  const [stepped] = useState(createSteps);
  useEffect(() => {
    const around = frame.current;
    if (around === null || place === null) return undefined;
    const ended = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = stepOf(event);
      // Every map of the page hears of every key.
      const isHere = event.target instanceof Node && around.contains(event.target);
      const found = step === null || !isHere ? null : nodeAt(event.target, layout);
      if (step === null || found === null) return;
      event.preventDefault();
      event.stopPropagation();
      place(found.name, stepped(layout, found.placed, step, event));
    };
    window.addEventListener('keydown', onKeyDown, { capture: true, signal: ended.signal });
    return () => ended.abort();
  }, [frame, layout, place, stepped]);
}

interface Found {
  readonly part: SVGGElement;
  readonly placed: PlacedNode;
  readonly name: string;
}

function gripAt(event: PointerEvent, around: HTMLElement | null, layout: MapLayout): Grip | null {
  const found = nodeAt(event.target, layout);
  if (found === null || around === null) return null;
  const { part, placed, name } = found;
  const at = pointIn(part, event);
  if (placed.node.lan !== null && (at === null || !isOn(placed, at))) return null;
  let lines: HeldLines | null = null;
  return {
    placed,
    name,
    pointIn: (where) => pointIn(part, where),
    show: (by) => {
      part.style.translate = `${by.x}px ${by.y}px`;
      lines ??= heldLines(around, layout, placed);
      lines.follow(by);
    },
    putBack: () => {
      part.style.removeProperty('translate');
      lines?.letGo();
    },
  };
}

/** The node whose sign or name an element belongs to. */
function nodeAt(target: EventTarget | null, layout: MapLayout): Found | null {
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
