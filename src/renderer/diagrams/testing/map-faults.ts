/** What the eye would find wrong with a map, as sentences. */
import type { NetworkView } from '../../../shared/network-view';
import type { Frame, MapLayout, PlacedNode } from '../map/layout';
import { wordsBox } from '../map/words';
import { mapLayout, networkMap } from '../network-map';
import { clippedTexts, overlappingTexts } from './geometry';
import { pointsAlong, type Point } from './lines';

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function mapFaults(view: NetworkView): string[] {
  const picture = networkMap(view);
  const layout = mapLayout(view);
  return [
    ...overlappingTexts(picture).map((pair) => `texts lie on each other: ${pair}`),
    ...clippedTexts(picture).map((text) => `text beyond the edge: ${text}`),
    ...layout.nodes.flatMap((node) => nodeFaults(node, layout)),
    ...frameFaults(layout),
  ];
}

function nodeFaults(placed: PlacedNode, layout: MapLayout): string[] {
  const { node, x, y } = placed;
  const own: Rectangle = {
    left: x - node.width / 2,
    right: x + node.width / 2,
    top: y - node.above,
    bottom: y + node.below,
  };
  const area = layout.frames.find((frame) => frameKey(frame) === node.area);
  const escaped =
    area !== undefined &&
    (own.left < area.left || own.right > area.right || own.top < area.top || own.bottom > area.bottom);
  const strayed = layout.frames.filter((frame) => frame.area !== null && frame !== area && meets(frame, own));
  return [
    ...(escaped ? [`${node.id} reaches beyond its area`] : []),
    ...strayed.map((frame) => `${node.id} stands in ${frame.title}`),
  ];
}

function frameFaults(layout: MapLayout): string[] {
  const areas = layout.frames.filter((frame) => frame.area !== null);
  const regions = layout.frames.filter((frame) => frame.area === null);
  const overlapping = [areas, regions].flatMap((frames) =>
    frames.flatMap((a, index) =>
      frames.slice(index + 1).flatMap((b) => (meets(a, b) ? [`${a.title} overlaps ${b.title}`] : [])),
    ),
  );
  return overlapping;
}

/** Lines that run through an area in which neither of their ends stands. */
export function linesThroughAreas(view: NetworkView): string[] {
  const layout = mapLayout(view);
  const areaOf = new Map(layout.nodes.map(({ node }) => [node.id, node.area]));
  return layout.edges.flatMap(({ edge, d }) => {
    const points = pointsAlong(d);
    return layout.frames.flatMap((frame) => {
      const key = frameKey(frame);
      if (key === null || key === areaOf.get(edge.from) || key === areaOf.get(edge.to)) return [];
      return points.some((point) => within(frame, point)) ? [`${edge.from} – ${edge.to} through ${key}`] : [];
    });
  });
}

/** Lines that run over the label of any node. */
export function linesOverLabels(layout: MapLayout): string[] {
  const labels = layout.nodes.map((placed) => {
    const box = wordsBox(placed);
    // Letters begin a little beneath the top of their line.
    return { id: placed.node.id, box: { ...box, top: Math.min(box.top + 2, box.bottom) } };
  });
  return layout.edges.flatMap(({ edge, d }) => {
    const points = pointsAlong(d);
    return labels.flatMap(({ id, box }) =>
      points.some((point) => within(box, point)) ? [`${edge.from} – ${edge.to} over ${id}`] : [],
    );
  });
}

function frameKey(frame: Frame): string | null {
  return frame.area === null ? null : `${frame.area.kind} ${frame.area.name}`;
}

function meets(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function within(box: Rectangle, { x, y }: Point): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}
