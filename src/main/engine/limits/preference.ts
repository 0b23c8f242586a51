/**
 * ExpressRoute and VPN side by side: Azure prefers ExpressRoute for the same prefix, and the site must prefer it
 * too, or packets go one way and answers come back the other.
 */
import { strings } from '../../../shared/strings';
import { formatAddress } from '../address';
import type { PacketWalk } from '../forwarding/walk';
import { echo, hostsOf, pairsOf } from '../probes/pairs';
import type { Simulation } from '../simulation';
import { interfaceAt, nodeAt, type Network } from '../topology/network';
import type { LimitFound } from './finding';

const words = strings.reasons.limits;

export function preferenceWarnings(simulation: Simulation, hostLimit: number): LimitFound[] {
  const { network } = simulation.plane;
  const found = new Map<string, LimitFound>();
  const inVnet = (node: number): boolean => nodeAt(network, node).vnet !== null;
  for (const [from, to] of pairsOf(hostsOf(simulation, hostLimit).hosts)) {
    if (!inVnet(from.node.index) || inVnet(to.node.index)) continue;
    const sent = echo(simulation, from, to);
    if (sent?.answer?.walk == null || !sent.reached) continue;
    const there = wayOut(network, sent.forward);
    const back = wayOut(network, sent.answer.walk);
    if (there === null || back === null || there.kind === back.kind) continue;
    const site = back.site;
    const known = found.get(site);
    const flow = { from: from.node.name, to: to.node.name, flows: (known?.flow?.flows ?? 0) + 1 };
    const text = words.preference(site, there.kind, back.kind);
    found.set(
      site,
      known === undefined
        ? { rule: 'site-preference', at: site, text, remedy: remedyFor(there, back), flow }
        : { ...known, flow: { ...flow, from: known.flow?.from ?? flow.from, to: known.flow?.to ?? flow.to } },
    );
  }
  return [...found.values()];
}

interface WayOut {
  readonly kind: 'ExpressRoute' | 'VPN';
  /** The site's router at the other end of the circuit or the tunnel. */
  readonly site: string;
  /** Azure's address that it speaks with. */
  readonly azureAddress: string;
}

/** Where a walk crosses between Azure and a router outside; null where it does not. */
function wayOut(network: Network, { steps }: PacketWalk): WayOut | null {
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (next === undefined) return null;
    const [a, b] = [nodeAt(network, step.node), nodeAt(network, next.node)];
    const azure = [a, b].find(({ kind }) => kind === 'msee' || kind === 'vpn-gateway');
    const site = [a, b].find(({ kind, vnet }) => kind === 'router' && vnet === null);
    if (azure === undefined || site === undefined) continue;
    const end = azure === a ? step.egress : step.neighbor;
    const { address } = interfaceAt(network, end);
    return {
      kind: azure.kind === 'msee' ? 'ExpressRoute' : 'VPN',
      site: site.name,
      azureAddress: address === null ? '' : formatAddress(address),
    };
  }
  return null;
}

function remedyFor(there: WayOut, back: WayOut): string {
  if (there.kind !== 'ExpressRoute') return words.announceToCircuit(back.site);
  return there.site === back.site
    ? words.preferByEdit(`set ${there.site} bgp neighbors ${there.azureAddress} in localPreference 200`)
    : words.preferBeside;
}
