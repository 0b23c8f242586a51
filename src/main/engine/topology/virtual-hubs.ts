/**
 * A Virtual WAN hub as parts that are known already: a VNet that only gateways live in, and a peering with each
 * connected VNet over which that VNet uses the hub's gateways. What makes it more than a VNet is in its routes.
 * Source: Microsoft Learn, "About virtual hub routing".
 */
import type { Peering, VirtualHub, VNet } from './model';
import type { Drafts } from './sections';

interface Parts {
  readonly vnet: VNet;
  readonly peerings: ReadonlyMap<string, Peering>;
}

const known = new WeakMap<VirtualHub, Parts>();

/** No element can be named so: names have no slash. */
export function hubPeering(hub: string, vnet: string): string {
  return `${hub}/${vnet}`;
}

/** VNets and peerings, those that stand for virtual hubs among them. */
export function withVirtualHubs({
  vnets,
  peerings,
  virtualHubs,
}: Drafts): Pick<Drafts, 'vnets' | 'peerings'> {
  const hubs = Object.entries(virtualHubs).map(([name, hub]) => [name, partsOf(name, hub)] as const);
  if (hubs.length === 0) return { vnets, peerings };
  return {
    vnets: { ...vnets, ...Object.fromEntries(hubs.map(([name, parts]) => [name, parts.vnet])) },
    peerings: {
      ...peerings,
      ...Object.fromEntries(
        hubs.flatMap(([, parts]) =>
          [...parts.peerings].filter(([, { ends }]) => Object.hasOwn(vnets, ends[1].vnet)),
        ),
      ),
    },
  };
}

function partsOf(name: string, hub: VirtualHub): Parts {
  const made = known.get(hub);
  if (made !== undefined) return made;
  const { shutdown, description, inferred, position, region, prefix, hashSeed, latency } = hub;
  const subnet = { prefix, routeTable: null, nsg: null };
  const vnet: VNet = {
    shutdown,
    description,
    inferred,
    position,
    region,
    addressSpace: [prefix],
    subnets: { GatewaySubnet: subnet },
    advertise: [prefix],
    hashSeed,
    latency,
  };
  const peerings = hub.vnets.map((spoke): [string, Peering] => [
    hubPeering(name, spoke),
    {
      shutdown: false,
      description: null,
      inferred,
      latency: 0.1,
      ends: [
        { ...OPEN, vnet: name, allowGatewayTransit: true, useRemoteGateways: false },
        { ...OPEN, vnet: spoke, allowGatewayTransit: false, useRemoteGateways: true },
      ],
    },
  ]);
  const parts: Parts = { vnet, peerings: new Map(peerings) };
  known.set(hub, parts);
  return parts;
}

const OPEN = { allowForwardedTraffic: true, allowVirtualNetworkAccess: true } as const;
