/** ExpressRoute circuits: private peerings with the customer, connections to gateways. */
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
    if (customer !== null)
      context.error(
        at,
        `The ${side} path of "${name}" has a customer but no peering subnet`,
        'add peering: A.B.C.D/30',
        'key',
      );
    return;
  }
  if (peering.length < 24 || peering.length > 30) {
    context.error([...at, 'peering'], `${formatPrefix(peering)} is no private peering subnet`, 'use a /30');
    return;
  }
  if (customer === null) return;
  const found = context.topology.routers[customer.node]?.interfaces[customer.interface];
  if (found === undefined) return;
  const label = `${customer.node}:${customer.interface}`;
  const wanted = `${formatAddress(customerAddress(peering))}/${peering.length}`;
  if (found.address === null)
    context.error(
      [...at, 'customer'],
      `${label} has no address`,
      `give it ${wanted}, the first of the peering subnet`,
    );
  else if (
    found.address.address !== customerAddress(peering) ||
    comparePrefixes(prefixOf(found.address), peering) !== 0
  )
    context.error(
      [...at, 'customer'],
      `${label} has ${formatAddress(found.address.address)}/${found.address.length}, not ${wanted}`,
      'the customer has the first usable address of the peering subnet, the MSEE the second',
    );
}

function checkConnections(context: Context, name: string, circuit: Circuit): void {
  const gateways = new Map<string, string>();
  for (const [key, connection] of Object.entries(circuit.connections)) {
    const path = ['circuits', name, 'connections', key];
    if (!context.refers([...path, 'gateway'], connection.gateway, ['gateway'])) continue;
    const other = gateways.get(connection.gateway);
    if (other === undefined) gateways.set(connection.gateway, key);
    else
      context.error(
        [...path, 'gateway'],
        `"${other}" connects "${name}" to "${connection.gateway}" already`,
        'remove one of the two',
      );
    const gateway = context.topology.gateways[connection.gateway];
    if (gateway === undefined) continue;
    if (gateway.type !== 'expressroute')
      context.error(
        [...path, 'gateway'],
        `"${connection.gateway}" is a VPN gateway`,
        'a circuit connects to an ExpressRoute gateway',
      );
    checkInGatewaySubnet(context, [...path, 'primary'], connection.primary, gateway.vnet);
    if (connection.secondary === null) continue;
    checkInGatewaySubnet(context, [...path, 'secondary'], connection.secondary, gateway.vnet);
    if (circuit.secondary === null)
      context.error(
        [...path, 'secondary'],
        `"${name}" has no secondary path`,
        `remove it, or add secondary: { msee: ... } to "${name}"`,
      );
  }
}
