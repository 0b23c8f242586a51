/** The names of interfaces on the ends of their links. */
import type { PlacedEdge, PlacedNode, Point } from '../map/layout';
import { wordsBox } from '../map/words';
import type { Palette } from '../palette';
import { textWidth } from '../text';
import { groundOf, writeOver } from './lettering';
import { meets, type Scene } from './scene';

const SIZE = 10;
/** From the end of a link to the name of its interface, px. */
const AWAY = 46;
const STEP = 6;

export function drawInterfaces(
  context: OffscreenCanvasRenderingContext2D,
  edges: readonly PlacedEdge[],
  scene: Scene,
  palette: Palette,
): void {
  context.textAlign = 'center';
  const style = { size: SIZE, bold: false, color: palette.muted };
  for (const { edge, ends, nodes } of edges) {
    nodes.forEach((name, index) => {
      const port = edge.link?.ends.find((end) => end.node === name)?.interface ?? null;
      const placed = scene.byName.get(name);
      if (port === null || placed === undefined) return;
      const place = interfacePlace(index === 0 ? ends : [ends[1], ends[0]], placed, port);
      if (place === null) return;
      writeOver(context, port, place.x, place.y + 3, style, groundOf(scene, placed, palette));
    });
  }
}

/** The centre of the name, on the first third of its line and clear of its node's name; else null. */
export function interfacePlace(
  [at, other]: readonly [Point, Point],
  placed: PlacedNode,
  port: string,
): Point | null {
  const length = Math.hypot(other.x - at.x, other.y - at.y);
  const half = textWidth(port, SIZE) / 2;
  const names = wordsBox(placed);
  for (let away = AWAY; away <= length / 3; away += STEP) {
    const x = at.x + ((other.x - at.x) * away) / length;
    const y = at.y + ((other.y - at.y) * away) / length;
    const box = { left: x - half, right: x + half, top: y - SIZE / 2, bottom: y + SIZE / 2 };
    if (!meets(box, names)) return { x, y };
  }
  return null;
}
