/** By what a probe and its reply travel, in one sentence: the kinds of network they cross, by name. */
import type { Walk } from '../../../shared/results';
import { strings } from '../strings';
import type { PathModel } from './model';

const texts = strings.path;

/** Empty where only links, LANs and the inside of VNets are crossed, which go without saying. */
export function travelWords({ walk, returnWalk }: PathModel): string {
  const there = crossed(walk);
  const back = returnWalk === null ? null : crossed(returnWalk).toReversed();
  if (there.length === 0 && (back ?? []).length === 0) return '';
  if (back === null) return texts.travels(wayWords(there));
  return wayWords(there) === wayWords(back)
    ? texts.travelsBoth(wayWords(there))
    : texts.travelsApart(wayWords(there), wayWords(back.toReversed()));
}

function wayWords(way: readonly string[]): string {
  return way.length === 0 ? texts.crossesNothing : texts.crosses(way);
}

/** In order; the two links at either end of an MSEE are one circuit. */
function crossed({ steps }: Walk): string[] {
  const all = steps.flatMap(({ area, link, linkKind, linkPath }, index): string[] => {
    switch (linkKind) {
      case 'peering':
      case 'tunnel':
      case 'global-reach':
        return [texts.linkName(strings.linkKinds[linkKind], link)];
      case 'expressroute':
      case 'private-peering': {
        const ends = [area, steps[index + 1]?.area ?? null];
        const circuit = ends.find((end) => end?.kind === 'circuit')?.name ?? null;
        const side = linkPath === null ? null : strings.map.pathShort[linkPath];
        return [texts.circuitSide(texts.linkName(strings.linkKinds.expressroute, circuit), side)];
      }
      default:
        return [];
    }
  });
  return all.filter((each, index) => each !== all[index - 1]);
}
