/** Text on a canvas. Lines may pass behind it, so it brings its own ground. */
import { areaColors } from '../area-style';
import type { PlacedNode } from '../map/layout';
import type { Palette } from '../palette';
import { FAMILIES } from '../text';
import type { Scene } from './scene';

export interface Lettering {
  /** px of the map. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

/** @param y of the baseline @param ground what the text is kept clear of lines with; null where none runs behind it */
export function writeOver(
  context: OffscreenCanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { size, bold, color }: Lettering,
  ground: string | null,
): void {
  context.font = `${bold ? 600 : 400} ${size}px ${FAMILIES.plain}`;
  if (ground !== null) {
    context.strokeStyle = ground;
    context.lineWidth = size / 4;
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.strokeText(text, x, y);
  }
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/** The colour of what a node stands on. */
export function groundOf({ areas }: Scene, { node }: PlacedNode, palette: Palette): string {
  const area = node.area === null ? undefined : areas.get(node.area);
  return area === undefined ? palette.background : areaColors(area.kind, palette).fill;
}
