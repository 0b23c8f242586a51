/** The picture of a whole network, as a function of its view. */
import type { Language } from '../../shared/language';
import type { NetworkView } from '../../shared/network-view';
import { language } from '../../shared/strings';
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

/** The map at its natural size in px. */
export function networkMap(view: NetworkView, options: NetworkMapOptions = {}): SvgNode {
  return mapPicture(view, mapLayout(view, options.overlay), options);
}

/** The map of a network that is laid out already. */
export function mapPicture(
  view: NetworkView,
  layout: MapLayout,
  { palette = THEMED, overlay = NO_OVERLAY }: NetworkMapOptions = {},
): SvgNode {
  const drawing = drawMap(layout, palette, overlay);
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

/** Layouts without notes, which change with nothing but the language of titles. */
const remembered = new WeakMap<NetworkView, { readonly language: Language; readonly layout: MapLayout }>();

export function rememberedLayout(view: NetworkView): MapLayout | null {
  const known = remembered.get(view);
  return known?.language === language() ? known.layout : null;
}

export function rememberLayout(view: NetworkView, layout: MapLayout): void {
  remembered.set(view, { language: language(), layout });
}

/** Where everything stands, the notes of an overlay in their places. */
export function mapLayout(view: NetworkView, overlay: MapOverlay = NO_OVERLAY): MapLayout {
  const subtitles = new Map(
    [...overlay.areas].flatMap(([name, { subtitle }]) =>
      subtitle === undefined ? [] : [[name, subtitle] as const],
    ),
  );
  const isPlain = subtitles.size === 0 && [...overlay.nodes.values()].every(({ note }) => note === undefined);
  const known = isPlain ? rememberedLayout(view) : null;
  if (known !== null) return known;
  const layout = layOut(annotated(mapGraph(view), overlay), subtitles);
  if (isPlain) rememberLayout(view, layout);
  return layout;
}
