/** Which pictures a result can be drawn as, the one that shows most of it first. */
import type { NetworkView } from '../../shared/network-view';
import type {
  CommandResult,
  LatencyResult,
  MatrixResult,
  PathsResult,
  TraceResult,
} from '../../shared/results';
import { targetWords } from './path/name';
import {
  announcementFrames,
  announcementsMap,
  announcementsName,
  announcementsTable,
  announcementWords,
} from './announcements-map';
import { isLaidOutFirst } from './captioned-map';
import {
  differenceFrames,
  differenceMap,
  differenceName,
  differenceTable,
  differenceWords,
} from './difference-map';
import { latencyChart, latencyName } from './latency-chart';
import { latencyRuns, latencySeries, type LatencySeries } from './latency/series';
import { latencyTable } from './latency/table';
import { changesPicture, matrixPicture, matrixTable } from './matrix-picture';
import type { MatrixScale } from './matrix/cells';
import { frameWords, packetFrames } from './packet/frames';
import { packetDiagram, packetName, packetTable } from './packet-diagram';
import type { Palette } from './palette';
import { pathDiagram } from './path-diagram';
import type { PathSource } from './path/model';
import { foldWays } from './path/fold-ways';
import { pathName } from './path/name';
import { pathTables } from './path/table';
import { perspectiveMap, perspectiveName, perspectiveTable } from './perspective-map';
import { strings as catalogue } from '../../shared/strings';
import { strings } from './strings';
import type { SvgNode } from './svg';
import type { TableView } from './table';
import { waysDiagram, waysName } from './ways-diagram';
import type { WaysSource } from './path/ways';

export interface PictureStep {
  /** One after the other, the first as a heading. */
  readonly words: readonly string[];
  /** Null where it is at no hop. */
  readonly hop: number | null;
}

export interface Picture {
  readonly id: string;
  /** A word or two, for the switch between the pictures of one result. */
  readonly label: string;
  /** What kind of picture it is, standing alone: before the command that it answers. */
  readonly title: string;
  readonly name: string;
  /** How many steps it is made of; 1 for one that stands still. */
  readonly frames: number;
  /** Its first frame is the state before its first step. */
  readonly hasStart?: true;
  /** The frame it opens with; exports show it, too. */
  readonly opens: number;
  /** It is as wide as a whole network, and shrinks to fit where it is shown. */
  readonly wide: boolean;
  /** The network whose map has to be laid out before it is drawn, where that takes long. */
  readonly lays?: NetworkView;
  /** @param told what it tells in words stands beside the picture, and need not stand in it */
  readonly draw: (palette: Palette, frame: number, told?: boolean) => SvgNode;
  /** What happens at a step, and at which hop of a trace. */
  readonly step?: (frame: number) => PictureStep;
  readonly tables: () => readonly TableView[];
}

/** Empty for a result that only words can tell. @param view the network that was asked; null where unknown */
export function picturesOf(result: CommandResult, view: NetworkView | null): readonly Picture[] {
  switch (result.kind) {
    case 'trace':
      return [path(result), ...latency(result), ...withLengths(result), packet(result)];
    case 'ping':
      return [path(result), ...latency(result)];
    case 'paths':
      return result.walks.length === 1 ? [path(result)] : [...some(result), ways(result), ...each(result)];
    case 'traceroute': {
      const { probe, trace, walks } = result;
      const spread: PathsResult = { kind: 'paths', probe, walks, flows: [], taken: 0, truncated: false };
      const own = [path(trace), ...latency(trace), ...withLengths(trace)];
      // Probes that took several ways are drawn as those ways; hop by hop only one could be.
      return walks.length < 2 ? [...own, packet(trace)] : [...some(spread), ways(spread), ...own];
    }
    case 'trace-both':
      return [
        ways(result),
        { ...path(result.forward), id: 'there', label: strings.pictures.there },
        { ...path(result.back), id: 'back', label: strings.pictures.back },
        ...latency(result.forward),
      ];
    case 'latency':
      return runs(result);
    case 'mtr':
    case 'pathping':
      return latency(result);
    case 'matrix':
      return result.pairs.length === 0 ? [] : MATRIX_SCALES.map((scale) => matrix(result, scale));
    case 'matrix-diff':
      return [
        still(
          'matrix',
          { label: strings.pictures.changes, title: titles.changes },
          strings.matrix.changeName(result.compare.before, result.compare.after),
          (palette) => changesPicture(result, { palette }),
          () => [differenceTable(result.compare)],
        ),
        ...(view === null ? [] : [difference(result.compare, view)]),
      ];
    case 'compare':
      return [
        ...(view === null || result.differences.length === 0 ? [] : [difference(result, view)]),
        still(
          'matrix',
          { label: strings.pictures.changes, title: titles.changes },
          strings.matrix.changeName(result.before, result.after),
          (palette) => changesPicture({ kind: 'matrix-diff', compare: result }, { palette }),
          () => [differenceTable(result)],
        ),
      ];
    case 'perspective':
      return view === null
        ? []
        : [
            {
              ...still(
                'perspective',
                { label: strings.pictures.perspective, title: titles.perspective },
                perspectiveName(result),
                (palette, told) => perspectiveMap(result, view, { palette, told }),
                () => [perspectiveTable(result)],
              ),
              wide: true,
              ...layoutOf(view),
            },
          ];
    case 'announcements':
      return view === null || result.events.length === 0
        ? []
        : [
            {
              id: 'announcements',
              label: strings.pictures.announcements,
              title: titles.announcements,
              name: announcementsName(result),
              frames: announcementFrames(result),
              hasStart: true,
              opens: announcementFrames(result) - 1,
              wide: true,
              ...layoutOf(view),
              draw: (palette, frame, told = false) =>
                announcementsMap(result, view, { palette, frame, told }),
              step: (frame) => ({ words: announcementWords(result, frame), hop: null }),
              tables: () => [announcementsTable(result)],
            },
          ];
    default:
      return [];
  }
}

function layoutOf(view: NetworkView): Pick<Picture, 'lays'> {
  return isLaidOutFirst(view) ? { lays: view } : {};
}

const { titles } = strings.pictures;

/** The two words of a picture: in the switch, and standing alone. */
interface Words {
  readonly label: string;
  readonly title: string;
}

function still(
  id: string,
  { label, title }: Words,
  name: string,
  draw: (palette: Palette, told: boolean) => SvgNode,
  tables: () => readonly TableView[],
): Picture {
  return {
    id,
    label,
    title,
    name,
    frames: 1,
    opens: 0,
    wide: false,
    draw: (palette, _frame, told = false) => draw(palette, told),
    tables,
  };
}

function path(result: PathSource): Picture {
  return still(
    'path',
    { label: strings.pictures.path, title: titles.path },
    pathName(result),
    (palette) => pathDiagram(result, { palette }),
    () => pathTables(result),
  );
}

/** Lengths by latency; nothing where no link takes time. */
function withLengths(trace: TraceResult): Picture[] {
  // A single length tells nothing.
  if (trace.forwardWalk.steps.filter(({ latencyMs }) => latencyMs > 0).length < 2) return [];
  return [
    still(
      'lengths',
      { label: strings.pictures.lengths, title: titles.lengths },
      pathName(trace),
      (palette) => pathDiagram(trace, { palette, spacing: 'latency' }),
      () => pathTables(trace),
    ),
  ];
}

function ways(result: WaysSource): Picture {
  const tables = (): readonly TableView[] =>
    result.kind === 'paths'
      ? pathTables(result)
      : [...pathTables(result.forward), ...pathTables(result.back)];
  return still(
    'ways',
    result.kind === 'paths'
      ? { label: strings.pictures.allPaths, title: titles.allPaths }
      : { label: strings.pictures.bothWays, title: titles.bothWays },
    waysName(result),
    (palette) => waysDiagram(result, { palette }),
    tables,
  );
}

/** A part of many equal paths; nothing where all of them fit. */
function some(result: PathsResult): Picture[] {
  const part = foldWays(result);
  if (part === null) return [];
  const all = result.walks.length;
  return [
    still(
      'some',
      { label: strings.pictures.somePaths(part.walks.length, all), title: titles.allPaths },
      waysName(result),
      (palette) => waysDiagram(part, { palette, outOf: all }),
      () => pathTables(result),
    ),
  ];
}

/** Beyond this many, paths beneath each other show less than all of them as one graph. */
const BENEATH_EACH_OTHER = 4;

function each(result: PathsResult): Picture[] {
  if (result.walks.length > BENEATH_EACH_OTHER) return [];
  return [{ ...path(result), id: 'each', label: strings.pictures.eachPath }];
}

function latency(result: CommandResult): Picture[] {
  const series = latencySeries(result, '');
  if (series === null) return [];
  return [chart([{ ...series, name: targetWords(series.probe) }])];
}

/** Several runs in one chart; what is the same of all of them is not repeated. */
function runs({ runs: all }: LatencyResult): Picture[] {
  const one = all.every(({ network }) => network === all[0]?.network);
  const series = latencyRuns(
    all.map(({ network, target, report }) => {
      const name = one ? target : strings.latency.runName(network, target);
      // Who reports that there is no way on has a time, too.
      return { report, name: report.reached ? name : strings.latency.notReached(name) };
    }),
  );
  return series.length === 0 ? [] : [chart(series)];
}

function chart(series: readonly LatencySeries[]): Picture {
  return still(
    'latency',
    { label: strings.pictures.latency, title: titles.latency },
    latencyName(series),
    (palette) => latencyChart(series, { palette }),
    () => [latencyTable(series)],
  );
}

/** The picture of a trace that is stepped through. */
export const PACKET = 'packet';

function packet(trace: TraceResult): Picture {
  return {
    id: PACKET,
    label: strings.pictures.packet,
    title: titles.packet,
    name: packetName(trace),
    frames: packetFrames(trace).length,
    opens: 0,
    wide: false,
    draw: (palette, frame, told = false) => packetDiagram(trace, { palette, frame, panel: !told }),
    step: (at) => {
      const frame = packetFrames(trace)[at];
      if (frame === undefined) return { words: [], hop: null };
      const [head = '', ...rest] = frameWords(frame);
      const position = catalogue.present.steps.position(at + 1, packetFrames(trace).length);
      return { words: [`${position}: ${head}`, ...rest], hop: frame.hop?.ttl ?? null };
    },
    tables: () => [packetTable(trace)],
  };
}

const MATRIX_SCALES: readonly MatrixScale[] = ['state', 'hops', 'time'];

function matrix(result: MatrixResult, scale: MatrixScale): Picture {
  return still(
    `matrix-${scale}`,
    { label: strings.pictures.scales[scale], title: titles.matrix },
    strings.matrix.name,
    (palette) => matrixPicture(result, { palette, scale }),
    () => [matrixTable(result)],
  );
}

function difference(result: Parameters<typeof differenceMap>[0], view: NetworkView): Picture {
  return {
    id: 'difference',
    label: strings.pictures.difference,
    title: titles.difference,
    name: differenceName(result),
    frames: differenceFrames(result),
    opens: 0,
    wide: true,
    ...layoutOf(view),
    draw: (palette, frame, told = false) => differenceMap(result, view, { palette, frame, told }),
    step: (frame) => ({ words: differenceWords(result, frame), hop: null }),
    tables: () => [differenceTable(result)],
  };
}
