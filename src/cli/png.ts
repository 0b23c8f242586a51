/**
 * SVG to PNG without a browser: resvg as WebAssembly, which draws the same bytes on every machine, with DejaVu,
 * the fonts that texts are measured by, and BIZ UDPGothic for Japanese, which these lack; fonts of the machine are
 * not looked at.
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
const FONTS = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono', 'DejaVuSansMono-Bold'].map(
  (name) => `dejavu-fonts-ttf/ttf/${name}.ttf`,
);
const JAPANESE_FONTS = ['400Regular/BIZUDPGothic_400Regular', '700Bold/BIZUDPGothic_700Bold'].map(
  (name) => `@expo-google-fonts/biz-udpgothic/${name}.ttf`,
);
const JAPANESE = 'BIZ UDPGothic';
/** Up to the first letter of a text that DejaVu lacks: kana, ideographs, and the punctuation and forms of both. */
const JAPANESE_TEXT =
  /(<text [^>]*font-family=")[^"]*("[^>]*>[^<]*[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef])/g;

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
  const read = (fonts: readonly string[]): Uint8Array[] =>
    fonts.map((name) => readFileSync(require.resolve(name)));
  const fonts = read(FONTS);
  let japaneseFonts: readonly Uint8Array[] = [];
  return (svg) => {
    // Named, because what resvg finds by itself for a letter that a font lacks is never bold.
    const named = svg.replaceAll(JAPANESE_TEXT, `$1${JAPANESE}$2`);
    const isJapanese = named !== svg;
    // They are large: read when the first text asks for them.
    if (isJapanese && japaneseFonts.length === 0) japaneseFonts = read(JAPANESE_FONTS);
    const font = {
      fontBuffers: isJapanese ? [...fonts, ...japaneseFonts] : fonts,
      defaultFontFamily: SANS,
      sansSerifFamily: SANS,
      monospaceFamily: MONO,
    };
    const picture = new Resvg(named, { font, fitTo: { mode: 'zoom', value: DENSITY } });
    const image = picture.render();
    const png = image.asPng();
    image.free();
    picture.free();
    return png;
  };
}
