/** Words of the pictures. */
import { announcementsTexts, differenceTexts, mapTexts, perspectiveTexts } from './maps';
import { areaKinds, dispositions, linkKinds, nodeKinds, replies, silences, sources } from './names';
import { gridTexts, latencyTexts, pathTexts } from './path';
import { matrixTexts, packetTexts, picturesTexts } from './pictures';

export const diagramStrings = {
  /** One after the other in one line. */
  sentences: (all: readonly string[]) => all.join(' '),
  nodeKinds,
  linkKinds,
  areaKinds,
  silences,
  dispositions,
  replies,
  sources,

  showAsTable: 'Show as table',
  showMoreRows: (step: number, left: number): string =>
    left <= step ? `Show the last ${left} rows` : `Show ${step} more of ${left} rows`,

  path: pathTexts,
  grid: gridTexts,
  latency: latencyTexts,
  pictures: picturesTexts,
  matrix: matrixTexts,
  packet: packetTexts,
  perspective: perspectiveTexts,
  announcements: announcementsTexts,
  difference: differenceTexts,
  map: mapTexts,
};
