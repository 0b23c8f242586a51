import { strings } from '../strings';
import type { PathSource } from './model';

/** The picture's name for those who do not see it. */
export function pathName(result: PathSource): string {
  const { source, target, targetName } = result.probe;
  return strings.path.name(source, strings.path.target(target, targetName));
}
