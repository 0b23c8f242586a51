/** What a path leads to, and what its picture is called. */
import type { ProbeView } from '../../../shared/results';
import { strings } from '../strings';
import type { PathSource } from './model';

/** The target by name, and by its address where that was typed. */
export function targetWords({ target, targetName, targetNode }: ProbeView): string {
  return strings.path.target(target, targetName ?? targetNode?.name ?? null);
}

/** The picture's name for those who do not see it. */
export function pathName({ probe }: PathSource): string {
  return strings.path.name(probe.source, targetWords(probe));
}
