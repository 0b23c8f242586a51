/** Topology text to a document, or the problems that stand in it, each with its line and column. */
import type { Result } from '../../../shared/problem';
import { buildFrom, type TopologyDocument } from './document';
import { inOrder, toProblem } from './issue';
import { readYaml } from './yaml';

export type { TopologyDocument } from './document';

/** Never throws. Warnings accompany the value. */
export function parseTopology(text: string): Result<TopologyDocument> {
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const { value, locate } = yaml.value;
  const built = buildFrom(value);
  const issues = built.ok ? built.document.warnings : built.issues;
  const problems = inOrder(issues.map((issue) => toProblem(issue, locate)));
  return built.ok ? { ok: true, value: built.document, problems } : { ok: false, problems };
}
