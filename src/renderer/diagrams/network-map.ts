/** The picture of a whole network, as a function of its view. */
import type { NetworkView } from '../../shared/network-view';
import { drawMap } from './map/draw';
import { mapGraph } from './map/graph';
import { layOut } from './map/lay-out';
import type { MapLayout } from './map/layout';
import { mapName } from './map/name';
import { annotated, NO_OVERLAY, type MapOverlay } from './map/overlay';
import { THEMED, type Palette } from './palette';
import { element, type SvgNode } from './svg';

export interface NetworkMapOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** What is said on top of the map. */
  readonly overlay?: MapOverlay;
}

/** The map at its natural size in px: areas in columns where there are any, else placed by forces. */
export function networkMap(view: NetworkView, options: NetworkMapOptions = {}): SvgNode {
  const palette = options.palette ?? THEMED;
  const overlay = options.overlay ?? NO_OVERLAY;
  const drawing = drawMap(mapLayout(view, overlay), palette, overlay);
  const width = Math.ceil(drawing.width);
  const height = Math.ceil(drawing.height);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': mapName(view),
    },
    [element('rect', { width, height, fill: palette.background }), drawing.node],
  );
}

export function mapLayout(view: NetworkView, overlay: MapOverlay = NO_OVERLAY): MapLayout {
  const subtitles = new Map(
    [...overlay.areas].flatMap(([name, { subtitle }]) =>
      subtitle === undefined ? [] : [[name, subtitle] as const],
    ),
  );
  return layOut(annotated(mapGraph(view), overlay), subtitles);
}
