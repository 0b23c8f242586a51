/** Results as the terminal prints them, LF line ends, no trailing blanks. */
import type { CommandResult, HelpResult } from '../../../shared/results';
import { announcementsText } from './announcements-text';
import { bgpTableText, circuitRoutesText } from './bgp-table-text';
import { bottleneckText } from './bottleneck-text';
import { checkText } from './checks-text';
import { compareText, matrixDiffText, scenarioText } from './compare-text';
import { effectiveRoutesText } from './effective-routes-text';
import { failuresText } from './failures-text';
import { latencyText } from './latency-text';
import { mtrText } from './mtr-text';
import { nextHopText } from './next-hop-text';
import { ospfText } from './ospf-state-text';
import { pathpingText } from './pathping-text';
import { pathsText } from './paths-text';
import { perspectiveText } from './perspective-text';
import { matrixText, reachText } from './reach-text';
import { routesText } from './routes-text';
import { stabilityText } from './stability-text';
import { traceBothText } from './trace-both-text';
import { tracerouteText } from './traceroute-text';
import { whyNotText } from './why-not-text';
import { whySilentText } from './why-silent-text';
import { whyText } from './why-text';
import { pingText, tracertText } from './windows-text';

/** Terminal text of any result; ends without a newline. */
export function renderText(result: CommandResult): string {
  switch (result.kind) {
    case 'trace':
      return tracertText(result);
    case 'ping':
      return pingText(result);
    case 'paths':
      return pathsText(result);
    case 'routes':
      return routesText(result);
    case 'bgp-table':
      return bgpTableText(result);
    case 'circuit-routes':
      return circuitRoutesText(result);
    case 'effective-routes':
      return effectiveRoutesText(result);
    case 'ospf':
      return ospfText(result);
    case 'next-hop':
      return nextHopText(result);
    case 'why':
      return whyText(result);
    case 'why-not':
      return whyNotText(result);
    case 'why-silent':
      return whySilentText(result);
    case 'traceroute':
      return tracerouteText(result);
    case 'pathping':
      return pathpingText(result);
    case 'mtr':
      return mtrText(result);
    case 'latency':
      return latencyText(result);
    case 'trace-both':
      return traceBothText(result);
    case 'reach':
      return reachText(result);
    case 'matrix':
      return matrixText(result);
    case 'bottleneck':
      return bottleneckText(result);
    case 'failures':
      return failuresText(result);
    case 'check':
      return checkText(result);
    case 'stability':
      return stabilityText(result);
    case 'scenario':
      return scenarioText(result);
    case 'compare':
      return compareText(result);
    case 'matrix-diff':
      return matrixDiffText(result);
    case 'announcements':
      return announcementsText(result);
    case 'perspective':
      return perspectiveText(result);
    case 'help':
      return helpText(result);
    case 'failure':
      return result.hint === undefined ? result.message : `${result.message}\n(${result.hint})`;
  }
}

function helpText(result: HelpResult): string {
  return result.commands.map(({ usage, summary }) => `${usage}\n    ${summary}`).join('\n');
}
