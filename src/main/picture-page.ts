/** A picture alone on a page of its own size, to be printed. */

/** Only the picture, as an image: nothing in it runs or loads anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** @param svg the text of an SVG document with its size in px; A4 for one without */
export function picturePage(svg: string): string {
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
  const [width, height] = ['width', 'height'].map(
    (side) => new RegExp(` ${side}="(\\d{1,5}(?:\\.\\d+)?)"`).exec(root)?.[1],
  );
  const size = width === undefined || height === undefined ? 'A4' : `${width}px ${height}px`;
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<style>
@page { size: ${size}; margin: 0 }
html, body { height: 100%; margin: 0; overflow: hidden }
/* A page is as large as the next smaller point: what stands over would be a second page. */
img { display: block; width: 100%; height: calc(100vh - 1px); object-fit: contain }
</style>
<img alt="" src="${image}">
`;
}
