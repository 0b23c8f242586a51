/** Reads the pixels of a PNG file as Chromium writes it: 8 bits a channel, RGB or RGBA, not interlaced. */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, row by row. */
  readonly data: Uint8Array;
}

/** @throws for other kinds of PNG */
export function decodePng(file: Buffer): Pixels {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, color, , , interlaced] = file.subarray(24, 29);
  if (depth !== 8 || (color !== 2 && color !== 6) || interlaced !== 0) throw new Error('no PNG of Chromium');
  const channels = color === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const lines = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  if (channels === 3) return { width, height, data: lines };
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    data.set(lines.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
  }
  return { width, height, data };
}

/** PNG specification, 9: every line begins with the number of the filter that made it. */
function unfilter(raw: Buffer, length: number, height: number, channels: number): Uint8Array {
  const lines = new Uint8Array(length * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (length + 1)] ?? 0;
    for (let x = 0; x < length; x += 1) {
      const here = y * length + x;
      const left = x < channels ? 0 : (lines[here - channels] ?? 0);
      const above = y === 0 ? 0 : (lines[here - length] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (lines[here - length - channels] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      lines[here] = (raw[y * (length + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return lines;
}

function paeth(left: number, above: number, corner: number): number {
  const [byLeft, byAbove, byCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
