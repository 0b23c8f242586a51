/** The interface's colours read from its style sheet, for pictures that stand alone. */
import { readFileSync } from 'node:fs';
import { paletteFrom, type Palette } from '../palette';

const sheet = readFileSync(new URL('../../../shared/tokens.css', import.meta.url), 'utf8');

export function themePalette(theme: 'light' | 'dark'): Palette {
  const dark = sheet.indexOf('@media (prefers-color-scheme: dark)');
  const part = theme === 'light' ? sheet.slice(0, dark) : sheet.slice(dark);
  const values = new Map([...part.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]]));
  return paletteFrom((token) => values.get(token));
}
