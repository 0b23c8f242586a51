/**
 * The map of a large network on a canvas: zoomed and moved as a small one is, parts found by where the pointer is.
 * It is one stop of the Tab key; arrow keys go to the nearest node in their direction, Home and End to the first
 * and last, plus and minus zoom. With Shift the arrow keys move the node itself, as dragging it does.
 */
import { zoomTransform } from 'd3';
import {
  useImperativeHandle,
  useMemo,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type Ref,
} from 'react';
import type { MapLayout, PlacedNode, Point } from '../map/layout';
import type { MapOverlay } from '../map/overlay';
import { createSteps, placeableName, stepOf, type Place } from '../place';
import { useDrag, type Grip, type Pointed } from '../use-drag';
import { levelOf } from './levels';
import { HeldPart, type HeldNode } from './HeldPart';
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
  const [held, setHeld] = useState<HeldNode | null>(null);
  const [current, setCurrent] = useState<PlacedNode | null>(null);
  useImperativeHandle(handle, () => ({ zoomBy, fit }));

  // The layout may have changed under them.
  const isHere = current !== null && layout.nodes.includes(current);
  const focused = isHere ? current : layout.nodes[0];
  const isDetailed = levelOf(view.k) !== 'far';
  const pointed = hovered !== null && isIn(layout, hovered) ? hovered : null;

  const part = (at: Pointed): Part | null => {
    const point = pointIn(frame.current, at);
    return point === null ? null : partAt(scene, point, REACH / view.k, isDetailed);
  };

  function gripAt(event: globalThis.PointerEvent): Grip | null {
    // From afar nodes are dots, too near each other to be meant by who moves the map.
    const found = isDetailed ? part(event) : null;
    const own = found?.kind === 'node' ? placeableName(found.placed.node) : null;
    if (found?.kind !== 'node' || own === null) return null;
    const { placed } = found;
    return {
      placed,
      name: own,
      pointIn: (at) => pointIn(frame.current, at),
      show: (by) => setHeld({ placed, by }),
      putBack: () => setHeld((now) => (now?.placed === placed ? null : now)),
    };
  }
  useDrag({ frame, layout, place, gripAt });

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (event.buttons !== 0) return setHovered(null);
    const found = part(event);
    if (!isSame(found, hovered)) setHovered(found);
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
        {held === null ? null : <HeldPart held={held} scene={scene} view={view} />}
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

/** Where the pointer is on the map, px at its natural size; null once the map is gone. */
function pointIn(frame: HTMLElement | null, { clientX, clientY }: Pointed): Point | null {
  if (frame === null) return null;
  const { left, top } = frame.getBoundingClientRect();
  const [x, y] = zoomTransform(frame).invert([clientX - left, clientY - top]);
  return { x, y };
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
