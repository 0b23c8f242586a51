/** 図の言葉 */
import type { diagramStrings as english } from '../../diagram';
import type { Translation } from '../../translation';
import { announcementsTexts, differenceTexts, mapTexts, perspectiveTexts } from './maps';
import { areaKinds, dispositions, linkKinds, nodeKinds, replies, silences, sources } from './names';
import { gridTexts, latencyTexts, pathTexts } from './path';
import { matrixTexts, packetTexts, picturesTexts } from './pictures';

export const diagramStrings: Translation<typeof english> = {
  // 句点の後に空白は置かない
  sentences: (all) => all.join(' ').replaceAll('。 ', '。'),
  nodeKinds,
  linkKinds,
  areaKinds,
  silences,
  dispositions,
  replies,
  sources,

  showAsTable: '表で表示',
  showMoreRows: (step, left) =>
    left <= step ? `残りの ${left} 行を表示` : `残り ${left} 行のうち ${step} 行を表示`,

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
