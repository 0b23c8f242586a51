/** Static routes, OSPF and BGP of routers: what they name exists. */
import { strings } from '../../../../shared/strings';
import { formatAddress, type Address } from '../../address';
import type { Bgp, Router, StaticRoute, Topology } from '../model';
import { mseeAddress } from './circuits';
import type { Context } from './context';

const said = strings.reasons.topology.routing;

export function checkRouting(context: Context): void {
  const speakers = speakersOf(context.topology);
  for (const [name, router] of Object.entries(context.topology.routers)) {
    for (const [index, part] of (router.ospf?.interfaces ?? []).entries())
      context.interfaceOf(['routers', name, 'ospf', 'interfaces', index], { node: name, interface: part });
    for (const [index, route] of router.static.entries()) checkStatic(context, name, router, index, route);
    if (router.bgp !== null) checkBgp(context, name, router, router.bgp, speakers);
  }
}

function addressesOf(router: Router): Set<Address> {
  const addresses = Object.values(router.interfaces).map(({ address }) => address?.address);
  return new Set(addresses.filter((address) => address !== undefined));
}

function checkStatic(
  context: Context,
  name: string,
  router: Router,
  index: number,
  { via, track }: StaticRoute,
): void {
  const path = ['routers', name, 'static', index, 'via'];
  if (track !== null && addressesOf(router).has(track))
    context.error(
      ['routers', name, 'static', index, 'track'],
      said.ownAddress(formatAddress(track), name),
      said.trackAnother,
    );
  if (via.kind === 'interface') context.interfaceOf(path, { node: name, interface: via.interface });
  if (via.kind === 'address' && addressesOf(router).has(via.address))
    context.error(path, said.ownAddress(formatAddress(via.address), name), said.nextRouter);
}

/** Who could answer a BGP session at an address. */
interface Speaker {
  readonly label: string;
  /** Null where it runs no BGP. */
  readonly asn: number | null;
}

function speakersOf(topology: Topology): ReadonlyMap<Address, Speaker> {
  const speakers = new Map<Address, Speaker>();
  for (const [label, { address }] of Object.entries(topology.hosts))
    speakers.set(address.address, { label, asn: null });
  for (const [node, router] of Object.entries(topology.routers))
    for (const address of addressesOf(router))
      speakers.set(address, { label: node, asn: router.bgp?.asn ?? null });
  for (const [label, { instances, bgpAddress, asn }] of Object.entries(topology.gateways))
    for (const address of [...instances, bgpAddress]) speakers.set(address, { label, asn });
  for (const [label, { instances, asn }] of Object.entries(topology.routeServers))
    for (const address of instances) speakers.set(address, { label, asn });
  for (const circuit of Object.values(topology.circuits))
    for (const path of [circuit.primary, circuit.secondary])
      if (path !== null && path.peering !== null)
        speakers.set(mseeAddress(path.peering), { label: path.msee, asn: circuit.asn });
  return speakers;
}

function checkBgp(
  context: Context,
  name: string,
  router: Router,
  bgp: Bgp,
  speakers: ReadonlyMap<Address, Speaker>,
): void {
  const ownAddresses = addressesOf(router);
  for (const neighbor of bgp.neighbors) {
    const text = formatAddress(neighbor.address);
    const path = ['routers', name, 'bgp', 'neighbors', text];
    const speaker = speakers.get(neighbor.address);
    if (ownAddresses.has(neighbor.address))
      context.error(path, said.ownAddress(text, name), said.anotherRouter, 'key');
    else if (speaker === undefined) context.warn(path, said.nobody(text), said.checkAddress, 'key');
    else if (speaker.asn === null)
      context.warn(path, said.noBgp(speaker.label, text), said.giveBgp(speaker.label), 'key');
    else if (speaker.asn !== neighbor.asn)
      context.warn(
        [...path, 'asn'],
        said.otherAs(speaker.label, text, speaker.asn),
        said.writeAs(speaker.asn),
      );
  }
}
