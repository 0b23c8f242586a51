/** Zooming and moving a picture by d3-zoom: the wheel zooms with Ctrl held, so that pages still scroll. */
import { select, zoom, zoomIdentity, type ZoomBehavior } from 'd3';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { SvgNode } from './svg';

const SCALES: [number, number] = [1, 8];

export interface Zoom {
  /** Belongs on an element around the picture. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

export function useZoom(picture: SvgNode): Zoom {
  const frame = useRef<HTMLDivElement>(null);
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);

  useEffect(() => {
    const svg = frame.current?.querySelector('svg');
    const content = svg?.querySelector<SVGGElement>(':scope > g');
    if (svg === null || svg === undefined || content === null || content === undefined) return undefined;
    const size: [number, number] = [
      Number(picture.attributes['width']),
      Number(picture.attributes['height']),
    ];
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent(SCALES)
      .extent([[0, 0], size])
      .translateExtent([[0, 0], size])
      .filter((event: MouseEvent) =>
        event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0,
      )
      .on('zoom', ({ transform }: { readonly transform: { toString(): string } }) => {
        content.setAttribute('transform', transform.toString());
      });
    behavior.current = zooming;
    const selection = select<SVGSVGElement, unknown>(svg);
    selection.call(zooming);
    // The element keeps how far it was zoomed, and so does what is drawn in it anew, as far as it has room.
    zooming.translateBy(selection, 0, 0);
    return () => {
      selection.on('.zoom', null);
      content.removeAttribute('transform');
      behavior.current = null;
    };
  }, [picture]);

  const withSvg = useCallback(
    (change: (svg: SVGSVGElement, zooming: ZoomBehavior<SVGSVGElement, unknown>) => void) => {
      const svg = frame.current?.querySelector('svg');
      if (svg !== null && svg !== undefined && behavior.current !== null) change(svg, behavior.current);
    },
    [],
  );
  return {
    frame,
    zoomBy: (factor) =>
      withSvg((svg, zooming) => zooming.scaleBy(select<SVGSVGElement, unknown>(svg), factor)),
    fit: () =>
      withSvg((svg, zooming) => zooming.transform(select<SVGSVGElement, unknown>(svg), zoomIdentity)),
  };
}
