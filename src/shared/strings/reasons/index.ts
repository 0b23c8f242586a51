/** The sentences that the engine makes: why a route, a way, a silence. The engine takes its words from here. */
import { answerReasons, differenceReasons } from './answers';
import { azureReasons, barrierReasons, refusalReasons } from './barriers';
import { cellReasons } from './cells';
import { chainReasons, policyReasons } from './chain';
import { checkReasons } from './checks';
import { commandReasons } from './commands';
import { expectReasons, observedReasons } from './comparisons';
import { editProblems } from './edit-problems';
import { editReasons } from './edits';
import { limitReasons } from './limits';
import { routeReasons } from './routes';
import { answerTexts, findingTexts } from './texts';
import { topologyProblems } from './topology';
import { silenceReasons, walkReasons } from './walk';

export const reasonStrings = {
  routes: routeReasons,
  walk: walkReasons,
  silence: silenceReasons,
  cells: cellReasons,
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
  editProblems,
  topology: topologyProblems,
  answerTexts,
  findingTexts,
};
