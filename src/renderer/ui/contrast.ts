/** Contrast of two colours as WCAG 2.2 defines it, for the tests over the design tokens. */

/** Relative luminance (WCAG 2.2, "relative luminance") of `#rrggbb`, 0 to 1. */
function luminance(hex: string): number {
  const channel = (offset: number): number => {
    const value = Number.parseInt(hex.slice(offset, offset + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two colours in `#rrggbb`, 1 to 21. */
export function contrast(a: string, b: string): number {
  const lightnesses = [luminance(a), luminance(b)];
  return (Math.max(...lightnesses) + 0.05) / (Math.min(...lightnesses) + 0.05);
}
