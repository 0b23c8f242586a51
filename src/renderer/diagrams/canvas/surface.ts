/**
 * A canvas that shows a map. While it moves and drawing takes longer than a frame has, the last whole drawing, which
 * reaches beyond the edges, is moved instead; a whole one follows as soon as the hand rests.
 */
import { drawScene, visibleRegion, type Ink, type View } from './draw';
import type { Scene } from './scene';

/** Of a frame at 60 a second, ms, what drawing may take. */
const BUDGET = 9;
/** How long the hand has rested, ms. */
const REST = 120;
/** How far a kept drawing reaches beyond each edge, in widths and heights of the canvas. */
const BEYOND = 0.3;

export interface Surface {
  readonly show: (scene: Scene, ink: Ink) => void;
  readonly move: (view: View) => void;
  /** px, and pixels for one px. */
  readonly resize: (width: number, height: number, density: number) => void;
  readonly remove: () => void;
}

export function createSurface(canvas: HTMLCanvasElement): Surface {
  const context = canvas.getContext('2d', { alpha: false });
  const keptCanvas = document.createElement('canvas');
  const keptContext = keptCanvas.getContext('2d', { alpha: false });
  let shown: { readonly scene: Scene; readonly ink: Ink } | null = null;
  let view: View = { x: 0, y: 0, k: 1 };
  let size = { width: 0, height: 0, density: 1 };
  let kept: View | null = null;
  let frame = 0;
  let rest = 0;
  let isMoving = false;
  /** What drawing took last, ms for each thing drawn. */
  let costOfOne = 0;

  function draw(): void {
    frame = 0;
    if (shown === null || context === null || size.width === 0) return;
    const { scene, ink } = shown;
    const region = visibleRegion(view, size);
    const things = scene.nodes.within(region).length + scene.edges.within(region).length;
    if (isMoving && kept !== null && things * costOfOne > BUDGET) return moveKept(context, kept);
    const start = performance.now();
    drawScene(scene, { context, ...size }, view, ink);
    const took = performance.now() - start;
    costOfOne = took / Math.max(200, things);
    kept = null;
    if (took > BUDGET) keep(scene, ink);
  }

  function keep(scene: Scene, ink: Ink): void {
    if (keptContext === null) return;
    const { width, height, density } = size;
    const paper = { width: width * (1 + 2 * BEYOND), height: height * (1 + 2 * BEYOND), density };
    keptCanvas.width = Math.round(paper.width * density);
    keptCanvas.height = Math.round(paper.height * density);
    const moved = { ...view, x: view.x + width * BEYOND, y: view.y + height * BEYOND };
    drawScene(scene, { context: keptContext, ...paper }, moved, ink);
    kept = view;
  }

  function moveKept(on: CanvasRenderingContext2D, from: View): void {
    const { width, height, density } = size;
    const scale = view.k / from.k;
    const left = view.x - (from.x + width * BEYOND) * scale;
    const top = view.y - (from.y + height * BEYOND) * scale;
    on.setTransform(density, 0, 0, density, 0, 0);
    on.fillStyle = shown?.ink.palette.background ?? '';
    on.fillRect(0, 0, width, height);
    const [wide, high] = [width * (1 + 2 * BEYOND) * scale, height * (1 + 2 * BEYOND) * scale];
    on.imageSmoothingEnabled = false;
    on.drawImage(keptCanvas, left, top, wide, high);
    on.imageSmoothingEnabled = true;
  }

  function ask(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  return {
    show(scene, ink) {
      shown = { scene, ink };
      isMoving = false;
      ask();
    },
    move(next) {
      view = next;
      isMoving = true;
      clearTimeout(rest);
      rest = window.setTimeout(() => {
        isMoving = false;
        ask();
      }, REST);
      ask();
    },
    resize(width, height, density) {
      size = { width, height, density };
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
      kept = null;
      isMoving = false;
      // At once: an empty canvas would flash.
      cancelAnimationFrame(frame);
      draw();
    },
    remove() {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    },
  };
}
