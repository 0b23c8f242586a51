/**
 * A canvas that shows a map. While it moves and drawing takes longer than a frame has, the last whole drawing, which
 * reaches beyond the edges, is moved instead; a whole one follows as soon as the hand rests.
 */
import { drawScene, levelOf, visibleRegion, type Ink, type Level, type View } from './draw';
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

/** A drawing that is kept: of which view, and how far it reaches beyond it. */
interface Kept {
  readonly view: View;
  readonly beyond: number;
}

export function createSurface(canvas: HTMLCanvasElement): Surface {
  const context = canvas.getContext('2d', { alpha: false });
  const keptCanvas = document.createElement('canvas');
  const keptContext = keptCanvas.getContext('2d', { alpha: false });
  let shown: { readonly scene: Scene; readonly ink: Ink } | null = null;
  let view: View = { x: 0, y: 0, k: 1 };
  let size = { width: 0, height: 0, density: 1 };
  let kept: Kept | null = null;
  let frame = 0;
  let rest = 0;
  let isMoving = false;
  /** What drawing took last, ms for each thing drawn. */
  const costs: Record<Level, number> = { far: 0, mid: 0, near: 0 };

  function draw(): void {
    frame = 0;
    if (shown === null || context === null || keptContext === null || size.width === 0) return;
    const { scene, ink } = shown;
    const level = levelOf(view.k);
    const region = visibleRegion(view, size);
    const things = scene.nodes.within(region).length + scene.edges.within(region).length;
    const isCostly = things * costs[level] > BUDGET;
    if (isCostly && isMoving && kept !== null) return moveKept(context, kept);
    const start = performance.now();
    const beyond = isCostly && !isMoving ? BEYOND : 0;
    if (beyond === 0) drawScene(scene, { context, ...size }, view, ink);
    else {
      const { width, height, density } = sizeOfKept(beyond);
      const moved = { ...view, x: view.x + size.width * beyond, y: view.y + size.height * beyond };
      drawScene(scene, { context: keptContext, width, height, density }, moved, ink);
      kept = { view, beyond };
      moveKept(context, kept);
    }
    const took = (performance.now() - start) / (1 + 2 * beyond) ** 2;
    costs[level] = took / Math.max(200, things);
    if (beyond === 0) {
      sizeOfKept(0);
      keptContext.drawImage(canvas, 0, 0);
      kept = { view, beyond };
    }
  }

  /** Makes the kept canvas as large as a drawing that reaches beyond the edges. */
  function sizeOfKept(beyond: number): typeof size {
    const { width, height, density } = size;
    const larger = { width: width * (1 + 2 * beyond), height: height * (1 + 2 * beyond), density };
    const [wide, high] = [Math.round(larger.width * density), Math.round(larger.height * density)];
    if (keptCanvas.width !== wide) keptCanvas.width = wide;
    if (keptCanvas.height !== high) keptCanvas.height = high;
    keptContext?.setTransform(1, 0, 0, 1, 0, 0);
    return larger;
  }

  function moveKept(on: CanvasRenderingContext2D, from: Kept): void {
    const { width, height, density } = size;
    const scale = view.k / from.view.k;
    const left = view.x - (from.view.x + width * from.beyond) * scale;
    const top = view.y - (from.view.y + height * from.beyond) * scale;
    on.setTransform(density, 0, 0, density, 0, 0);
    on.fillStyle = shown?.ink.palette.background ?? '';
    on.fillRect(0, 0, width, height);
    const reach = (1 + 2 * from.beyond) * scale;
    on.imageSmoothingEnabled = false;
    on.drawImage(keptCanvas, left, top, width * reach, height * reach);
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
