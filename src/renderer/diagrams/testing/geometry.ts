/** Where things stand in a picture: what the eye would find wrong is computed from these boxes. */
import type { SvgNode } from '../svg';
import { textWidth } from '../text';

export interface Box {
  readonly content: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Offset {
  readonly x: number;
  readonly y: number;
}

/** The boxes of all texts, in the picture's coordinates. */
export function textBoxes(node: SvgNode, at: Offset = { x: 0, y: 0 }): Box[] {
  const here = moved(node, at);
  const own = node.tag === 'text' && node.text !== undefined ? [textBox(node, node.text, here)] : [];
  return [...own, ...node.children.flatMap((child) => textBoxes(child, here))];
}

export function pictureSize(node: SvgNode): { readonly width: number; readonly height: number } {
  return { width: number(node, 'width'), height: number(node, 'height') };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Pairs of texts that lie on each other, as `a | b`. */
export function overlappingTexts(picture: SvgNode): string[] {
  const boxes = textBoxes(picture);
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.content} | ${b.content}`] : [])),
  );
}

/** Texts that reach beyond the picture. */
export function clippedTexts(picture: SvgNode): string[] {
  const { width, height } = pictureSize(picture);
  return textBoxes(picture)
    .filter((box) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
    .map((box) => box.content);
}

function moved(node: SvgNode, at: Offset): Offset {
  const match = /^translate\((\S+) (\S+)\)/.exec(String(node.attributes['transform'] ?? ''));
  return match === null ? at : { x: at.x + Number(match[1]), y: at.y + Number(match[2]) };
}

function number(node: SvgNode, name: string): number {
  return Number(node.attributes[name] ?? 0);
}

function textBox(node: SvgNode, content: string, at: Offset): Box {
  const size = number(node, 'font-size');
  const mono = String(node.attributes['font-family']).startsWith('ui-monospace');
  const bold = number(node, 'font-weight') > 400;
  const width = textWidth(content, size, mono ? 'mono' : bold ? 'bold' : 'plain');
  const anchor = node.attributes['text-anchor'];
  const x = at.x + number(node, 'x');
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  const baseline = at.y + number(node, 'y');
  return { content, left, right: left + width, top: baseline - size * 0.8, bottom: baseline + size * 0.22 };
}
