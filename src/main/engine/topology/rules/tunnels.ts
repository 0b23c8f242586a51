/** Site-to-site connections: between VPN gateways and routers with a tunnel interface. */
import { strings } from '../../../../shared/strings';
import { GATEWAY_INTERFACE } from '../azure-interfaces';
import type { Context } from './context';

const said = strings.reasons.topology.tunnels;

export function checkTunnels(context: Context): void {
  for (const [name, { ends, underlay }] of Object.entries(context.topology.connections)) {
    if (name === GATEWAY_INTERFACE)
      context.error(['connections', name], said.ownInterface(name), said.rename, 'key');
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
            said.noTunnel(end.node),
            strings.reasons.topology.wires.write(`${end.node}:tunnel0`),
          );
      } else if (gateway.type !== 'vpn') {
        context.error([...path, 'node'], said.isExpressRoute(end.node), said.endsAt);
      } else if (end.interface !== null) {
        context.error(
          [...path, 'interface'],
          said.isGateway(end.node),
          strings.reasons.topology.wires.write(end.node),
        );
      }
    }
    checkSeconds(context, name);
    if (ends[0].node === ends[1].node)
      context.error(['connections', name, 'ends'], said.withItself(name, ends[0].node), said.twoNodes, 'key');
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
      context.error([...path, 'second'], said.noSecond, said.removeOrActive);
    if (isActiveActive && end.second === null && routers[end.node] !== undefined)
      context.warn(path, said.oneTunnel(end.node, far?.node ?? ''), said.addSecond);
  }
}
