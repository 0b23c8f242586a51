/** ExpressRoute circuits: private peerings with the customer, connections to gateways. */
import { strings } from '../../../../shared/strings';
import {
  comparePrefixes,
  formatAddress,
  formatPrefix,
  prefixOf,
  type Address,
  type Prefix,
} from '../../address';
import type { Circuit, CircuitPath } from '../model';
import type { Context } from './context';
import { checkInGatewaySubnet } from './vnets';

const said = strings.reasons.topology.circuits;

/** Private peering: the customer takes the first usable address of the subnet, the MSEE the second. */
export function customerAddress(peering: Prefix): Address {
  return peering.address + 1;
}

export function mseeAddress(peering: Prefix): Address {
  return peering.address + 2;
}

export function checkCircuits(context: Context): void {
  for (const [name, circuit] of Object.entries(context.topology.circuits)) {
    checkPath(context, name, 'primary', circuit.primary);
    if (circuit.secondary !== null) checkPath(context, name, 'secondary', circuit.secondary);
    checkConnections(context, name, circuit);
  }
}

function checkPath(context: Context, name: string, side: 'primary' | 'secondary', path: CircuitPath): void {
  const at = ['circuits', name, side];
  const { peering, customer } = path;
  if (peering === null) {
    if (customer !== null) context.error(at, said.noPeering(side, name), said.addPeering, 'key');
    return;
  }
  if (peering.length < 24 || peering.length > 30) {
    context.error([...at, 'peering'], said.badPeering(formatPrefix(peering)), said.use30);
    return;
  }
  if (customer === null) return;
  const found = context.topology.routers[customer.node]?.interfaces[customer.interface];
  if (found === undefined) return;
  const label = `${customer.node}:${customer.interface}`;
  const wanted = `${formatAddress(customerAddress(peering))}/${peering.length}`;
  if (found.address === null)
    context.error([...at, 'customer'], said.noAddress(label), said.giveFirst(wanted));
  else if (
    found.address.address !== customerAddress(peering) ||
    comparePrefixes(prefixOf(found.address), peering) !== 0
  )
    context.error(
      [...at, 'customer'],
      said.otherAddress(label, `${formatAddress(found.address.address)}/${found.address.length}`, wanted),
      said.firstUsable,
    );
}

function checkConnections(context: Context, name: string, circuit: Circuit): void {
  const gateways = new Map<string, string>();
  for (const [key, connection] of Object.entries(circuit.connections)) {
    const path = ['circuits', name, 'connections', key];
    if (!context.refers([...path, 'gateway'], connection.gateway, ['gateway'])) continue;
    const other = gateways.get(connection.gateway);
    if (other === undefined) gateways.set(connection.gateway, key);
    else context.error([...path, 'gateway'], said.connected(other, name, connection.gateway), said.removeOne);
    const gateway = context.topology.gateways[connection.gateway];
    if (gateway === undefined) continue;
    if (gateway.type !== 'expressroute')
      context.error([...path, 'gateway'], said.isVpn(connection.gateway), said.toExpressRoute);
    checkInGatewaySubnet(context, [...path, 'primary'], connection.primary, gateway.vnet);
    if (connection.secondary === null) continue;
    checkInGatewaySubnet(context, [...path, 'secondary'], connection.secondary, gateway.vnet);
    if (circuit.secondary === null)
      context.error([...path, 'secondary'], said.noSecondary(name), said.addSecondary(name));
  }
}
