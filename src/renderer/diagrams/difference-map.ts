/** One pair of hosts in two networks: the way it went, and the way it goes now, over each other. */
import type { NetworkView } from '../../shared/network-view';
import type { CompareResult, PairDifference, PairWay } from '../../shared/results';
import { captionedMap } from './captioned-map';
import { mapGraph } from './map/graph';
import type { LineMark, MapOverlay, NodeMark } from './map/overlay';
import { THEMED, type Palette } from './palette';
import { strings } from './strings';
import type { SvgNode } from './svg';
import type { TableView } from './table';

export interface DifferenceMapOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** Which of the pairs, from 0; the first unless told. */
  readonly frame?: number;
  /** Its notes stand beside it, and need not stand in it. */
  readonly told?: boolean;
}

const texts = strings.difference;

export function differenceName({ before, after }: CompareResult): string {
  return texts.name(before, after);
}

export function differenceFrames({ differences }: CompareResult): number {
  return Math.max(1, differences.length);
}

export function differenceMap(
  result: CompareResult,
  view: NetworkView,
  options: DifferenceMapOptions = {},
): SvgNode {
  const { differences, before, after, reaching, pairs } = result;
  const frame = Math.min(options.frame ?? 0, differences.length - 1);
  const shown = differences[frame];
  const summary = texts.reaching(before, reaching.before, after, reaching.after, pairs);
  return captionedMap(
    asAfter(view, result),
    shown === undefined ? overlayOf([], view) : overlayOf([shown], view),
    {
      name: differenceName(result),
      title:
        shown === undefined
          ? texts.none(before, after)
          : texts.title(shown.from, shown.to, texts.changes[shown.change], frame + 1, differences.length),
      lead: summary,
      marks: [
        { tone: 'other', text: before },
        { tone: 'good', text: after },
      ],
      notes:
        shown === undefined || options.told === true
          ? []
          : [
              { head: '', text: shown.text },
              { head: `${before}:`, text: wayWords(shown.before) },
              { head: `${after}:`, text: wayWords(shown.after) },
            ],
      leastNoteLines: options.told === true ? 0 : 6,
    },
    options.palette ?? THEMED,
  );
}

/** The network as it stands afterwards: what was shut is down, what was opened is up. */
function asAfter(view: NetworkView, { down }: CompareResult): NetworkView {
  const nodes = new Set(down.nodes);
  const links = new Set(down.links);
  return {
    ...view,
    nodes: view.nodes.map((node) => ({ ...node, up: !nodes.has(node.name) })),
    links: view.links.map((link) => ({ ...link, up: !links.has(link.name) })),
  };
}

/** What changes for a pair, in words, the first as a heading; none where nothing changes. */
export function differenceWords(result: CompareResult, frame: number): readonly string[] {
  const shown = result.differences[frame];
  if (shown === undefined) return [];
  const { from, to, change, text, before, after } = shown;
  return [
    texts.title(from, to, texts.changes[change], frame + 1, result.differences.length),
    text,
    `${result.before}: ${wayWords(before)}`,
    `${result.after}: ${wayWords(after)}`,
  ];
}

function wayWords(way: PairWay): string {
  const nodes = way.nodes.join(' → ');
  if (way.reached && way.rttMs !== null)
    return texts.arrives(nodes, way.hops ?? 0, strings.grid.time(way.rttMs));
  return texts.lost(nodes, strings.dispositions[way.disposition], way.lostAt);
}

function overlayOf(differences: readonly PairDifference[], view: NetworkView): MapOverlay {
  const beside = neighboursOf(view);
  const lines: LineMark[] = [];
  const nodes = new Map<string, NodeMark>();
  for (const { before, after, parting } of differences) {
    lines.push(
      ...along(before.nodes, before.links, 'other', beside),
      ...along(after.nodes, after.links, 'good', beside),
    );
    if (parting?.direction === 'back') {
      lines.push(
        ...along(before.back, before.backLinks, 'other', beside),
        ...along(after.back, after.backLinks, 'good', beside),
      );
    }
    if (after.lostAt !== null) nodes.set(after.lostAt, { ring: 'bad', lines: [texts.lostHere] });
    else if (parting !== null) nodes.set(parting.after.node, { ring: 'other', lines: [texts.partsHere] });
  }
  const used = new Set(differences.flatMap(({ before, after }) => [...before.nodes, ...after.nodes]));
  return {
    fadesLines: false,
    isFaint: ({ id, lan }) => used.size > 0 && lan === null && !used.has(id),
    nodes,
    areas: new Map(),
    lines,
  };
}

/** A way as lines of the map. Where it skips a node that the map has between two others, over that node. */
function along(
  nodes: readonly string[],
  links: readonly (string | null)[],
  tone: LineMark['tone'],
  beside: Neighbours,
): LineMark[] {
  return nodes.slice(1).flatMap((to, index): LineMark[] => {
    const from = nodes[index];
    if (from === undefined) return [];
    const between = beside.get(from)?.has(to) === true ? undefined : common(from, to, beside);
    return between === undefined
      ? [{ from, to, link: links[index] ?? null, tone, arc: true, arrow: true }]
      : [
          { from, to: between, tone },
          { from: between, to, tone, arrow: true },
        ];
  });
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** A VNet's fabric sends straight to an MSEE, though the connection belongs to a gateway. */
function common(from: string, to: string, beside: Neighbours): string | undefined {
  return [...(beside.get(from) ?? [])].find((name) => beside.get(name)?.has(to) === true);
}

function neighboursOf(view: NetworkView): Neighbours {
  const beside = new Map<string, Set<string>>();
  for (const { from, to } of mapGraph(view).edges) {
    beside.set(from, (beside.get(from) ?? new Set()).add(to));
    beside.set(to, (beside.get(to) ?? new Set()).add(from));
  }
  return beside;
}

export function differenceTable(result: CompareResult): TableView {
  return {
    caption: differenceName(result),
    columns: texts.columns,
    rows: result.differences.map(({ from, to, change, before, after, text }) => [
      from,
      to,
      texts.changes[change],
      wayWords(before),
      wayWords(after),
      text,
    ]),
  };
}
