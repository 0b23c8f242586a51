/** トポロジの誤りと対処 */
import type { topologyProblems as english } from '../../../reasons/topology';
import type { Translation } from '../../../translation';
import { elementProblems, nameProblems, shapeWords, yamlProblems } from './text';
import { valueProblems } from './values';

export const topologyProblems: Translation<typeof english> = {
  yaml: yamlProblems,
  shapes: shapeWords,
  elements: elementProblems,
  names: nameProblems,
  values: valueProblems,
};
