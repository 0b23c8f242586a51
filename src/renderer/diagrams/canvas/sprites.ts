/** The signs of nodes as small pictures: painted once for a size, then copied for every node. */
import { glyph } from '../glyphs';
import type { MapNode } from '../map/graph';
import type { Palette } from '../palette';
import { paint } from './paint';

export interface Sprite {
  readonly image: OffscreenCanvas;
  /** From its middle to its sides, px of the map. */
  readonly half: number;
}

let kept: {
  readonly scale: number;
  readonly palette: Palette;
  readonly sprites: Map<string, Sprite>;
} | null = null;

/** @param scale pixels for a px of the map */
export function glyphSprites(scale: number, palette: Palette): (node: MapNode, isFaint: boolean) => Sprite {
  if (kept?.scale !== scale || kept.palette !== palette) kept = { scale, palette, sprites: new Map() };
  const { sprites } = kept;
  return (node, isFaint) => {
    const key = `${node.kind} ${node.radius} ${node.up} ${node.label === null} ${isFaint}`;
    const known = sprites.get(key);
    if (known !== undefined) return known;
    const sprite = paintSprite(node, isFaint, scale, palette);
    sprites.set(key, sprite);
    return sprite;
  };
}

function paintSprite(node: MapNode, isFaint: boolean, scale: number, palette: Palette): Sprite {
  const half = node.radius + 3;
  const side = Math.max(1, Math.ceil(2 * half * scale));
  const image = new OffscreenCanvas(side, side);
  const context = image.getContext('2d');
  const isQuiet = node.label === null || isFaint;
  if (context !== null) {
    context.setTransform(image.width / (2 * half), 0, 0, image.height / (2 * half), 0, 0);
    const stroke = !node.up ? palette.down : isQuiet ? palette.silent : palette.nodeLine;
    const style = {
      radius: node.radius,
      stroke,
      fill: palette.node,
      dashed: !node.up || isFaint,
      strokeWidth: isQuiet ? 1.25 : 2,
    };
    paint(context, glyph(node.kind, half, half, style));
  }
  return { image, half };
}
