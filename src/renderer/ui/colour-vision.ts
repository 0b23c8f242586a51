/** Colours as people with a colour vision deficiency see them, and how far two colours are apart, for the tests. */

export const VISIONS = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

type Triple = readonly [number, number, number];

/** Linear RGB to linear RGB at full severity (Machado, Oliveira, Fernandes 2009, table 1). */
const MATRICES: Readonly<Record<Exclude<Vision, 'normal'>, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Difference of two `#rrggbb` as one sees them: Euclidean in CIELAB, D65 (CIE 1976); 2.3 is just noticeable. */
export function difference(a: string, b: string, vision: Vision): number {
  const [one, other] = [lab(seen(linear(a), vision)), lab(seen(linear(b), vision))];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function linear(hex: string): Triple {
  const channel = (offset: number): number => {
    const value = Number.parseInt(hex.slice(offset, offset + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function seen(color: Triple, vision: Vision): Triple {
  if (vision === 'normal') return color;
  const [red, green, blue] = MATRICES[vision];
  const within = (row: Triple): number =>
    Math.min(1, Math.max(0, row[0] * color[0] + row[1] * color[1] + row[2] * color[2]));
  return [within(red), within(green), within(blue)];
}

/** Linear sRGB to CIELAB with the white of D65 (IEC 61966-2-1; CIE 15). */
function lab([r, g, b]: Triple): Triple {
  const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
  return [116 * evened(y) - 16, 500 * (evened(x) - evened(y)), 200 * (evened(y) - evened(z))];
}

function evened(t: number): number {
  return t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
}
