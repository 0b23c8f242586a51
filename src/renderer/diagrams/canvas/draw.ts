/**
 * Draws the visible part of a map on a canvas with as much detail as there is room for. Far away: areas, lines and
 * dots; nearer: the signs of nodes and the styles of links; near: names, and the interfaces of links.
 */
import { areaColors } from '../area-style';
import { cross, linkLine } from '../link-style';
import { LABEL_SIZE, SUBLABEL_SIZE } from '../map/measures';
import type { Frame, PlacedEdge, PlacedNode } from '../map/layout';
import type { MapOverlay } from '../map/overlay';
import { wordsOf } from '../map/words';
import type { Palette } from '../palette';
import { drawInterfaces } from './interfaces';
import { groundOf, writeOver } from './lettering';
import { dotHalf, levelOf, type Level } from './levels';
import { paint } from './paint';
import { meets, type Region, type Scene } from './scene';
import { glyphSprites } from './sprites';
import { strokesOf, type Stroke } from './strokes';
import { titleOf } from './titles';

/** Where the map's origin stands on the screen, px, and how large one px of the map is there. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Paper {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Pixels for one px. */
  readonly density: number;
}

export interface Ink {
  readonly palette: Palette;
  readonly overlay: MapOverlay;
}

/** Interfaces are named where the map is this large. */
const WITH_INTERFACES = 1.1;

export function visibleRegion({ x, y, k }: View, { width, height }: Pick<Paper, 'width' | 'height'>): Region {
  return { left: -x / k, top: -y / k, right: (width - x) / k, bottom: (height - y) / k };
}

/** How many things are drawn between two steps. */
const AT_A_TIME = 200;

/** Draws in steps, so that whoever draws can stop between them and go on later. */
export function* drawScene(scene: Scene, paper: Paper, view: View, ink: Ink): Generator<void, void> {
  const { context, density } = paper;
  const { palette } = ink;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, paper.width, paper.height);
  context.translate(view.x, view.y);
  context.scale(view.k, view.k);
  const region = visibleRegion(view, paper);
  const level = levelOf(view.k);
  const frames = scene.layout.frames.filter((frame) => meets(frame, region));
  for (const frame of frames) drawFrame(context, frame, view, ink);
  yield;
  const edges = scene.edges.within(region);
  for (const some of portions(edges)) {
    drawLinks(context, some, view, level, ink);
    yield;
  }
  for (const some of portions(scene.nodes.within(region))) {
    if (level === 'far') drawDots(context, some, view, ink);
    else drawNodes(paper, some, scene, view, level, ink);
    yield;
  }
  yield* drawTitles(context, frames, scene, view, ink);
  if (view.k < WITH_INTERFACES) return;
  yield;
  drawInterfaces(context, edges, scene, palette);
}

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += AT_A_TIME) yield all.slice(start, start + AT_A_TIME);
}

function drawFrame(
  context: OffscreenCanvasRenderingContext2D,
  frame: Frame,
  view: View,
  { palette }: Ink,
): void {
  if (frame.area === null) return;
  const colors = areaColors(frame.area.kind, palette);
  context.beginPath();
  context.roundRect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, 10);
  context.fillStyle = colors.fill;
  context.fill();
  context.strokeStyle = colors.line;
  context.lineWidth = Math.max(1.25, 0.8 / view.k);
  context.setLineDash([]);
  context.stroke();
}

function* drawTitles(
  context: OffscreenCanvasRenderingContext2D,
  frames: readonly Frame[],
  scene: Scene,
  view: View,
  { palette }: Ink,
): Generator<void> {
  const taken: Region[] = [];
  context.textAlign = 'start';
  for (const frame of frames) {
    const title = frame.area === null ? null : titleOf(frame, scene, view.k, taken);
    if (frame.area === null || title === null) continue;
    const colors = areaColors(frame.area.kind, palette);
    const ground = title.box.top < frame.top ? palette.background : colors.fill;
    const style = { size: title.size, bold: true, color: colors.line };
    writeOver(context, title.text, title.x, title.y, style, ground);
    taken.push(title.box);
    yield;
  }
}

/** All links of one style are one path, for every change of style costs time. */
function drawLinks(
  context: OffscreenCanvasRenderingContext2D,
  edges: readonly PlacedEdge[],
  view: View,
  level: Level,
  { palette }: Ink,
): void {
  const styles = new Map<string, { readonly strokes: readonly Stroke[]; readonly edges: PlacedEdge[] }>();
  for (const placed of edges) {
    const { kind, up, path } = placed.edge;
    const key = `${kind} ${up} ${path ?? ''}`;
    let style = styles.get(key);
    if (style === undefined) {
      const line = linkLine(
        '',
        { kind, state: up ? 'up' : 'down', secondary: path === 'secondary' },
        palette,
      );
      style = { strokes: strokesOf(line), edges: [] };
      styles.set(key, style);
    }
    style.edges.push(placed);
  }
  for (const { strokes, edges: own } of styles.values()) {
    context.beginPath();
    for (const { ends } of own) {
      context.moveTo(ends[0].x, ends[0].y);
      context.lineTo(ends[1].x, ends[1].y);
    }
    for (const stroke of level === 'far' ? strokes.slice(0, 1) : strokes) {
      context.strokeStyle = stroke.color;
      context.lineWidth = level === 'far' ? 0.7 / view.k : stroke.width;
      context.globalAlpha = level === 'far' ? 0.55 : 1;
      context.setLineDash(level === 'far' ? [] : [...stroke.dash]);
      context.lineCap = stroke.cap;
      context.stroke();
    }
    context.globalAlpha = 1;
  }
  if (level === 'far') return;
  for (const { edge, mark } of edges) if (!edge.up) paint(context, cross(mark.x, mark.y, palette, 8));
}

function colorOf({ node }: PlacedNode, { palette, overlay }: Ink): string {
  if (!node.up) return palette.down;
  if (overlay.isFaint(node)) return palette.silent;
  if (overlay.nodes.get(node.id)?.ring !== undefined) return palette.accent;
  return node.label === null ? palette.silent : palette.nodeLine;
}

function drawDots(
  context: OffscreenCanvasRenderingContext2D,
  nodes: readonly PlacedNode[],
  view: View,
  ink: Ink,
): void {
  const colors = new Map<string, PlacedNode[]>();
  for (const placed of nodes) {
    const color = colorOf(placed, ink);
    const own = colors.get(color);
    if (own === undefined) colors.set(color, [placed]);
    else own.push(placed);
  }
  for (const [color, own] of colors) {
    context.fillStyle = color;
    for (const { node, x, y } of own) {
      const isFound = ink.overlay.nodes.has(node.id);
      const half = dotHalf(node.radius, isFound, view.k);
      context.fillRect(x - half, y - half, 2 * half, 2 * half);
    }
  }
}

function drawNodes(
  paper: Paper,
  nodes: readonly PlacedNode[],
  scene: Scene,
  view: View,
  level: Level,
  ink: Ink,
): void {
  const { context } = paper;
  const { palette, overlay } = ink;
  const spriteOf = glyphSprites(view.k * paper.density, palette);
  for (const placed of nodes) {
    const { node, x, y } = placed;
    const isFaint = overlay.isFaint(node);
    if (overlay.nodes.get(node.id)?.ring !== undefined) {
      context.beginPath();
      context.arc(x, y, node.radius + 5, 0, 2 * Math.PI);
      context.strokeStyle = palette.accent;
      context.lineWidth = 3.5;
      context.setLineDash([]);
      context.stroke();
    }
    const sprite = spriteOf(node, isFaint);
    context.drawImage(sprite.image, x - sprite.half, y - sprite.half, 2 * sprite.half, 2 * sprite.half);
    if (!node.up) paint(context, cross(x + node.radius - 3, y - node.radius + 3, palette, 8));
    if (level !== 'near') continue;
    const words = wordsOf(placed);
    let baseline = words.top;
    const ground = words.isCrossed ? groundOf(scene, placed, palette) : null;
    context.textAlign = words.anchor === 'middle' ? 'center' : words.anchor;
    if (node.label !== null) {
      baseline += 13;
      const color = !node.up ? palette.down : isFaint ? palette.muted : palette.text;
      writeOver(context, node.label, words.x, baseline, { size: LABEL_SIZE, bold: true, color }, ground);
      baseline += 3;
    }
    if (node.sublabel !== null) {
      baseline += 13;
      const style = { size: SUBLABEL_SIZE, bold: false, color: palette.muted };
      writeOver(context, node.sublabel, words.x, baseline, style, ground);
    }
  }
}
