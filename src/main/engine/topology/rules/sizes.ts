/** The limits of docs/topology.md that concern how many elements there are, and names inside elements. */
import { MAX_INTERFACES, MAX_LINKS, MAX_NAME, MAX_NODES } from '../limits';
import { INTERFACE_NAME } from '../names';
import type { Context } from './context';

export function checkSizes(context: Context): void {
  const { topology } = context;
  const count = (section: keyof typeof topology): number => Object.keys(topology[section]).length;
  const nodes =
    count('routers') + count('hosts') + count('vnets') + count('gateways') + 2 * count('circuits');
  if (nodes > MAX_NODES)
    context.error(
      [],
      `The topology has ${nodes} nodes; ${MAX_NODES} are allowed`,
      'split the lab into several notebooks',
    );
  const links = count('links') + count('peerings') + count('connections');
  if (links > MAX_LINKS)
    context.error(
      [],
      `The topology has ${links} links; ${MAX_LINKS} are allowed`,
      'split the lab into several notebooks',
    );
  for (const [name, router] of Object.entries(topology.routers)) {
    const interfaces = Object.keys(router.interfaces);
    if (interfaces.length > MAX_INTERFACES)
      context.error(
        ['routers', name, 'interfaces'],
        `"${name}" has ${interfaces.length} interfaces; ${MAX_INTERFACES} are allowed`,
      );
    for (const each of interfaces) checkInterfaceName(context, name, each);
  }
}

function checkInterfaceName(context: Context, router: string, name: string): void {
  const path = ['routers', router, 'interfaces', name];
  if (!INTERFACE_NAME.test(name) || name.length > MAX_NAME)
    context.error(
      path,
      `"${name}" cannot be an interface name`,
      `use letters, digits and . / - _ :, at most ${MAX_NAME}`,
      'key',
    );
  // The words of a static route's next hop.
  if (name === 'internet' || name === 'discard')
    context.error(
      path,
      `"${name}" has a meaning in static routes and cannot be an interface`,
      'choose another name',
      'key',
    );
}
