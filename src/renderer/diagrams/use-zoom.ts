/** Zooming and moving a picture by d3-zoom: the wheel zooms with Ctrl held, so that pages still scroll. */
import { select, zoom, zoomIdentity, type Selection, type ZoomBehavior, type ZoomTransform } from 'd3';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { isCalm } from '../app/look';
import { movingLayer, type Placing } from './moving-layer';
import type { SvgNode } from './svg';
import { isZooming, shift } from './zooming';

const SCALES: [number, number] = [1, 8];
/** How long a double click takes to zoom, ms. */
const DOUBLE_CLICK = 250;

type Zooming = ZoomBehavior<HTMLDivElement, unknown>;
type Framed = Selection<HTMLDivElement, unknown, null, undefined>;

export interface Zoom {
  /** Belongs on an element around the picture, which shows nothing beyond its edges. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

export function useZoom(picture: SvgNode): Zoom {
  const frame = useRef<HTMLDivElement>(null);
  const behavior = useRef<Zooming | null>(null);
  /** In the coordinates of the picture, which another picture takes over. */
  const place = useRef<Placing>({ x: 0, y: 0, k: 1 });

  useEffect(() => {
    const around = frame.current;
    const svg = around?.querySelector('svg');
    const content = svg?.querySelector<SVGGElement>(':scope > g');
    const within = svg?.parentElement;
    if (!around || !svg || !content || !within) return undefined;
    const [width, height] = [Number(picture.attributes['width']), Number(picture.attributes['height'])];
    const layer = movingLayer({ layer: within, svg, content, width, height }, place.current);
    let hasMoved = false;
    const zooming: Zooming = zoom<HTMLDivElement, unknown>()
      .scaleExtent(SCALES)
      .constrain((transform, [, [width, height]]) => withinFrame(transform, width, height))
      .duration(isCalm() ? 0 : DOUBLE_CLICK)
      .filter(isZooming)
      .on('zoom', ({ transform }: { readonly transform: Placing }) => {
        hasMoved = true;
        layer.move(transform);
      })
      .on('end', () => {
        if (!hasMoved) return;
        hasMoved = false;
        layer.settle();
        place.current = layer.within();
      });
    behavior.current = zooming;
    const selection: Framed = select<HTMLDivElement, unknown>(around);
    selection.call(zooming);
    // Told of the first size too, before anything is seen.
    const resized = new ResizeObserver(() => {
      const { width: wide, height: high } = around.getBoundingClientRect();
      if (wide === 0 || high === 0) return;
      const { x, y, k } = layer.placing();
      const transform = withinFrame(zoomIdentity.translate(x, y).scale(k), wide, high);
      zooming.transform(selection, transform);
    });
    resized.observe(svg);
    const reveal = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
      const [part, all] = [target.getBoundingClientRect(), around.getBoundingClientRect()];
      const across = shift(part.left - all.left, part.right - all.left, all.width);
      const down = shift(part.top - all.top, part.bottom - all.top, all.height);
      const { k } = layer.placing();
      if (across !== 0 || down !== 0) zooming.translateBy(selection, across / k, down / k);
    };
    around.addEventListener('focusin', reveal);
    return () => {
      around.removeEventListener('focusin', reveal);
      resized.disconnect();
      selection.on('.zoom', null);
      layer.remove();
      behavior.current = null;
    };
  }, [picture]);

  const withFrame = useCallback((change: (selection: Framed, zooming: Zooming) => void) => {
    if (frame.current !== null && behavior.current !== null) {
      change(select<HTMLDivElement, unknown>(frame.current), behavior.current);
    }
  }, []);
  return {
    frame,
    zoomBy: (factor) =>
      withFrame((selection, zooming) => zooming.scaleBy(selection, factor, focusedPlace(frame.current))),
    fit: () => withFrame((selection, zooming) => zooming.transform(selection, zoomIdentity)),
  };
}

/** The middle of the part that has the keyboard, which then stays where it is; without one that of the frame. */
function focusedPlace(frame: Element | null): [number, number] | undefined {
  const part = document.activeElement;
  if (frame === null || part === null || !frame.contains(part)) return undefined;
  const [own, all] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
  return [own.left + own.width / 2 - all.left, own.top + own.height / 2 - all.top];
}

/** The picture covers its frame: nothing beyond its edges is ever seen. */
function withinFrame({ x, y, k }: ZoomTransform, width: number, height: number): ZoomTransform {
  const clamp = (place: number, length: number): number => Math.min(0, Math.max(place, length * (1 - k)));
  return zoomIdentity.translate(clamp(x, width), clamp(y, height)).scale(k);
}
