/**
 * A map on a canvas that moves at once and is sharp as soon as it rests. What is seen is a drawing that reaches beyond
 * the frame; a gesture moves and scales it as a layer, for which nothing is drawn. When it no longer covers the frame, or
 * is scaled too far, the next drawing is made off the screen, in slices that leave every frame its time, and takes its
 * place when it is whole.
 */
import { drawScene, type Ink, type View } from './draw';
import type { Scene } from './scene';

/** Of a frame at 60 a second, ms, what a slice of a drawing may take while the map moves, and while it rests. */
const SLICE = 4;
const RESTING_SLICE = 12;
/** How long the hand has rested, ms. */
const REST = 120;
/** How far a drawing reaches beyond each edge of the frame, in widths and heights of it. */
const BEYOND = 0.3;
/** A drawing that reaches no further than this beyond an edge is about to show its end. */
const NEAR_END = 0.1;
/** How much larger or smaller than it was drawn a moving drawing may be seen. */
const LARGEST = 1.5;
const SMALLEST = 0.6;

export interface Surface {
  readonly show: (scene: Scene, ink: Ink) => void;
  readonly move: (view: View) => void;
  /** px, and pixels for one px. */
  readonly resize: (width: number, height: number, density: number) => void;
  readonly remove: () => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/** A drawing, whole or in the making: of what, seen how, and how far it reaches beyond the frame, px. */
interface Drawing {
  readonly scene: Scene;
  readonly ink: Ink;
  readonly view: View;
  readonly size: Size;
  readonly beyond: { readonly x: number; readonly y: number };
}

export function createSurface(canvas: HTMLCanvasElement): Surface {
  const screen = canvas.getContext('bitmaprenderer');
  const sheet = new OffscreenCanvas(1, 1);
  const context = sheet.getContext('2d', { alpha: false });
  let shown: { readonly scene: Scene; readonly ink: Ink } | null = null;
  let view: View = { x: 0, y: 0, k: 1 };
  let size: Size = { width: 0, height: 0, density: 1 };
  let printed: Drawing | null = null;
  let next: { readonly drawing: Drawing; readonly slices: Iterator<void> } | null = null;
  let frame = 0;
  let rest = 0;
  let isMoving = false;

  function tick(): void {
    frame = 0;
    if (next === null && isStale()) next = start();
    if (next !== null) {
      const end = performance.now() + (isMoving ? SLICE : RESTING_SLICE);
      let isDone: boolean | undefined = false;
      while (isDone !== true && performance.now() < end) isDone = next.slices.next().done;
      if (isDone === true) {
        print(next.drawing);
        next = null;
      }
    }
    if (printed !== null) place(printed);
    if (next !== null || isStale()) ask();
  }

  function isStale(): boolean {
    if (shown === null || size.width === 0 || size.height === 0) return false;
    if (printed === null || printed.scene !== shown.scene || printed.ink !== shown.ink) return true;
    if (printed.size !== size) return true;
    const scale = view.k / printed.view.k;
    if (isMoving ? scale > LARGEST || scale < SMALLEST : scale !== 1) return true;
    const { left, top } = corner(printed);
    const right = left + (printed.size.width + 2 * printed.beyond.x) * scale;
    const bottom = top + (printed.size.height + 2 * printed.beyond.y) * scale;
    const [across, down] = [NEAR_END * size.width, NEAR_END * size.height];
    return left > -across || top > -down || right < size.width + across || bottom < size.height + down;
  }

  function start(): typeof next {
    if (shown === null || context === null) return null;
    const { width, height, density } = size;
    const whole = (length: number): number => Math.round(length * BEYOND * density) / density;
    const beyond = { x: whole(width), y: whole(height) };
    const [wide, high] = [width + 2 * beyond.x, height + 2 * beyond.y];
    sheet.width = Math.round(wide * density);
    sheet.height = Math.round(high * density);
    const moved = { k: view.k, x: view.x + beyond.x, y: view.y + beyond.y };
    const slices = drawScene(shown.scene, { context, width: wide, height: high, density }, moved, shown.ink);
    return { drawing: { ...shown, view, size, beyond }, slices };
  }

  function print(drawing: Drawing): void {
    screen?.transferFromImageBitmap(sheet.transferToImageBitmap());
    canvas.style.width = `${sheet.width / drawing.size.density}px`;
    canvas.style.height = `${sheet.height / drawing.size.density}px`;
    printed = drawing;
  }

  /** Where the upper left corner of a drawing is seen now. */
  function corner({ view: drawn, beyond }: Drawing): { readonly left: number; readonly top: number } {
    const scale = view.k / drawn.k;
    return { left: view.x - (drawn.x + beyond.x) * scale, top: view.y - (drawn.y + beyond.y) * scale };
  }

  function place(drawing: Drawing): void {
    const { left, top } = corner(drawing);
    canvas.style.transform = `translate(${left}px, ${top}px) scale(${view.k / drawing.view.k})`;
  }

  function ask(): void {
    if (frame === 0) frame = requestAnimationFrame(tick);
  }

  return {
    show(scene, ink) {
      shown = { scene, ink };
      next = null;
      ask();
    },
    move(moved) {
      view = moved;
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
      next = null;
      ask();
    },
    remove() {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    },
  };
}
