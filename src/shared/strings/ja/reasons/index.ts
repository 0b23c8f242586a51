/** エンジンが作る文 */
import type { reasonStrings as english } from '../../reasons';
import type { Translation } from '../../translation';
import { answerReasons, differenceReasons } from './answers';
import { azureReasons, barrierReasons, refusalReasons } from './barriers';
import { chainReasons, policyReasons } from './chain';
import { checkReasons } from './checks';
import { commandReasons } from './commands';
import { expectReasons, observedReasons } from './comparisons';
import { editReasons } from './edits';
import { limitReasons } from './limits';
import { routeReasons } from './routes';
import { answerTexts, findingTexts } from './texts';
import { silenceReasons, walkReasons } from './walk';

export const reasonStrings: Translation<typeof english> = {
  routes: routeReasons,
  walk: walkReasons,
  silence: silenceReasons,
  chain: chainReasons,
  policies: policyReasons,
  barriers: barrierReasons,
  refusals: refusalReasons,
  azure: azureReasons,
  answers: answerReasons,
  differences: differenceReasons,
  checks: checkReasons,
  limits: limitReasons,
  commands: commandReasons,
  observed: observedReasons,
  expect: expectReasons,
  edits: editReasons,
  answerTexts,
  findingTexts,
};
