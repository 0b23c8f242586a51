/**
 * SVG to PNG without a browser: resvg as WebAssembly, which draws the same bytes on every machine, with DejaVu,
 * the fonts that texts are measured by; fonts of the machine are not looked at.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What is used of the package. */
interface Resvg {
  readonly initWasm: (module: Uint8Array) => Promise<void>;
  readonly Resvg: new (
    svg: string,
    options: {
      readonly font: {
        readonly fontBuffers: readonly Uint8Array[];
        readonly defaultFontFamily: string;
        readonly sansSerifFamily: string;
        readonly monospaceFamily: string;
      };
      readonly fitTo: { readonly mode: 'zoom'; readonly value: number };
    },
  ) => {
    readonly width: number;
    readonly height: number;
    readonly render: () => { readonly asPng: () => Uint8Array; readonly free: () => void };
    readonly free: () => void;
  };
}

const PACKAGE = '@resvg/resvg-wasm';
const SANS = 'DejaVu Sans';
const MONO = 'DejaVu Sans Mono';
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono', 'DejaVuSansMono-Bold'];

/** Pixels for one px, as the window saves pictures. */
const DENSITY = 2;

/** Draws an SVG document as PNG. */
export type DrawPng = (svg: string) => Uint8Array;

/** WebAssembly is made ready asynchronously, once; what it gives draws at once. */
export async function loadPng(): Promise<DrawPng> {
  const require = createRequire(import.meta.url);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package as it is pinned.
  const { initWasm, Resvg } = require(PACKAGE) as Resvg;
  await initWasm(readFileSync(require.resolve(`${PACKAGE}/index_bg.wasm`)));
  const fontBuffers = FONTS.map((name) => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
  const font = { fontBuffers, defaultFontFamily: SANS, sansSerifFamily: SANS, monospaceFamily: MONO };
  return (svg) => {
    const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: DENSITY } });
    const image = picture.render();
    const png = image.asPng();
    image.free();
    picture.free();
    return png;
  };
}
