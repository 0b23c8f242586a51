/** An edit line, parsed and applied in one. */
import type { Problem, Result } from '../../../shared/problem';
import type { TopologyDocument } from './document';
import { application, type Applied, type Edit } from './edit-steps';
import { parseLine } from './edit-parse';
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
