/** The lines of text beneath a node, and how each looks. */
import type { Walk } from '../../../shared/results';
import { strings } from '../strings';
import { shorten, textWidth } from '../text';
import { medianRtt } from './model';
import type { PathNode } from './node';
import { SIZE } from './sizes';

export interface ColumnText {
  readonly content: string;
  readonly look: 'address' | 'name' | 'rtt' | 'silent' | 'faint' | 'error';
}

export function lookSize(look: ColumnText['look']): number {
  return look === 'address' ? SIZE.address : look === 'name' || look === 'rtt' ? SIZE.name : SIZE.small;
}

export function lookStyle(look: ColumnText['look']): 'plain' | 'bold' | 'mono' {
  return look === 'address' ? 'mono' : look === 'rtt' ? 'bold' : 'plain';
}

/** Why a probe was lost that ended like this: a drop that no route asks for is not a route's. */
export function lossWords({ disposition, steps }: Walk): string {
  const isByRoute = disposition !== 'NULL_ROUTED' || (steps.at(-1)?.route ?? null) !== null;
  return isByRoute ? strings.dispositions[disposition] : strings.path.notForwarded;
}

/** Longer names are shortened, px; the details have them whole. */
const LONGEST_NAME = 190;

export function columnTexts(node: PathNode): ColumnText[] {
  const name = shorten(node.name ?? '', SIZE.name, LONGEST_NAME);
  const named: ColumnText[] = name === '' ? [] : [{ content: name, look: 'name' }];
  const texts = strings.path;
  const reported: ColumnText[] =
    node.report === null ? [] : [{ content: strings.replies[node.report], look: 'error' }];
  const hops: ColumnText[] =
    node.ttls === null ? [] : [{ content: texts.hops(node.ttls[0], node.ttls[1]), look: 'name' }];
  const ownTime = node.role === 'source' ? medianRtt(node.rttMs) : null;
  switch (node.role) {
    case 'source':
      return [
        { content: node.address ?? '', look: 'address' },
        ...named,
        { content: texts.source, look: 'faint' },
        ...(ownTime === null ? [] : [{ content: texts.milliseconds(ownTime), look: 'rtt' as const }]),
        ...reported,
      ];
    case 'transit':
      return [{ content: name, look: 'faint' }];
    case 'target':
      return [
        { content: node.address ?? '', look: 'address' },
        ...named,
        ...hops,
        { content: texts.notReached, look: 'error' },
      ];
    case 'gap':
      return [
        { content: node.address ?? '*', look: 'address' },
        ...hops,
        { content: texts.noAnswer, look: 'silent' },
      ];
    case 'around':
      return [...hops, { content: texts.around, look: 'error' }];
    case 'unprobed':
      return [...hops, { content: texts.notProbed, look: 'faint' }];
    case 'hop': {
      const rtt = medianRtt(node.rttMs);
      const silence = node.hop?.silence ?? null;
      const last: ColumnText[] =
        node.report !== null
          ? reported
          : rtt !== null
            ? [{ content: texts.milliseconds(rtt), look: 'rtt' }]
            : silence !== null
              ? [{ content: strings.silences[silence.reason], look: 'silent' }]
              : node.rttMs.length > 0
                ? [{ content: texts.noAnswer, look: 'silent' }]
                : node.hop === null
                  ? []
                  : [{ content: texts.notProbed, look: 'faint' }];
      return [{ content: node.address ?? '*', look: 'address' }, ...named, ...last];
    }
  }
}

/** Width of the widest of them, px. */
export function textsWidth(texts: readonly ColumnText[]): number {
  return Math.max(
    0,
    ...texts.map((line) => textWidth(line.content, lookSize(line.look), lookStyle(line.look))),
  );
}
