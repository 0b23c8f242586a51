/**
 * A question to the reader, as a page asks it: what is asked, what there is to choose from, and hints that unfold. The
 * answer is not handed out; what the reader wrote and what it is worth are.
 */
import type { Predicted } from '../../shared/evaluation';
import { strings } from '../../shared/strings';
import { escapeHtml, folded } from './tags';

const words = strings.app.predict;

export function questionHtml({ source, target, choices, hints, answer, verdict, remark }: Predicted): string {
  const asked = choices.length === 0 ? words.askHops(source, target) : words.askChoice(source, target);
  const judged = verdict === 'wrong' ? words.wrong(remark ?? '') : words.verdicts[verdict];
  const parts = [
    `<p class="asked">${escapeHtml(asked)}</p>`,
    choices.length === 0
      ? `<p class="written"><code>${escapeHtml(answer ?? '')}</code></p>`
      : `<ul>${choices.map(({ text }) => choiceHtml(text, text === answer)).join('')}</ul>`,
    `<p class="verdict ${verdict}">${escapeHtml(judged)}</p>`,
    ...hints.map((hint, index) => folded(words.hint(index + 1, hints.length), `<p>${escapeHtml(hint)}</p>`)),
  ];
  return `<div class="question">\n${parts.join('\n')}\n</div>`;
}

/** The circle tells by its form, for paper and for those who tell no colours apart. */
function choiceHtml(text: string, isChosen: boolean): string {
  return `<li><span class="mark">${isChosen ? '◉' : '○'}</span> <code>${escapeHtml(text)}</code></li>`;
}
