/** Site-to-site connections: between VPN gateways and routers with a tunnel interface. */
import { GATEWAY_INTERFACE } from '../azure-interfaces';
import type { Context } from './context';

export function checkTunnels(context: Context): void {
  for (const [name, { ends, underlay }] of Object.entries(context.topology.connections)) {
    if (name === GATEWAY_INTERFACE)
      context.error(
        ['connections', name],
        `"${name}" is what the own interface of every gateway is called`,
        'give the connection another name',
        'key',
      );
    if (underlay !== null) context.refers(['connections', name, 'underlay'], underlay, ['circuit']);
    for (const [index, end] of ends.entries()) {
      const path = ['connections', name, 'ends', index];
      if (!context.refers([...path, 'node'], end.node, ['gateway', 'router'])) continue;
      const gateway = context.topology.gateways[end.node];
      if (gateway === undefined) {
        // A gateway with errors of its own is missing here, and no router.
        if (end.interface === null && context.topology.routers[end.node] !== undefined)
          context.error(
            [...path, 'node'],
            `"${end.node}" is a router: its tunnel interface is missing`,
            `write ${end.node}:tunnel0`,
          );
      } else if (gateway.type !== 'vpn') {
        context.error(
          [...path, 'node'],
          `"${end.node}" is an ExpressRoute gateway`,
          'a connection ends at a VPN gateway or a router',
        );
      } else if (end.interface !== null) {
        context.error(
          [...path, 'interface'],
          `"${end.node}" is a gateway and has no interface to name`,
          `write ${end.node}`,
        );
      }
    }
    checkSeconds(context, name);
    if (ends[0].node === ends[1].node)
      context.error(
        ['connections', name, 'ends'],
        `"${name}" connects "${ends[0].node}" with itself`,
        'name two nodes',
        'key',
      );
  }
}

/** The tunnel of an active-active gateway's second instance needs an interface of its own at a router. */
function checkSeconds(context: Context, name: string): void {
  const { connections, gateways, routers } = context.topology;
  for (const [index, end] of connections[name]?.ends.entries() ?? []) {
    const far = connections[name]?.ends[1 - index];
    const isActiveActive = gateways[far?.node ?? '']?.activeActive === true;
    const path = ['connections', name, 'ends', index];
    if (end.second !== null && (!isActiveActive || routers[end.node] === undefined))
      context.error(
        [...path, 'second'],
        'Only a router opposite an active-active gateway has a second tunnel interface',
        'remove it, or set activeActive: true at the gateway',
      );
    if (isActiveActive && end.second === null && routers[end.node] !== undefined)
      context.warn(
        path,
        `"${end.node}" has a tunnel to one instance of "${far?.node}" only`,
        `add second: the interface of the tunnel to the other instance`,
      );
  }
}
