/** What zooming has in common, whether the picture is SVG or on a canvas. */

/** By what a press of a button or key zooms. */
export const ZOOM_STEP = 1.4;

/** The wheel zooms with Ctrl held, so that pages still scroll; the first button moves. */
export function isZooming(event: MouseEvent): boolean {
  return event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.button === 0;
}

/** By how much a stretch has to move to lie within 0 and `end`, px. */
export function shift(from: number, to: number, end: number): number {
  if (from < 0) return -from;
  return to > end ? Math.max(end - to, -from) : 0;
}
