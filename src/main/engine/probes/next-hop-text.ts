/** The answer of Network Watcher's next hop for a VM; for all others the route that matches. */
import type { NextHopResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { hopWords } from './routes-text';

const words = strings.reasons.answerTexts;

export function nextHopText(result: NextHopResult): string {
  const { node, address, azure, route, flow, chosen } = result;
  const lines: (readonly [string, string])[] = [['Destination', address]];
  if (azure !== null) {
    lines.push(['Next hop type', azure.nextHopType]);
    lines.push(['Next hop IP', azure.nextHopAddresses.join(', ') || '-']);
    lines.push(['Route table', azure.routeTable]);
  }
  if (route === null) return words.noRouteTo(node, address);
  lines.push(['Route', `${route.prefix} (${route.source})`]);
  if (azure === null) lines.push(['Next hop', route.nextHops.map(hopWords).join(', ') || 'nowhere']);
  const taken = chosen === null ? undefined : route.nextHops[chosen];
  if (flow !== null && taken !== undefined) lines.push(['Flow', `${flow} takes ${hopWords(taken)}`]);
  lines.push(['Because', route.why]);
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)} : ${value}`).join('\n');
}
