/** A prefix spreading over the map, a step at a time: who tells whom, what is chosen, what loses, what is refused. */
import type { NetworkView } from '../../shared/network-view';
import type { AnnouncementEvent, AnnouncementOutcome, AnnouncementsResult } from '../../shared/results';
import { captionedMap } from './captioned-map';
import type { LineMark, MapOverlay, NodeMark, Tone } from './map/overlay';
import { THEMED, type Palette } from './palette';
import { strings } from './strings';
import type { SvgNode } from './svg';
import type { TableView } from './table';

export interface AnnouncementsMapOptions {
  /** Colours; the interface's own unless the picture has to stand alone. */
  readonly palette?: Palette;
  /** What has happened so far, from 0; all of it unless told. */
  readonly frame?: number;
  /** Its notes stand beside it, and need not stand in it. */
  readonly told?: boolean;
}

const texts = strings.announcements;

/** What was never told leaves no mark: it is seen by what it did not reach, and by the link that is down. */
const TONES: Readonly<Record<AnnouncementOutcome, Tone | null>> = {
  origin: 'good',
  best: 'good',
  multipath: 'good',
  lost: 'lost',
  refused: 'bad',
  'not-told': null,
};

export function announcementsName({ prefix }: AnnouncementsResult): string {
  return texts.name(prefix);
}

/** A frame for each step. */
export function announcementFrames({ events }: AnnouncementsResult): number {
  return events.reduce((most, { step }) => Math.max(most, step + 1), 1);
}

export function announcementsMap(
  result: AnnouncementsResult,
  view: NetworkView,
  options: AnnouncementsMapOptions = {},
): SvgNode {
  const last = announcementFrames(result) - 1;
  const frame = Math.min(options.frame ?? last, last);
  const now = result.events.filter(({ step }) => step === frame);
  const used = new Set(result.events.map(({ outcome }) => TONES[outcome]));
  const perStep = Array.from(
    { length: last + 1 },
    (_, at) => result.events.filter(({ step }) => step === at).length,
  );
  return captionedMap(
    view,
    overlayOf(result, view, frame),
    {
      name: announcementsName(result),
      title: texts.title(result.prefix),
      lead: strings.sentences([
        texts.step(frame, last),
        ...(frame === last ? endWords(result) : []),
        ...result.notes,
      ]),
      marks: [
        ...(['good', 'lost', 'bad'] as const).flatMap((tone) =>
          used.has(tone) ? [{ tone, text: texts.tones[tone] }] : [],
        ),
        ...(last > 1 ? [{ tone: 'good' as const, past: true, text: texts.earlier }] : []),
      ],
      notes: options.told === true ? [] : now.map((event) => ({ head: headOf(event), text: textOf(event) })),
      leastNoteLines: options.told === true ? 0 : Math.max(0, ...perStep),
    },
    options.palette ?? THEMED,
  );
}

/** More are left to the text. */
const MOST_TOLD = 3;

/** What happens at a step, in words, the first as a heading. */
export function announcementWords(result: AnnouncementsResult, frame: number): readonly string[] {
  const now = result.events.filter(({ step }) => step === frame);
  const more = now.length - MOST_TOLD;
  return [
    texts.step(frame, announcementFrames(result) - 1),
    ...now.slice(0, MOST_TOLD).map((event) => `${headOf(event)} ${textOf(event)}`),
    ...(more > 0 ? [strings.map.more(more)] : []),
  ];
}

function endWords({ without }: AnnouncementsResult): string[] {
  return without.length === 0 ? [] : [texts.without(without)];
}

function headOf({ from, to, outcome }: AnnouncementEvent): string {
  return `${from === null ? to : `${from} → ${to}`}, ${texts.outcomes[outcome]}:`;
}

function textOf({ asPath, policies, reason }: AnnouncementEvent): string {
  const path = asPath.length === 0 ? [] : [texts.path(asPath)];
  return strings.sentences([...path, sentence(reason), ...policies.map(sentence)]);
}

function sentence(text: string): string {
  return /[.!?。]$/.test(text) ? text : `${text}${texts.fullStop}`;
}

function overlayOf(result: AnnouncementsResult, view: NetworkView, frame: number): MapOverlay {
  const past = result.events.filter(({ step }) => step <= frame);
  const holders = new Set(past.flatMap(({ outcome, to }) => (TONES[outcome] === 'good' ? [to] : [])));
  const nodes = new Map<string, NodeMark>();
  for (const event of past) {
    const { to, outcome, step } = event;
    const before = nodes.get(to);
    const tone = TONES[outcome];
    nodes.set(to, {
      ...(holders.has(to)
        ? { ring: 'good' as const }
        : step === frame && tone !== null
          ? { ring: tone }
          : before?.ring === undefined
            ? {}
            : { ring: before.ring }),
      lines: [...(before?.lines ?? []), `${headOf(event)} ${textOf(event)}`],
    });
  }
  const without = new Set(result.without);
  const atEnd = frame === announcementFrames(result) - 1;
  const holds = (name: string): boolean => (atEnd ? !without.has(name) : holders.has(name));
  const servers = serversOfHosts(view);
  return {
    fadesLines: false,
    isFaint: ({ id, view: node }) => node !== null && !(servers.get(id) ?? [id]).some(holds),
    nodes,
    areas: new Map(),
    // What loses is drawn first, so that what is chosen on the same line lies on top.
    lines: past
      .flatMap((event) => lineOf(event, frame))
      .toSorted((a, b) => Number(a.tone === 'good') - Number(b.tone === 'good')),
  };
}

/** Who forwards for each host: its VNet, or what is beside it on its link. A host hears no announcements itself. */
function serversOfHosts({ nodes, links }: NetworkView): ReadonlyMap<string, readonly string[]> {
  const servers = new Map(
    nodes.flatMap(({ name, kind, area }): [string, string[]][] =>
      kind === 'host' ? [[name, area?.kind === 'vnet' ? [area.name] : []]] : [],
    ),
  );
  for (const { ends } of links) {
    const others = ends.flatMap(({ node }) => (servers.has(node) ? [] : [node]));
    for (const { node } of ends) servers.get(node)?.push(...others);
  }
  return servers;
}

function lineOf({ from, to, outcome, step }: AnnouncementEvent, frame: number): LineMark[] {
  const tone = TONES[outcome];
  if (from === null || tone === null) return [];
  // Refusals say something at their step; later they would hide what did happen.
  if (outcome === 'refused' && step < frame) return [];
  return [{ from, to, tone, past: step < frame, arc: true, arrow: true }];
}

export function announcementsTable(result: AnnouncementsResult): TableView {
  return {
    caption: announcementsName(result),
    columns: texts.columns,
    rows: result.events.map((event) => [
      String(event.step),
      event.from ?? '',
      event.to,
      event.protocol === null ? '' : texts.protocols[event.protocol],
      texts.outcomes[event.outcome],
      event.asPath.join(' '),
      strings.sentences([event.reason, ...event.policies].map(sentence)),
    ]),
  };
}
