/**
 * Where everything of one path stands, in px from the strip's upper left corner. Nodes stand on one line,
 * a column each, as wide as their text; areas enclose the columns of neighbours that share one.
 */
import type { AreaView } from '../../../shared/results';
import { strings } from '../strings';
import type { PathModel } from './model';
import { isFold, linkTitle, type PathLink, type PathNode } from './node';
import { textWidth } from '../text';
import { placeReturn, returnNames, returnSpan, returnWidth, type ReturnPlace } from './return-layout';
import { GAP_HALF, GLYPH_RADIUS, SIZE, TRANSIT_RADIUS } from './sizes';
import { BRANCH_ROOM, placeStubs, type Stub } from './stubs';
import { columnTexts, textsWidth, type ColumnText } from './texts';

/** Sizes of text, px: nothing is smaller than 12, the least that a projector at 1280x800 shows well. */

const COLUMN_PADDING = 18;
const AREA_PADDING = 8;
const AREA_GAP = 46;
const PLAIN_GAP = 14;
const LABEL_GAP = 14;

/** `latency`: the longer a link takes, the longer it is drawn. */
export type Spacing = 'even' | 'latency';

export interface Column {
  readonly node: PathNode;
  readonly x: number;
  /** Half the width of its text and glyph. */
  readonly half: number;
  readonly texts: readonly ColumnText[];
}

export interface AreaBox {
  readonly area: AreaView;
  readonly left: number;
  readonly right: number;
  readonly title: string;
  readonly subtitle: string | null;
  /** Whether the probe has not come in: the target that it should have come to stands here. */
  readonly isFaint: boolean;
}

export interface LinkPlace {
  readonly link: PathLink;
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** Kind and name, above the areas; null for links that need none. */
  readonly label: { readonly kind: string; readonly name: string | null } | null;
}

export interface PathLayout {
  readonly columns: readonly Column[];
  readonly areas: readonly AreaBox[];
  readonly links: readonly LinkPlace[];
  readonly stubs: readonly Stub[];
  readonly stubRows: number;
  readonly back: ReturnPlace | null;
  readonly hasLabels: boolean;
  /** How much longer a link is drawn for each ms it takes, px; 0 where length tells nothing. */
  readonly pxPerMs: number;
  readonly width: number;
}

/** @param pxPerMs how much longer a link is drawn for each ms it takes; 0 where length tells nothing */
export function layoutPath(model: PathModel, pxPerMs = 0): PathLayout {
  const back = model.back === null ? null : returnNames(model);
  const room = (extra: number) => (link: PathLink | undefined) => extra + pxPerMs * (link?.latencyMs ?? 0);
  const tight = { ...place(model, room(0)), pxPerMs };
  if (back === null || back.passed.length === 0) {
    return back === null ? tight : { ...tight, back: placeReturn(tight.columns, back) };
  }
  // Where the way back has more to show than the way there has room for, the columns move apart.
  const needed = returnWidth(back.passed);
  const span = returnSpan(tight.columns, back);
  const gaps = Math.max(1, tight.columns.length - 1);
  const wide = needed > span ? place(model, room((needed - span) / gaps)) : tight;
  return { ...wide, pxPerMs, back: placeReturn(wide.columns, back) };
}

/** px for a ms, so that all links together grow by `room`, px; 0 where nothing takes time. */
export function latencyScale(links: readonly PathLink[], room: number): number {
  const total = links.reduce((sum, link) => sum + link.latencyMs, 0);
  return total === 0 ? 0 : room / total;
}

function place(model: PathModel, extraOf: (link: PathLink | undefined) => number): PathLayout {
  const { nodes } = model;
  const runs = areaRuns(nodes);
  const columns: Column[] = [];
  const links: LinkPlace[] = [];
  const areas: AreaBox[] = [];
  let x = 0;
  let lastLabel = Number.NEGATIVE_INFINITY;
  for (const [runIndex, run] of runs.entries()) {
    const texts = run.nodes.map(columnTexts);
    const widths = run.nodes.map((node, index) => columnWidth(node, texts[index] ?? []));
    const gaps = run.nodes
      .slice(0, -1)
      .map((_, index) => PLAIN_GAP + extraOf(model.links[columns.length + index]));
    const content = [...widths, ...gaps].reduce((sum, width) => sum + width, 0);
    const titles = run.area === null ? null : areaTitles(run.area);
    const needed = titles === null ? 0 : titles.width;
    const slack = Math.max(0, needed - content);
    const padding = run.area === null ? 0 : AREA_PADDING;
    const left = x;
    x += padding + slack / 2;
    for (const [index, node] of run.nodes.entries()) {
      const width = widths[index] ?? 0;
      const room = node.branches.length > 0 ? BRANCH_ROOM : 0;
      const half = (width - room) / 2;
      columns.push({ node, x: x + half, half, texts: texts[index] ?? [] });
      x += width;
      x += gaps[index] ?? 0;
    }
    x += padding + slack / 2;
    if (run.area !== null && titles !== null) {
      const isFaint = run.nodes.every(({ role }) => role === 'target');
      areas.push({ area: run.area, left, right: x, title: titles.title, subtitle: titles.subtitle, isFaint });
    }
    if (runIndex === runs.length - 1) break;
    const link = model.links[columns.length - 1];
    const gap = AREA_GAP + extraOf(link);
    const label = link === undefined ? null : linkLabel(link);
    const labelHalf = label === null ? 0 : labelWidth(label) / 2;
    const middle = Math.max(x + gap / 2, label === null ? 0 : lastLabel + labelHalf, labelHalf);
    if (label !== null) lastLabel = middle + labelHalf + LABEL_GAP;
    x = middle + gap / 2;
  }
  columns.forEach((column, index) => {
    const next = columns[index + 1];
    const link = model.links[index];
    if (next === undefined || link === undefined) return;
    const crossing = next.node.area?.name !== column.node.area?.name || next.node.area === null;
    const gapLeft = areas.find((area) => column.x > area.left && column.x < area.right)?.right;
    const gapRight = areas.find((area) => next.x > area.left && next.x < area.right)?.left;
    const from = gapLeft ?? column.x + column.half;
    const to = gapRight ?? next.x - next.half;
    links.push({
      link,
      from: column.x + glyphHalf(column.node),
      to: next.x - glyphHalf(next.node),
      middle: crossing ? (from + to) / 2 : (column.x + column.half + next.x - next.half) / 2,
      label: linkLabel(link),
    });
  });
  const stubs = placeStubs(columns);
  const labelRight = Math.max(
    0,
    ...links.map((link) => (link.label === null ? 0 : link.middle + labelWidth(link.label) / 2)),
  );
  return {
    columns,
    areas,
    links,
    ...stubs,
    back: null,
    hasLabels: links.some((link) => link.label !== null),
    pxPerMs: 0,
    width: Math.max(x, labelRight, stubs.right),
  };
}

/** Half the width of a node's glyph, where its links end. */
export function glyphHalf(node: PathNode): number {
  if (isFold(node)) return GAP_HALF;
  return (node.role === 'transit' ? TRANSIT_RADIUS : GLYPH_RADIUS) * (node.kind === 'msee' ? 1 : 0.95);
}

interface AreaRun {
  readonly area: AreaView | null;
  readonly nodes: PathNode[];
}

function areaRuns(nodes: readonly PathNode[]): AreaRun[] {
  const runs: AreaRun[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last !== undefined && last.area?.kind === node.area?.kind && last.area?.name === node.area?.name) {
      last.nodes.push(node);
    } else {
      runs.push({ area: node.area, nodes: [node] });
    }
  }
  return runs;
}

function areaTitles(area: AreaView): { title: string; subtitle: string | null; width: number } {
  const title = `${strings.areaKinds[area.kind]} ${area.name}`;
  const subtitle = area.region;
  const width = Math.max(
    textWidth(title, SIZE.name, 'bold'),
    subtitle === null ? 0 : textWidth(subtitle, SIZE.small),
  );
  return { title, subtitle, width: width + 2 * AREA_PADDING };
}

function columnWidth(node: PathNode, texts: readonly ColumnText[]): number {
  const text = textsWidth(texts);
  const least = node.role === 'transit' ? 2 * TRANSIT_RADIUS + 8 : 2 * GLYPH_RADIUS + 24;
  return Math.max(least, text + COLUMN_PADDING) + (node.branches.length > 0 ? BRANCH_ROOM : 0);
}

export function linkLabel(link: PathLink): LinkPlace['label'] {
  if (link.state === 'down') {
    return { kind: link.name ?? '', name: strings.path.linkDown };
  }
  switch (link.kind) {
    case 'tunnel':
    case 'peering':
    case 'expressroute':
    case 'private-peering':
    case 'global-reach':
      return link.state === 'lost' ? null : { kind: strings.linkKinds[link.kind], name: linkTitle(link) };
    case 'link':
    case 'lan':
    case 'vnet':
    case null:
      return null;
  }
}

export function labelWidth(label: { readonly kind: string; readonly name: string | null }): number {
  return Math.max(textWidth(label.kind, SIZE.small, 'bold'), textWidth(label.name ?? '', SIZE.small));
}
