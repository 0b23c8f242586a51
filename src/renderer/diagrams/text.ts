/**
 * Text without measuring: widths are estimated from the widest of the usual system fonts (DejaVu Sans), so
 * that what is reserved always suffices and a picture does not depend on where it was drawn.
 */
import { textElement, type Attributes, type SvgNode } from './svg';

export type FontStyle = 'plain' | 'bold' | 'mono';

/** Advance widths in em, by class of character; what is in no class counts as a wide one. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijlI|'!,.: ;/\\()[]-", 0.38],
  ['frtJ"*', 0.46],
  ['abcdeghknopqsuvxyz?_', 0.64],
  ['0123456789LFETSZ€$', 0.66],
  ['ABCDGHKNOPQRUVXY&+=<>~#', 0.8],
  ['mwMW%@—→←…', 1],
];

const WIDTH_OF = new Map(
  WIDTHS.flatMap(([characters, width]) => Array.from(characters, (character) => [character, width])),
);

const WIDEST = 1;
const MONO = 0.61;
const BOLD_FACTOR = 1.12;

/** Width in px that surely holds the text. */
export function textWidth(text: string, size: number, style: FontStyle = 'plain'): number {
  if (style === 'mono') {
    let width = 0;
    for (const character of text) width += character <= '\u00ff' ? MONO : WIDEST;
    return width * size;
  }
  let width = 0;
  for (const character of text) width += WIDTH_OF.get(character) ?? WIDEST;
  return width * size * (style === 'bold' ? BOLD_FACTOR : 1);
}

/** The text, or as much of its beginning and end as `width` px hold; the whole stands in the detail. */
export function shorten(text: string, size: number, width: number, style: FontStyle = 'plain'): string {
  if (textWidth(text, size, style) <= width) return text;
  const characters = Array.from(text);
  for (let kept = characters.length - 1; kept > 1; kept -= 1) {
    const head = characters.slice(0, Math.ceil(kept / 2)).join('');
    const tail = characters.slice(characters.length - Math.floor(kept / 2)).join('');
    const short = `${head}…${tail}`;
    if (textWidth(short, size, style) <= width) return short;
  }
  return '…';
}

/**
 * Where Japanese may break a line: between its characters, but not before one that closes or continues what
 * stands before it, nor behind one that opens (JIS X 4051: characters that begin or end no line).
 */
const JAPANESE = String.raw`\u3040-\u30ff\u3400-\u9fff々`;
const NEVER_FIRST = '、。，．：；？！）」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々・…～';
const NEVER_LAST = '（「『【';
const BREAK = new RegExp(
  `(?<![${NEVER_LAST}])(?![${NEVER_FIRST}])(?:(?<=[${JAPANESE}、。：）」』】])|(?=[${JAPANESE}（「『【]))`,
  'u',
);

/** Breaks a text into lines no wider than `width` px, at spaces or in Japanese; a longer word stands alone. */
export function wrapText(text: string, size: number, width: number, style: FontStyle = 'plain'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    for (const [index, part] of word.split(BREAK).entries()) {
      const longer = line === '' || index > 0 ? line + part : `${line} ${part}`;
      if (line !== '' && textWidth(longer, size, style) > width) {
        lines.push(line);
        line = part;
      } else {
        line = longer;
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

export const FAMILIES: Readonly<Record<FontStyle, string>> = {
  plain: "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  bold: "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  mono: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
};

export interface LabelStyle {
  readonly size: number;
  readonly style: FontStyle;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of text whose baseline is at `y`. */
export function label(
  content: string,
  x: number,
  y: number,
  style: LabelStyle,
  more: Attributes = {},
): SvgNode {
  return textElement(content, {
    x,
    y,
    'font-family': FAMILIES[style.style],
    'font-size': style.size,
    'font-weight': style.style === 'plain' ? 400 : 600,
    'text-anchor': style.anchor ?? 'start',
    fill: style.fill,
    ...more,
  });
}
