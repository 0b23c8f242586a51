/** Edit lines parsed and applied: one, or a whole cell. */
import type { EditEntry } from '../../../shared/evaluation';
import type { Problem, Result } from '../../../shared/problem';
import type { TopologyDocument } from './document';
import { application, type Applied, type Edit } from './edit-steps';
import { parseLine } from './edit-parse';
import { withoutComment } from './edit-words';
import { toProblem } from './issue';

/** Parses and applies a line; problems have their column in the line. Never throws. */
export function editLine(
  line: string,
  document: TopologyDocument,
): Result<Applied & { readonly edit: Edit }> {
  const parsed = parseLine(line, document);
  if (!parsed.ok) return parsed;
  const { edit, place, subject } = parsed.value;
  const result = application(document, edit);
  const problems = (result.ok ? result.warnings : result.issues).map((issue): Problem => {
    const span = place(issue.path, issue.at);
    if (span !== null) return toProblem(issue, () => span);
    const { column, text } = subject;
    const where = issue.path.slice(1).join(' ');
    const message = where === '' ? issue.message : `${where}: ${issue.message}`;
    return toProblem({ ...issue, message }, () => ({
      line: 1,
      column,
      endLine: 1,
      endColumn: column + text.length,
    }));
  });
  return result.ok ? { ok: true, value: { ...result.applied, edit }, problems } : { ok: false, problems };
}

export interface EditRun {
  /** As the last line that could be applied left it. */
  readonly document: TopologyDocument;
  readonly entries: readonly EditEntry[];
  /** Takes all of it back; apply in this order. */
  readonly inverses: readonly Edit[];
  readonly problems: readonly Problem[];
}

/** The lines of an edit cell from top to bottom, up to the first that is wrong. */
export function runEdits(text: string, document: TopologyDocument): EditRun {
  const entries: EditEntry[] = [];
  const inverses: Edit[] = [];
  const problems: Problem[] = [];
  let current = document;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (withoutComment(line).trim() === '') continue;
    const result = editLine(line, current);
    for (const problem of result.problems)
      problems.push({
        ...problem,
        line: problem.line + index,
        ...(problem.endLine === undefined ? {} : { endLine: problem.endLine + index }),
      });
    if (!result.ok) break;
    current = result.value.document;
    inverses.unshift(result.value.inverse);
    entries.push({ line: index + 1, text: line.trim(), summary: result.value.summary });
  }
  return { document: current, entries, inverses, problems };
}
