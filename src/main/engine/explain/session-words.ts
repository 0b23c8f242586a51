/** Why a configured BGP session is down, in words. */
import { strings } from '../../../shared/strings';
import { formatAddress, prefixContains, prefixOf } from '../address';
import type { Peering } from '../routing/bgp-sessions';
import { interfacesOf } from '../routing/local-routes';
import type { Simulation } from '../simulation';
import { interfaceAt, interfaceLabel, nodeAt, segmentAt, type NetworkInterface } from '../topology/network';

const words = strings.reasons.barriers;

type End = Peering[number];

/** The first cause found, of the asking end first. */
export function downWords({ plane }: Simulation, own: End, other: End): string {
  const { control, network } = plane;
  for (const end of [own, other]) {
    const node = nodeAt(network, end.node);
    if (!node.up) return words.shutDown(node.name);
  }
  for (const end of [own, other]) {
    const used = interfacesUsed(plane, end);
    const shut = used.find((entry) => !entry.enabled);
    if (shut !== undefined) return words.shutDown(interfaceLabel(network, shut.index));
    const dark = used.find((entry) => !entry.up);
    if (dark !== undefined && dark.segment !== -1) return words.down(segmentAt(network, dark.segment).name);
  }
  for (const end of [own, other]) {
    const { reach } = end;
    if (reach.kind === 'routed' && control.table(end.node).active.match(reach.address) === undefined)
      return words.noRouteTo(nodeAt(network, end.node).name, formatAddress(reach.address));
  }
  return words.notReached;
}

/** The interfaces an end of a session stands on. */
function interfacesUsed({ network }: Simulation['plane'], { node, reach }: End): NetworkInterface[] {
  if (reach.kind === 'wired')
    return [interfaceAt(network, reach.egress), interfaceAt(network, reach.neighbor)];
  if (reach.kind === 'routed') return [];
  return interfacesOf(network, node).filter(
    ({ address, length }) =>
      address !== null && length < 32 && prefixContains(prefixOf({ address, length }), reach.address),
  );
}
