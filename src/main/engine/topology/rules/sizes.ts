/** The limits of docs/topology.md that concern how many elements there are, and names inside elements. */
import { strings } from '../../../../shared/strings';
import { MAX_INTERFACES, MAX_LINKS, MAX_NAME, MAX_NODES } from '../limits';
import { INTERFACE_NAME } from '../names';
import type { Context } from './context';

const said = strings.reasons.topology.sizes;

export function checkSizes(context: Context): void {
  const { topology } = context;
  const count = (section: keyof typeof topology): number => Object.keys(topology[section]).length;
  const nodes =
    count('routers') + count('hosts') + count('vnets') + count('gateways') + 2 * count('circuits');
  if (nodes > MAX_NODES) context.error([], said.nodes(nodes, MAX_NODES), strings.reasons.topology.yaml.split);
  const links = count('links') + count('peerings') + count('connections');
  if (links > MAX_LINKS) context.error([], said.links(links, MAX_LINKS), strings.reasons.topology.yaml.split);
  for (const [name, router] of Object.entries(topology.routers)) {
    const interfaces = Object.keys(router.interfaces);
    if (interfaces.length > MAX_INTERFACES)
      context.error(
        ['routers', name, 'interfaces'],
        said.interfaces(name, interfaces.length, MAX_INTERFACES),
      );
    for (const each of interfaces) checkInterfaceName(context, name, each);
  }
}

function checkInterfaceName(context: Context, router: string, name: string): void {
  const path = ['routers', router, 'interfaces', name];
  if (!INTERFACE_NAME.test(name) || name.length > MAX_NAME)
    context.error(path, said.interfaceName(name), said.letters(MAX_NAME), 'key');
  // The words of a static route's next hop.
  if (name === 'internet' || name === 'discard')
    context.error(path, said.hasMeaning(name), strings.reasons.topology.yaml.anotherName, 'key');
}
