/** Which layout a map gets: areas in columns where there are any, else by distances; large ones in clusters. */
import { placedByHand } from './by-hand';
import { clusterLayout } from './clusters';
import { freeLayout } from './free';
import type { MapGraph } from './graph';
import { layeredLayout } from './layered';
import type { MapLayout } from './layout';
import { withRoom } from './room';
import { withWords } from './words';

/** From so many nodes on, a map is no longer arranged in columns, and drawn on a canvas. */
export const LARGE = 300;

/** @param subtitles by name of an area: in place of what would stand beneath its title */
export function layOut(graph: MapGraph, subtitles: ReadonlyMap<string, string> = new Map()): MapLayout {
  if (graph.nodes.every(({ area }) => area === null)) {
    return withRoom(withWords(placedByHand(freeLayout(graph))));
  }
  return graph.nodes.length > LARGE
    ? withRoom(withWords(placedByHand(clusterLayout(graph, subtitles))))
    : placedByHand(layeredLayout(graph, subtitles));
}
