/**
 * A picture as a value: made by pure functions, drawn by React in the window and by `renderSvg` where
 * there is none (exports, tests). Equal trees give equal bytes.
 */
import type { Reference } from './references';

export type SvgTag = 'svg' | 'g' | 'rect' | 'circle' | 'ellipse' | 'path' | 'line' | 'polygon' | 'text';

/** What can be said of a part of a picture: its tooltip, and its name for those who do not see it. */
export interface Detail {
  /** Short and complete by itself, e.g. `Hop 2, silent: hub-vpngw has no route back`. */
  readonly name: string;
  readonly lines: readonly string[];
  /** The things of the network it stands for. */
  readonly refs?: readonly Reference[];
  /** A command that shows more of it, to be asked at a node's prompt. */
  readonly ask?: { readonly node: string; readonly command: string };
}

export interface SvgNode {
  readonly tag: SvgTag;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly SvgNode[];
  /** Text content; only `text` elements have it. */
  readonly text?: string;
  /** Parts with a detail can be pointed at and focused. */
  readonly detail?: Detail;
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Makes an element; attributes that are null or undefined are left out, numbers rounded to 0.01. */
export function element(tag: SvgTag, attributes: Attributes, children: readonly SvgNode[] = []): SvgNode {
  return { tag, attributes: clean(attributes), children };
}

export function group(children: readonly SvgNode[], attributes: Attributes = {}): SvgNode {
  return element('g', attributes, children);
}

export function textElement(content: string, attributes: Attributes): SvgNode {
  return { tag: 'text', attributes: clean(attributes), children: [], text: content };
}

export function withDetail(node: SvgNode, detail: Detail): SvgNode {
  return { ...node, detail };
}

/** Every element of a tree, parents before children. */
export function* elements(node: SvgNode): Generator<SvgNode> {
  yield node;
  for (const child of node.children) yield* elements(child);
}

/** The tree as an SVG document's text. Details become `title` elements. */
export function renderSvg(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
  const title =
    node.detail === undefined
      ? ''
      : `<title>${escape([node.detail.name, ...node.detail.lines].join('\n'))}</title>`;
  const content = title + escape(node.text ?? '') + node.children.map(renderSvg).join('');
  return content === ''
    ? `<${node.tag}${attributes}/>`
    : `<${node.tag}${attributes}>${content}</${node.tag}>`;
}

/** Rounds to a hundredth of a pixel, so that the picture's bytes do not tell the last bits of a sum. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

/** Path data from letters and numbers. */
export function pathData(...parts: readonly (string | number)[]): string {
  return parts.map((part) => (typeof part === 'number' ? round(part) : part)).join(' ');
}

function clean(attributes: Attributes): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    kept[name] = typeof value === 'number' ? round(value) : value;
  }
  return kept;
}

/** XML 1.0 allows no control characters but tab and line ends, not even as references. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
