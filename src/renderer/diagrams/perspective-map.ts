/** The network as one node's table sees it: what it knows in full, by which way; the rest faint, with the reason. */
import type { NetworkView } from '../../shared/network-view';
import type { KnownPrefix, PerspectiveResult } from '../../shared/results';
import { captionedMap } from './captioned-map';
import type { AreaMark, LineMark, MapOverlay, NodeMark } from './map/overlay';
import { pairKey } from './map/overlay';
import type { PictureNote } from './notes';
import { THEMED, type Palette } from './palette';
import { strings } from './strings';
import type { SvgNode } from './svg';
import type { TableView } from './table';

export interface PerspectiveMapOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** Its notes stand beside it, and need not stand in it. */
  readonly told?: boolean;
}

const texts = strings.perspective;

export function perspectiveName(result: PerspectiveResult): string {
  return texts.name(result.table);
}

export function perspectiveMap(
  result: PerspectiveResult,
  view: NetworkView,
  options: PerspectiveMapOptions = {},
): SvgNode {
  const known = result.prefixes.filter(({ route }) => route !== null);
  const unknown = result.prefixes.filter(({ route }) => route === null);
  const overlay = overlayOf(result, view);
  return captionedMap(
    view,
    overlay,
    {
      name: perspectiveName(result),
      title: texts.title(result.table),
      lead: strings.sentences([
        texts.count(known.length, result.prefixes.length, namesOf(unknown)),
        ...result.notes,
      ]),
      marks: [
        ...(overlay.lines.some(({ tone }) => tone === 'good')
          ? [{ tone: 'good' as const, text: texts.way }]
          : []),
        ...(overlay.lines.some(({ tone }) => tone === 'lost')
          ? [{ tone: 'lost' as const, text: texts.notChosen }]
          : []),
      ],
      notes:
        options.told === true
          ? []
          : [
              ...chosenNotes(known),
              ...unknown.map(({ prefix, area, reason }) => ({
                head: texts.unknownHead(prefix, area?.name ?? null),
                text: reason,
              })),
            ],
    },
    options.palette ?? THEMED,
  );
}

/** More than these are told apart by the picture alone. */
const MOST_NAMED = 6;

/** Of the areas that prefixes lie in, or the prefixes themselves; none where they are too many. */
function namesOf(prefixes: readonly KnownPrefix[]): string[] {
  const names = [...new Set(prefixes.map(({ prefix, area }) => area?.name ?? prefix))];
  return names.length > MOST_NAMED ? [] : names;
}

/** More are left to the table. */
const MOST_CHOSEN = 6;

/** Where one way was preferred to another: which, and by what. */
function chosenNotes(known: readonly KnownPrefix[]): PictureNote[] {
  const notes = known.flatMap(({ prefix, area, chain, others, reason }): PictureNote[] => {
    const from = chain.at(-2);
    const left = others.filter(({ use }) => use === 'not-chosen');
    if (from === undefined || left.length === 0) return [];
    const told = new Map<string | null, Set<string>>();
    for (const { chain: way, reason: why } of left) {
      const heard = way.at(-2);
      if (heard !== undefined) told.set(why, (told.get(why) ?? new Set()).add(heard));
    }
    const head = texts.chosenHead(prefix, area?.name ?? null);
    return [...told].map(([why, names]) => ({
      head,
      text: why === null ? texts.chosen(from, [...names], reason) : texts.notTaken(from, [...names], why),
    }));
  });
  const more = notes.length - MOST_CHOSEN;
  return more <= 0 ? notes : [...notes.slice(0, MOST_CHOSEN), { head: '', text: strings.map.more(more) }];
}

function overlayOf(result: PerspectiveResult, view: NetworkView): MapOverlay {
  const onTheWay = new Set(
    result.prefixes.flatMap(({ chain, others }) => [chain, ...others.map((other) => other.chain)].flat()),
  );
  const seen = new Map(result.nodes.map((node) => [node.node, node]));
  const byArea = new Map<string, KnownPrefix[]>();
  for (const entry of result.prefixes) {
    if (entry.area === null) continue;
    byArea.set(entry.area.name, [...(byArea.get(entry.area.name) ?? []), entry]);
  }
  const isKnown = (name: string): boolean =>
    name === result.table || onTheWay.has(name) || (seen.get(name)?.prefix ?? null) !== null;
  const fabricOf = new Map(view.nodes.map((node) => [node.name, node.area?.name ?? null]));
  const areas = new Map([...byArea].map(([name, entries]) => [name, areaMark(entries)]));
  for (const { name } of view.areas) {
    // Of an area without prefixes of its own, as circuits are, there is nothing to know but its nodes.
    const inside = view.nodes.filter(({ area }) => area?.name === name);
    if (!areas.has(name) && inside.length > 0) {
      areas.set(name, { faint: !inside.some((node) => isKnown(node.name)) });
    }
  }
  return {
    fadesLines: true,
    isFaint: ({ id, view: node, lan }) => {
      if (lan !== null) return !lan.ends.some((end) => isKnown(end.node));
      if (node?.kind === 'vnet' && !isKnown(id)) {
        return (byArea.get(fabricOf.get(id) ?? '') ?? []).every(({ route }) => route === null);
      }
      return !isKnown(id);
    },
    nodes: marksOf(result),
    areas,
    lines: waysOf(result, view),
  };
}

function marksOf(result: PerspectiveResult): ReadonlyMap<string, NodeMark> {
  const marks = new Map<string, NodeMark>();
  for (const { node, address, prefix } of result.nodes) {
    if (address === null) continue;
    marks.set(node, { lines: [prefix === null ? texts.notSeen(address) : texts.seenBy(prefix)] });
  }
  marks.set(result.table, { ...marks.get(result.table), ring: 'good' });
  return marks;
}

function areaMark(entries: readonly KnownPrefix[]): AreaMark {
  const [first] = entries;
  const rest = entries.length - 1;
  const subtitle = first === undefined ? '' : prefixWords(first);
  return {
    faint: entries.every(({ route }) => route === null),
    subtitle: rest > 0 ? `${subtitle} ${strings.map.more(rest)}` : subtitle,
    lines: entries.map((entry) => `${prefixWords(entry)}: ${entry.reason}`),
  };
}

function prefixWords({ prefix, route }: KnownPrefix): string {
  if (route === null) return texts.unknownPrefix(prefix);
  const path = route.asPath ?? [];
  return path.length === 0
    ? texts.knownBy(prefix, strings.sources[route.source])
    : texts.knownPath(prefix, path);
}

/**
 * What a gateway learned comes to a peered VNet by gateway transit: on the map, over the fabric of the gateway's own
 * VNet and the peering.
 */
function fabricsOf(view: NetworkView): (from: string | undefined, to: string) => readonly string[] {
  const nodes = new Map(view.nodes.map((node) => [node.name, node]));
  const fabrics = new Map(
    view.nodes.flatMap(({ name, kind, area }) =>
      kind === 'vnet' && area !== null ? [[area.name, name] as const] : [],
    ),
  );
  return (from, to) => {
    const there = nodes.get(to);
    const area = nodes.get(from ?? '')?.area ?? null;
    if (there?.kind !== 'vnet' || area === null || area.name === there.area?.name) return [];
    const fabric = fabrics.get(area.name);
    return fabric === undefined || fabric === from ? [] : [fabric];
  };
}

/** Along the announcements, against which packets go. */
function waysOf(result: PerspectiveResult, view: NetworkView): LineMark[] {
  const fabricBetween = fabricsOf(view);
  const lines = new Map<string, LineMark>();
  const mark = (way: readonly string[], tone: 'good' | 'lost'): void => {
    const chain = way.flatMap((node, index) => [...fabricBetween(way[index - 1], node), node]);
    chain.slice(1).forEach((to, index) => {
      const from = chain[index];
      if (from !== undefined) lines.set(pairKey(from, to), { from, to, tone, arrow: true });
    });
  };
  const others = result.prefixes.flatMap((entry) => entry.others);
  // A line that is in use for one prefix is in use.
  for (const { use, chain } of others) if (use === 'not-chosen') mark(chain, 'lost');
  for (const { use, chain } of others) if (use === 'equal') mark(chain, 'good');
  for (const { chain } of result.prefixes) mark(chain, 'good');
  return [...lines.values()];
}

export function perspectiveTable(result: PerspectiveResult): TableView {
  return {
    caption: perspectiveName(result),
    columns: texts.columns,
    rows: result.prefixes.map(({ prefix, area, route, chain, others, reason }) => [
      prefix,
      area === null ? '' : `${strings.areaKinds[area.kind]} ${area.name}`,
      route === null ? texts.unknown : strings.sources[route.source],
      route?.asPath?.join(' ') ?? '',
      [chain, ...others.flatMap((other) => (other.use === 'equal' ? [other.chain] : []))]
        .map((way) => way.join(' → '))
        .join('; '),
      reason,
    ]),
  };
}
