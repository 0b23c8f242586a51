/** Site-to-site connections: between VPN gateways and routers with a tunnel interface. */
import type { Context } from './context';

export function checkTunnels(context: Context): void {
  for (const [name, { ends }] of Object.entries(context.topology.connections)) {
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
    if (ends[0].node === ends[1].node)
      context.error(
        ['connections', name, 'ends'],
        `"${name}" connects "${ends[0].node}" with itself`,
        'name two nodes',
        'key',
      );
  }
}
