/** Pictures as files: SVG with its own colours, and PNG as the browser draws that SVG. */
import type { PictureFormat } from '../../shared/ipc';
import { paletteFrom, type Palette } from './palette';
import { renderSvg, type SvgNode } from './svg';

/** The colours as the page shows them now, for a picture that leaves it. */
export function pagePalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return paletteFrom((token) => {
    const value = style.getPropertyValue(token).trim();
    return value === '' ? undefined : value;
  });
}

/** Pixels for one px: sharp on paper and on dense screens. */
const DENSITY = 2;
/** Canvases larger than this fail in silence, pixels a side. */
const MOST_PIXELS = 16_000;

async function pngOf(picture: SvgNode): Promise<Blob> {
  const width = Number(picture.attributes['width']);
  const height = Number(picture.attributes['height']);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSvg(picture))}`;
  await image.decode();
  const density = Math.min(DENSITY, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is too large for a PNG'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** The bytes of a picture as a file of this format. */
export async function fileOf(picture: SvgNode, format: PictureFormat): Promise<Uint8Array> {
  // A PDF is printed from the SVG.
  if (format !== 'png') return new TextEncoder().encode(renderSvg(picture));
  return new Uint8Array(await (await pngOf(picture)).arrayBuffer());
}
