import { nodesShown } from './graph';
import type { NetworkView } from '../../../shared/network-view';
import { strings } from '../strings';

/** The map's name for those who do not see it. */
export function mapName(view: NetworkView): string {
  return strings.map.name(nodesShown(view).length, view.links.length);
}
