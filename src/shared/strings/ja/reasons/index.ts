/** エンジンが作る文 */
import type { reasonStrings as english } from '../../reasons';
import type { Translation } from '../../translation';
import { routeReasons } from './routes';
import { silenceReasons, walkReasons } from './walk';

export const reasonStrings: Translation<typeof english> = {
  routes: routeReasons,
  walk: walkReasons,
  silence: silenceReasons,
};
