/** The steps of the zoom, percent: those of browsers. */
import type { CommandId } from './commands';

export const ZOOMS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

export function isZoom(percent: number): boolean {
  return ZOOMS.some((step) => step === percent);
}

/** The zoom after a command; null where the command is none of the zoom's. */
export function zoomAfter(id: CommandId, zoom: number): number | null {
  switch (id) {
    case 'view.zoomIn':
      return ZOOMS.find((step) => step > zoom) ?? zoom;
    case 'view.zoomOut':
      return ZOOMS.findLast((step) => step < zoom) ?? zoom;
    case 'view.zoomReset':
      return 100;
    default:
      return null;
  }
}
