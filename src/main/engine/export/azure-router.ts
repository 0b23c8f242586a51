/** One FRR router that stands for a part of Azure, while it is put together. */
import { formatAddress, formatPrefix, type Address, type Prefix } from '../address';
import type { VNet } from '../topology/model';
import { bgpOpening, preamble, type Timers } from './frr-conf';
import type { LabBuilder, Machine } from './lab';

interface Neighbor {
  readonly address: string;
  readonly asn: number;
  readonly source: Address | null;
  /** Lines of the address family, without `neighbor ADDRESS`. */
  readonly settings: readonly string[];
}

export class AzureRouter {
  private readonly routes: string[] = [];
  private readonly policies: string[] = [];
  private readonly neighbors: Neighbor[] = [];
  private readonly announced: Prefix[] = [];
  /** Prefixes that only the fabric hears of. */
  private readonly inward: Prefix[] = [];

  constructor(
    private readonly lab: LabBuilder,
    readonly machine: Machine,
    private readonly up: boolean,
    readonly asn: number,
    readonly routerId: Address,
  ) {
    machine.switch('lo', true);
  }

  loopback(address: Address): void {
    this.machine.address('lo', { address, length: 32 });
  }

  address(kernelName: string, address: Address, length: number): void {
    this.machine.address(kernelName, { address, length });
    this.machine.switch(kernelName, this.up);
  }

  /** A wire to another Azure router; the names of its ends. */
  join(
    other: AzureRouter,
    label: string,
    otherLabel: string,
    enabled = true,
  ): { here: string; there: string } {
    const here = this.machine.plug(label);
    const there = other.machine.plug(otherLabel);
    this.lab.wire(this.machine, here, other.machine, there);
    this.plugged(here, enabled);
    other.plugged(there, enabled);
    return { here, there };
  }

  plugged(kernelName: string, enabled: boolean): void {
    this.machine.switch(kernelName, enabled && this.up);
  }

  route(prefix: string, via: string, distance = 1): void {
    this.routes.push(`ip route ${prefix} ${via}${distance === 1 ? '' : ` ${distance}`}`);
  }

  /** Route maps and prefix lists; their names are the router's own. */
  policy(...lines: readonly string[]): void {
    this.policies.push(...lines);
  }

  announce(prefix: Prefix): void {
    this.announced.push(prefix);
  }

  announceToFabric(prefix: Prefix): void {
    this.inward.push(prefix);
  }

  neighbor(address: string, asn: number, source: Address | null, settings: readonly string[]): void {
    this.neighbors.push({ address, asn, source, settings });
  }

  finish(timers: Timers): void {
    if (!this.up) return;
    const { machine, routes, policies } = this;
    if (this.neighbors.length > 0) machine.daemons.push('bgpd');
    const bgp = this.neighbors.length === 0 ? [] : this.bgpLines(timers);
    machine.frr = `${[...preamble(machine.name), ...routes, ...policies, ...bgp, 'end'].join('\n')}\n`;
  }

  private bgpLines(timers: Timers): string[] {
    const { neighbors, asn, routerId } = this;
    return [
      'route-map inward permit 10',
      ' set community no-export',
      ...bgpOpening(asn, routerId, timers),
      ' bgp deterministic-med',
      // A gateway announces its VNet whether or not it has a route of that length.
      ' no bgp network import-check',
      ...neighbors.flatMap((neighbor) => sessionLines(neighbor, asn, timers)),
      ' address-family ipv4 unicast',
      ...this.announced.map((prefix) => `  network ${formatPrefix(prefix)}`),
      ...this.inward.map((prefix) => `  network ${formatPrefix(prefix)} route-map inward`),
      '  maximum-paths 16',
      '  maximum-paths ibgp 16',
      ...neighbors.flatMap(({ address, settings }) =>
        ['activate', ...settings].map((setting) => `  neighbor ${address} ${setting}`),
      ),
      ' exit-address-family',
      'exit',
    ];
  }
}

function sessionLines({ address, asn, source }: Neighbor, ownAsn: number, timers: Timers): string[] {
  const of = ` neighbor ${address}`;
  return [
    `${of} remote-as ${asn}`,
    ...(source === null ? [] : [`${of} update-source ${formatAddress(source)}`]),
    ...(source === null || asn === ownAsn
      ? []
      : [`${of} ebgp-multihop 255`, `${of} disable-connected-check`]),
    ...(timers === 'fast' ? [`${of} timers connect 1`, `${of} advertisement-interval 0`] : []),
  ];
}

/** Rules for prefixes and, up to a length, what lies in them; one that matches nothing where there are none. */
export function prefixListLines(
  name: string,
  action: 'permit' | 'deny',
  prefixes: readonly Prefix[],
  upTo: number | null,
): string[] {
  if (prefixes.length === 0) return [`ip prefix-list ${name} seq 5 deny 0.0.0.0/0 le 32`];
  return prefixes.map((prefix, index) => {
    const longer = upTo === null || upTo <= prefix.length ? '' : ` le ${upTo}`;
    return `ip prefix-list ${name} seq ${5 * (index + 1)} ${action} ${formatPrefix(prefix)}${longer}`;
  });
}

/** Where a fabric answers from: the first address of its first subnet, which Azure keeps for itself. */
export function fabricAddress(vnet: VNet): Address {
  const [subnet] = Object.values(vnet.subnets);
  return (subnet?.prefix.address ?? vnet.addressSpace[0]?.address ?? 0) + 1;
}
