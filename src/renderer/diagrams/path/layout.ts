/**
 * Where everything of one path stands, in px from the strip's upper left corner. Nodes stand on one line,
 * a column each, as wide as their text; areas enclose the columns of neighbours that share one.
 */
import type { AreaView } from '../../../shared/results';
import { strings } from '../strings';
import type { PathLink, PathModel, PathNode } from './model';
import { medianRtt, visited } from './model';
import { textWidth } from '../text';

/** Sizes of text, px: nothing is smaller than 12, the least that a projector at 1280x800 shows well. */
export const SIZE = { title: 16, address: 13, name: 13, small: 12 } as const;

const COLUMN_PADDING = 18;
const AREA_PADDING = 8;
const AREA_GAP = 46;
const PLAIN_GAP = 14;
const BRANCH_ROOM = 16;
const LABEL_GAP = 14;
const RETURN_GAP = 18;

export const GLYPH_RADIUS = 20;
export const TRANSIT_RADIUS = 10;
export const GAP_HALF = 26;

export interface Column {
  readonly node: PathNode;
  readonly x: number;
  /** Half the width of its text and glyph. */
  readonly half: number;
  readonly texts: readonly ColumnText[];
}

export interface ColumnText {
  readonly content: string;
  readonly look: 'address' | 'name' | 'rtt' | 'silent' | 'faint' | 'error';
}

export interface AreaBox {
  readonly area: AreaView;
  readonly left: number;
  readonly right: number;
  readonly title: string;
  readonly subtitle: string | null;
}

export interface LinkPlace {
  readonly link: PathLink;
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** Kind and name, above the areas; null for links that need none. */
  readonly label: { readonly kind: string; readonly name: string | null } | null;
}

export interface Stub {
  readonly from: number;
  readonly x: number;
  readonly row: number;
  readonly text: string;
  readonly node: string;
}

export interface ReturnPlace {
  /** From right to left. */
  readonly stops: readonly { readonly name: string; readonly x: number; readonly visible: boolean }[];
  readonly arrives: boolean;
}

export interface PathLayout {
  readonly columns: readonly Column[];
  readonly areas: readonly AreaBox[];
  readonly links: readonly LinkPlace[];
  readonly stubs: readonly Stub[];
  readonly stubRows: number;
  readonly back: ReturnPlace | null;
  readonly hasLabels: boolean;
  readonly width: number;
}

export function layoutPath(model: PathModel): PathLayout {
  const back = model.back === null ? null : returnNames(model);
  const tight = place(model, 0);
  if (back === null || back.names.length === 0) {
    return back === null ? tight : { ...tight, back: placeReturn(tight.columns, back) };
  }
  // Where the way back has more to show than the way there has room for, the columns move apart.
  const needed = returnWidth(back.names);
  const span = returnSpan(tight.columns, back);
  const gaps = Math.max(1, tight.columns.length - 1);
  const wide = needed > span ? place(model, (needed - span) / gaps) : tight;
  return { ...wide, back: placeReturn(wide.columns, back) };
}

function place(model: PathModel, extra: number): PathLayout {
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
    const content =
      widths.reduce((sum, width) => sum + width, 0) + (run.nodes.length - 1) * (PLAIN_GAP + extra);
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
      const link = model.links[columns.length - 1];
      if (index < run.nodes.length - 1 && link !== undefined) x += PLAIN_GAP + extra;
    }
    x += padding + slack / 2;
    if (run.area !== null && titles !== null) {
      areas.push({ area: run.area, left, right: x, title: titles.title, subtitle: titles.subtitle });
    }
    if (runIndex === runs.length - 1) break;
    const link = model.links[columns.length - 1];
    const gap = Math.max(AREA_GAP + extra, 0);
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
    width: Math.max(x, labelRight, stubs.right),
  };
}

/** Half the width of a node's glyph, where its links end. */
export function glyphHalf(node: PathNode): number {
  if (node.role === 'gap') return GAP_HALF;
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
  const text = Math.max(
    0,
    ...texts.map((line) => textWidth(line.content, lookSize(line.look), lookStyle(line.look))),
  );
  const least = node.role === 'transit' ? 2 * TRANSIT_RADIUS + 8 : 2 * GLYPH_RADIUS + 24;
  return Math.max(least, text + COLUMN_PADDING) + (node.branches.length > 0 ? BRANCH_ROOM : 0);
}

export function lookSize(look: ColumnText['look']): number {
  return look === 'address' ? SIZE.address : look === 'name' || look === 'rtt' ? SIZE.name : SIZE.small;
}

export function lookStyle(look: ColumnText['look']): 'plain' | 'bold' | 'mono' {
  return look === 'address' ? 'mono' : look === 'rtt' ? 'bold' : 'plain';
}

function columnTexts(node: PathNode): ColumnText[] {
  const name = node.name ?? '';
  const named: ColumnText[] = name === '' ? [] : [{ content: name, look: 'name' }];
  const texts = strings.path;
  switch (node.role) {
    case 'source':
      return [
        { content: node.address ?? '', look: 'address' },
        ...named,
        { content: texts.source, look: 'faint' },
      ];
    case 'transit':
      return [{ content: name, look: 'faint' }];
    case 'target':
      return [
        { content: node.address ?? '', look: 'address' },
        ...named,
        { content: texts.notReached, look: 'error' },
      ];
    case 'gap':
      return [
        { content: node.address ?? '*', look: 'address' },
        { content: node.ttls === null ? '' : texts.hops(node.ttls[0], node.ttls[1]), look: 'name' },
        { content: texts.noAnswer, look: 'silent' },
      ];
    case 'hop': {
      const rtt = medianRtt(node.rttMs);
      const silence = node.hop?.silence ?? null;
      const last: ColumnText[] =
        rtt !== null
          ? [{ content: texts.milliseconds(rtt), look: 'rtt' }]
          : silence !== null
            ? [{ content: strings.silences[silence.reason], look: 'silent' }]
            : node.hop === null && node.rttMs.length === 0
              ? []
              : [{ content: texts.noAnswer, look: 'silent' }];
      return [{ content: node.address ?? '*', look: 'address' }, ...named, ...last];
    }
  }
}

/** Plain cables and fabrics explain themselves; what crosses provider networks is named. */
function linkLabel(link: PathLink): LinkPlace['label'] {
  if (link.state === 'down') {
    return { kind: link.name ?? '', name: strings.path.linkDown };
  }
  switch (link.kind) {
    case 'tunnel':
    case 'peering':
    case 'expressroute':
    case 'private-peering':
      return link.state === 'lost' ? null : { kind: strings.linkKinds[link.kind], name: link.name };
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

const SHOWN_BRANCHES = 3;

function placeStubs(columns: readonly Column[]): { stubs: Stub[]; stubRows: number; right: number } {
  const stubs: Stub[] = [];
  const rowEnds: number[] = [];
  let right = 0;
  for (const column of columns) {
    const { branches } = column.node;
    const shown = branches.length > SHOWN_BRANCHES + 1 ? SHOWN_BRANCHES : branches.length;
    const texts = branches.slice(0, shown).map((node) => ({ node, text: strings.path.orBranch(node) }));
    if (shown < branches.length) {
      texts.push({
        node: branches.slice(shown).join(', '),
        text: strings.path.moreBranches(branches.length - shown),
      });
    }
    const x = column.x + column.half + BRANCH_ROOM / 2;
    // A branch's line passes the rows above its own, so that each starts below what stands there.
    let row = 0;
    for (const { node, text } of texts) {
      while ((rowEnds[row] ?? Number.NEGATIVE_INFINITY) > x - 10) row += 1;
      const end = x + 14 + textWidth(text, SIZE.small);
      rowEnds[row] = end + 12;
      right = Math.max(right, end);
      stubs.push({ from: column.x, x, row, text, node });
      row += 1;
    }
  }
  return { stubs, stubRows: rowEnds.length, right };
}

interface ReturnNames {
  /** The devices between the one that replies and the source, in the order of the way back. */
  readonly names: readonly string[];
  readonly start: string | null;
  readonly arrives: boolean;
}

function returnNames(model: PathModel): ReturnNames {
  const walk = model.back;
  if (walk === null) return { names: [], start: null, arrives: false };
  const names = visited(walk);
  const arrives = walk.steps.at(-1)?.action === 'accepted';
  return { names: arrives ? names.slice(1, -1) : names.slice(1), start: names[0] ?? null, arrives };
}

const nameHalf = (name: string): number => Math.max(10, textWidth(name, SIZE.small) / 2);

function returnWidth(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + 2 * nameHalf(name) + RETURN_GAP, 2 * RETURN_GAP);
}

function returnStart(columns: readonly Column[], back: ReturnNames): number {
  const named = columns.findLast((column) => column.node.name === back.start);
  return (named ?? columns.at(-1))?.x ?? 0;
}

function returnSpan(columns: readonly Column[], back: ReturnNames): number {
  return returnStart(columns, back) - (columns[0]?.x ?? 0);
}

/** Shared nodes stand under their columns as far as names leave room; the others between them. */
function placeReturn(columns: readonly Column[], back: ReturnNames): ReturnPlace {
  const start = returnStart(columns, back);
  const home = columns[0]?.x ?? 0;
  const anchors: (number | null)[] = [];
  let limit = start;
  for (const name of back.names) {
    const x = columns.find((column) => column.node.name === name)?.x ?? null;
    const usable = x !== null && x < limit && x > home ? x : null;
    if (usable !== null) limit = usable;
    anchors.push(usable);
  }
  const desired = interpolate(anchors, start, home);
  const xs = [...desired];
  for (let i = 0; i < xs.length; i += 1) {
    const name = back.names[i] ?? '';
    const before =
      i === 0 ? start - RETURN_GAP : (xs[i - 1] ?? 0) - nameHalf(back.names[i - 1] ?? '') - RETURN_GAP;
    xs[i] = Math.min(xs[i] ?? 0, before - nameHalf(name));
  }
  for (let i = xs.length - 1; i >= 0; i -= 1) {
    const name = back.names[i] ?? '';
    const after =
      i === xs.length - 1
        ? home + RETURN_GAP
        : (xs[i + 1] ?? 0) + nameHalf(back.names[i + 1] ?? '') + RETURN_GAP;
    xs[i] = Math.max(xs[i] ?? 0, after + nameHalf(name));
  }
  const stops = back.names.map((name, index) => ({ name, x: xs[index] ?? 0, visible: true }));
  return {
    stops: [
      { name: back.start ?? '', x: start, visible: false },
      ...stops,
      ...(back.arrives ? [{ name: columns[0]?.node.name ?? '', x: home, visible: false }] : []),
    ],
    arrives: back.arrives,
  };
}

function interpolate(anchors: readonly (number | null)[], start: number, end: number): number[] {
  return anchors.map((anchor, index) => {
    if (anchor !== null) return anchor;
    let before = index - 1;
    while (before >= 0 && anchors[before] === null) before -= 1;
    let after = index + 1;
    while (after < anchors.length && anchors[after] === null) after += 1;
    const from = anchors[before] ?? start;
    const to = anchors[after] ?? end;
    return from + ((to - from) * (index - before)) / (after - before);
  });
}
