/** Why a hop is silent, and what to paste into an edit cell to see it, as text. */
import type { WhySilentResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';

const words = strings.reasons.answerTexts;

export function whySilentText(result: WhySilentResult): string {
  const { ttl, node, address, silence, change, notes } = result;
  if (silence === null) return notes.join('\n');
  const who = node === null || address === null ? node : `${node} (${address})`;
  return [
    words.hop(ttl, who, words.silences[silence.reason]),
    silence.text,
    ...(change.length === 0 ? [] : ['', words.answersAfter, ...change.map((line) => `    ${line}`)]),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}
