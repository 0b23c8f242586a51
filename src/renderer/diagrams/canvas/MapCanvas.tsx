/**
 * The map of a large network on a canvas: zoomed and moved as a small one is, parts found by where the pointer is.
 * It is one stop of the Tab key; arrow keys go to the nearest node in their direction, Home and End to the first
 * and last, plus and minus zoom. With Shift the arrow keys move the node itself.
 */
import {
  useImperativeHandle,
  useMemo,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type Ref,
} from 'react';
import type { MapLayout, PlacedNode } from '../map/layout';
import type { MapOverlay } from '../map/overlay';
import { createSteps, placeableName, stepOf, type Place } from '../use-hand';
import { levelOf } from './levels';
import { HotPart } from './HotPart';
import { LitParts } from './LitParts';
import { nodeRegion, nodeTowards, partAt, sceneOf, type Part } from './scene';
import { useCanvas } from './use-canvas';
import { usePalette } from './use-palette';

export interface MapHandle {
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

interface Props {
  readonly layout: MapLayout;
  readonly overlay: MapOverlay;
  readonly name: string;
  readonly handle: Ref<MapHandle>;
  readonly place: Place | null;
}

/** How near the pointer has to be, px on the screen. */
const REACH = 7;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

export function MapCanvas({ layout, overlay, name, handle, place }: Props): ReactElement {
  const palette = usePalette();
  const scene = useMemo(() => sceneOf(layout), [layout]);
  const ink = useMemo(() => ({ palette, overlay }), [palette, overlay]);
  const { frame, canvas, view, zoomBy, fit, reveal } = useCanvas(scene, ink);
  const [stepped] = useState(createSteps);
  const [hovered, setHovered] = useState<Part | null>(null);
  const [current, setCurrent] = useState<PlacedNode | null>(null);
  useImperativeHandle(handle, () => ({ zoomBy, fit }));

  // The layout may have changed under them.
  const isHere = current !== null && layout.nodes.includes(current);
  const focused = isHere ? current : layout.nodes[0];
  const pointed = hovered !== null && isIn(layout, hovered) ? hovered : null;

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (event.buttons !== 0) return setHovered(null);
    const box = event.currentTarget.getBoundingClientRect();
    const at = {
      x: (event.clientX - box.left - view.x) / view.k,
      y: (event.clientY - box.top - view.y) / view.k,
    };
    const part = partAt(scene, at, REACH / view.k, levelOf(view.k) !== 'far');
    if (!isSame(part, hovered)) setHovered(part);
  }

  function goTo(placed: PlacedNode | null | undefined): void {
    if (placed === null || placed === undefined) return;
    setCurrent(placed);
    reveal(nodeRegion(placed));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const direction = DIRECTIONS[event.key];
    const step = stepOf(event);
    const placeable = focused === undefined ? null : placeableName(focused.node);
    if (step !== null && place !== null && focused !== undefined && placeable !== null)
      place(placeable, stepped(layout, focused, step, event));
    else if (direction !== undefined && focused !== undefined) goTo(nodeTowards(scene, focused, direction));
    else if (event.key === 'Home') goTo(layout.nodes[0]);
    else if (event.key === 'End') goTo(layout.nodes.at(-1));
    else if (event.key === ' ') event.target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={frame}
      className="map-canvas"
      role="group"
      aria-label={name}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setHovered(null)}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} />
      <svg className="map-canvas-parts" role="presentation">
        <LitParts scene={scene} view={view} />
        {pointed === null ? null : (
          <HotPart key={keyOf(pointed)} part={pointed} view={view} isCurrent={false} takesFocus={false} />
        )}
        {focused === undefined ? null : (
          <HotPart
            key={`current ${focused.node.id}`}
            part={{ kind: 'node', placed: focused }}
            view={view}
            isCurrent
            takesFocus={isHere}
          />
        )}
      </svg>
    </div>
  );
}

function isIn(layout: MapLayout, part: Part): boolean {
  if (part.kind === 'node') return layout.nodes.includes(part.placed);
  if (part.kind === 'link') return layout.edges.includes(part.placed);
  return layout.frames.includes(part.frame);
}

function isSame(a: Part | null, b: Part | null): boolean {
  return a === b || (a !== null && b !== null && keyOf(a) === keyOf(b));
}

function keyOf(part: Part): string {
  if (part.kind === 'node') return `node ${part.placed.node.id}`;
  if (part.kind === 'link') return `link ${part.placed.edge.link?.name ?? ''} ${part.placed.nodes.join(' ')}`;
  return `area ${part.frame.title}`;
}
