/** トポロジの誤りと対処 */
import type { topologyProblems as english } from '../../../reasons/topology';
import type { Translation } from '../../../translation';
import { circuitProblems, routeTableProblems, transitProblems, tunnelProblems, vnetProblems } from './azure';
import {
  addressProblems,
  hostProblems,
  ospfProblems,
  referenceProblems,
  routingProblems,
  sizeProblems,
  vrfProblems,
  wireProblems,
} from './rules';
import { elementProblems, nameProblems, shapeWords, yamlProblems } from './text';
import { valueProblems } from './values';

export const topologyProblems: Translation<typeof english> = {
  yaml: yamlProblems,
  shapes: shapeWords,
  elements: elementProblems,
  names: nameProblems,
  values: valueProblems,
  references: referenceProblems,
  addresses: addressProblems,
  hosts: hostProblems,
  wires: wireProblems,
  sizes: sizeProblems,
  vrfs: vrfProblems,
  routing: routingProblems,
  ospf: ospfProblems,
  vnets: vnetProblems,
  routeTables: routeTableProblems,
  circuits: circuitProblems,
  tunnels: tunnelProblems,
  transit: transitProblems,
};
