/** Putting nodes of a map somewhere: by which name, how far a key moves them, and where they stand then. */
import { deviceOf, type MapNode } from './map/graph';
import type { MapLayout, PlacedNode, Point } from './map/layout';

/** Puts a node somewhere; px as positions in a topology have them. */
export type Place = (name: string, position: readonly [number, number]) => void;

/** px by which a press of a key moves a node. */
const STEP = 20;
/** ms that a new layout may take: so long a node stays where it was dropped, and keys count from where keys put it. */
export const WAIT = 1500;

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
export function positionAfter({ origin }: MapLayout, { x, y }: Point, by: Point): readonly [number, number] {
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
