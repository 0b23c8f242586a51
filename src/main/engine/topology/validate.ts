/** What must hold between the elements of a topology: runs the rules and collects what they find. */
import { routingContexts, writtenPath } from './contexts';
import type { Issue } from './issue';
import type { Json } from './json';
import type { Topology } from './model';
import { namesOf } from './names';
import { checkAddresses } from './rules/addresses';
import { checkAttachments } from './rules/attachments';
import { checkCircuits } from './rules/circuits';
import { Context } from './rules/context';
import { checkHosts } from './rules/hosts';
import { checkOspf } from './rules/ospf';
import { checkPolicies } from './rules/policies';
import { checkRouting } from './rules/routing';
import { checkRouteTables } from './rules/route-tables';
import { checkSizes } from './rules/sizes';
import { checkTransit } from './rules/transit';
import { checkTunnels } from './rules/tunnels';
import { checkVNets } from './rules/vnets';
import { checkVrfs } from './rules/vrfs';

/**
 * `topology` holds the elements that could be read; one that could not is missing there but known by its
 * name in `input`, so that no rule complains of it a second time. VRFs are checked as the routers they are.
 */
export function validate(input: Json, topology: Topology): readonly Issue[] {
  const names = namesOf(input);
  const contexts = routingContexts(topology);
  const known = new Map(names.byName);
  for (const name of Object.keys(contexts.routers))
    if (!known.has(name)) known.set(name, { kind: 'router', path: writtenPath(['routers', name]) });
  const context = new Context(input, contexts, known);
  checkVrfs(context, topology);
  checkSizes(context);
  checkAttachments(context);
  checkHosts(context);
  checkAddresses(context);
  checkRouting(context);
  checkOspf(context);
  checkPolicies(context);
  checkVNets(context);
  checkRouteTables(context);
  checkCircuits(context);
  checkTunnels(context);
  checkTransit(context);
  return [...names.issues, ...context.issues];
}
