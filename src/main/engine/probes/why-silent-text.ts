/** Why a hop is silent, and what to paste into an edit cell to see it, as text. */
import type { SilenceReason, WhySilentResult } from '../../../shared/results';

const REASONS: Readonly<Record<SilenceReason, string>> = {
  'no-route-back': 'no route back',
  'link-down': 'link down',
  'reverse-path-check': 'reverse-path check',
  'security-rule': 'security rule',
  'does-not-answer': 'does not answer',
  'probe-lost': 'the probe does not get there',
};

export function whySilentText(result: WhySilentResult): string {
  const { ttl, node, address, silence, change, notes } = result;
  if (silence === null) return notes.join('\n');
  const who = node === null ? '' : `, ${node}${address === null ? '' : ` (${address})`}`;
  return [
    `Hop ${ttl}${who}: ${REASONS[silence.reason]}.`,
    silence.text,
    ...(change.length === 0
      ? []
      : ['', 'It answers after this edit:', ...change.map((line) => `    ${line}`)]),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}
