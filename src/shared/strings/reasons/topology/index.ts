/** What is wrong with a topology, and what to do. */
import { elementProblems, nameProblems, shapeWords, yamlProblems } from './text';
import { valueProblems } from './values';

export const topologyProblems = {
  yaml: yamlProblems,
  shapes: shapeWords,
  elements: elementProblems,
  names: nameProblems,
  values: valueProblems,
};
