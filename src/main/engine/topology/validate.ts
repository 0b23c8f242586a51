/** What must hold between the elements of a topology. */
import type { Issue } from './issue';
import type { Json } from './json';
import type { Topology } from './model';

export function validate(_input: Json, _topology: Topology): Issue[] {
  return [];
}
