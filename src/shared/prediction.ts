/** The answer in the text of a predict cell, for all who write or read it there. */

const ANSWER = /^[ \t]*answer(?=[ \t]|$)/;

/** The text with this answer in the place of the one it has, else at its end. */
export function withAnswer(text: string, answer: string): string {
  const line = `answer ${answer.trim().replaceAll(/\s+/g, ' ')}`.trimEnd();
  const lines = text.split('\n');
  const at = lines.findIndex((each) => ANSWER.test(each));
  if (at !== -1) return lines.with(at, line).join('\n');
  return text === '' ? line : `${text.replace(/\n+$/, '')}\n${line}`;
}

/** What stands behind each `answer`, of which a question takes one. */
export function answersIn(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => ANSWER.test(line))
    .map((line) =>
      line
        .replace(ANSWER, '')
        .replace(/(?:^|\s)#.*$/, '')
        .trim(),
    );
}
