/** How wide and high pictures of networks are shown. */

/** How much larger than drawn the picture of a network is shown: more would only make it higher than the window. */
const LARGEST_SCALE = 1.2;
/** What stands beside a picture in the height of the window: the page's header, its own tools and caption, px. */
const BESIDE = 128;

/**
 * As CSS: as wide as lets it stand in the window whole, but no smaller than it is drawn, in which its texts are just
 * large enough, and not much larger.
 *
 * @param width px, as drawn
 * @param height px, as drawn
 */
export function shownWidth(width: number, height: number): string {
  const inWindow = `calc((100vh - ${BESIDE}px) * ${width / height})`;
  return `clamp(${width}px, ${inWindow}, ${width * LARGEST_SCALE}px)`;
}
