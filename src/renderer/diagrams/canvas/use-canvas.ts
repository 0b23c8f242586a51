/** A canvas as large as its frame, zoomed and moved by d3-zoom as the pictures in SVG are. */
import { select, zoom, zoomIdentity, type ZoomBehavior } from 'd3';
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { isZooming, shift } from '../zooming';
import type { Ink, View } from './draw';
import type { Region, Scene } from './scene';
import { createSurface, type Surface } from './surface';

/** How large a map may get, times its natural size. */
const LARGEST = 2.5;
/** Around the whole map when it is fitted, px. */
const MARGIN = 8;

type Zooming = ZoomBehavior<HTMLDivElement, unknown>;

export interface CanvasView {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: View;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Moves the map, as little as need be, until this part of it is in the frame. */
  readonly reveal: (region: Region) => void;
}

export function useCanvas(scene: Scene, ink: Ink): CanvasView {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const surface = useRef<Surface | null>(null);
  const behavior = useRef<Zooming | null>(null);
  const [view, setView] = useState<View>({ x: 0, y: 0, k: 1 });
  const { width, height } = scene.layout;

  useLayoutEffect(() => {
    if (canvas.current === null) return undefined;
    surface.current = createSurface(canvas.current);
    return () => surface.current?.remove();
  }, []);

  useLayoutEffect(() => surface.current?.show(scene, ink), [scene, ink]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const selection = select<HTMLDivElement, unknown>(element);
    const zooming: Zooming = zoom<HTMLDivElement, unknown>()
      .filter(isZooming)
      .on('zoom', ({ transform }: { readonly transform: View }) => {
        // On whole pixels a drawing stays sharp wherever it is moved to.
        const density = window.devicePixelRatio;
        const whole = (place: number): number => Math.round(place * density) / density;
        const next = { x: whole(transform.x), y: whole(transform.y), k: transform.k };
        surface.current?.move(next);
        setView(next);
      });
    behavior.current = zooming;
    selection.call(zooming).on('dblclick.zoom', null);
    let fitted = false;
    const measure = (): void => {
      const [wide, high] = [element.clientWidth, element.clientHeight];
      if (wide === 0 || high === 0) return;
      const least = fitScale(wide, high, width, height);
      zooming
        .scaleExtent([least, LARGEST])
        .extent([
          [0, 0],
          [wide, high],
        ])
        .translateExtent([
          [-wide / 2, -high / 2],
          [width + wide / 2, height + high / 2],
        ]);
      surface.current?.resize(wide, high, window.devicePixelRatio);
      if (!fitted) fitInto(selection, zooming, [wide, high], [width, height]);
      fitted = true;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
      selection.on('.zoom', null);
      behavior.current = null;
    };
  }, [width, height]);

  const withZoom = useCallback((change: (element: HTMLDivElement, zooming: Zooming) => void) => {
    if (frame.current !== null && behavior.current !== null) change(frame.current, behavior.current);
  }, []);

  return {
    frame,
    canvas,
    view,
    zoomBy: (factor) => withZoom((element, zooming) => zooming.scaleBy(select(element), factor)),
    fit: () =>
      withZoom((element, zooming) => {
        fitInto(select(element), zooming, [element.clientWidth, element.clientHeight], [width, height]);
      }),
    reveal: (region) =>
      withZoom((element, zooming) => {
        const { x, y, k } = view;
        const across = shift(region.left * k + x, region.right * k + x, element.clientWidth);
        const down = shift(region.top * k + y, region.bottom * k + y, element.clientHeight);
        if (across !== 0 || down !== 0) zooming.translateBy(select(element), across / k, down / k);
      }),
  };
}

function fitScale(wide: number, high: number, width: number, height: number): number {
  return Math.min(1, (wide - 2 * MARGIN) / width, (high - 2 * MARGIN) / height);
}

function fitInto(
  selection: ReturnType<typeof select<HTMLDivElement, unknown>>,
  zooming: Zooming,
  [wide, high]: readonly [number, number],
  [width, height]: readonly [number, number],
): void {
  const k = fitScale(wide, high, width, height);
  const moved = zoomIdentity.translate((wide - k * width) / 2, (high - k * height) / 2).scale(k);
  selection.call((each) => zooming.transform(each, moved));
}
