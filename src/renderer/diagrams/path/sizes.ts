/** Sizes of text, px: nothing is smaller than 12, the least that a projector at 1280x800 shows well. */
export const SIZE = { title: 16, address: 13, name: 13, small: 12 } as const;

export const GLYPH_RADIUS = 20;
export const TRANSIT_RADIUS = 10;
export const GAP_HALF = 26;
