/** Addresses on wires and on routers: in the subnet, not twice, no overlap. */
import { strings } from '../../../../shared/strings';
import {
  comparePrefixes,
  formatAddress,
  formatPrefix,
  maskOf,
  prefixContains,
  prefixCovers,
  prefixOf,
  specialUse,
  type InterfaceAddress,
  type Prefix,
} from '../../address';
import type { Path } from '../json';
import type { Router } from '../model';
import type { Context } from './context';
import { domainsOf, type Domain, type Member } from './domains';
import { partsOf } from './meeting';

const said = strings.reasons.topology.addresses;

export function checkAddresses(context: Context): void {
  for (const domain of domainsOf(context.topology)) {
    checkDuplicates(
      context,
      domain.members,
      strings.reasons.topology.wires.holders[domain.kind](domain.name),
    );
    if (domain.kind === 'lan') checkLan(context, domain);
    else checkLink(context, domain);
  }
  for (const [name, router] of Object.entries(context.topology.routers)) checkRouter(context, name, router);
  for (const [name, host] of Object.entries(context.topology.hosts))
    checkUsable(context, ['hosts', name, 'address'], host.address);
  checkApart(context);
}

/** One address in two places is possible (anycast, sites that never meet), and more often a slip. */
function checkApart(context: Context): void {
  const { routers, hosts } = context.topology;
  const partOf = partsOf(context.topology);
  const wrong = new Set(context.issues.map(({ path }) => path.join(' ')));
  const holders = new Map<string, string>();
  const see = (path: Path, node: string, label: string, address: InterfaceAddress | null): void => {
    if (address === null) return;
    const key = `${address.address} ${partOf(node)}`;
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, label);
    else if (!wrong.has(path.join(' ')))
      context.warn(path, said.inTwoPlaces(formatAddress(address.address), holder), said.whereRoutesLead);
  };
  for (const [name, { interfaces }] of Object.entries(routers))
    for (const [key, { address, vnet }] of Object.entries(interfaces))
      if (vnet === null)
        see(['routers', name, 'interfaces', key, 'address'], name, `${name}:${key}`, address);
  // VNets have rules of their own for address spaces that overlap.
  for (const [name, { address, vnet }] of Object.entries(hosts))
    if (vnet === null) see(['hosts', name, 'address'], name, name, address);
}

/** No two of these may have one address. */
export function checkDuplicates(
  context: Context,
  members: readonly Pick<Member, 'label' | 'address' | 'path'>[],
  where: string,
): void {
  const holders = new Map<number, string>();
  for (const { address, label, path } of members) {
    const holder = holders.get(address.address);
    if (holder === undefined) holders.set(address.address, label);
    else context.error(path, said.belongs(formatAddress(address.address), holder), said.uniqueIn(where));
  }
}

function checkLan(context: Context, domain: Domain): void {
  const prefix = context.topology.lans[domain.name]?.prefix ?? null;
  if (prefix === null) return;
  for (const { address, label, path } of domain.members)
    if (!prefixContains(prefix, address.address))
      context.error(
        path,
        said.notIn(formatAddress(address.address), label, formatPrefix(prefix)),
        said.prefixOfLan(domain.name),
      );
}

function checkLink(context: Context, domain: Domain): void {
  const [first, second] = domain.members;
  if (first === undefined || second === undefined) return;
  const [near, far] = [prefixOf(first.address), prefixOf(second.address)];
  if (comparePrefixes(near, far) !== 0)
    context.error(
      ['links', domain.name, 'ends'],
      said.otherSubnets(domain.name),
      said.subnets(first.label, formatPrefix(near), second.label, formatPrefix(far)),
      'key',
    );
}

function checkRouter(context: Context, name: string, router: Router): void {
  const connected: { label: string; prefix: Prefix; path: Path }[] = [];
  for (const [key, { address }] of Object.entries(router.interfaces)) {
    if (address === null) continue;
    const path = ['routers', name, 'interfaces', key, 'address'];
    checkUsable(context, path, address);
    connected.push({ label: key, prefix: prefixOf(address), path });
  }
  connected.sort((a, b) => comparePrefixes(a.prefix, b.prefix));
  let outer: (typeof connected)[number] | null = null;
  for (const entry of connected) {
    if (outer !== null && prefixCovers(outer.prefix, entry.prefix)) {
      // A host route inside a subnet is unambiguous: a loopback or an unnumbered tunnel.
      if (entry.prefix.length === 32 && outer.prefix.length < 32) continue;
      context.error(
        entry.path,
        said.overlaps(
          formatPrefix(entry.prefix),
          `${name}:${entry.label}`,
          formatPrefix(outer.prefix),
          `${name}:${outer.label}`,
        ),
        said.noOverlap,
      );
    } else outer = entry;
  }
}

/** In subnets of more than two addresses the first and the last are no host's (RFC 3021 frees /31). */
function checkUsable(context: Context, path: Path, { address, length }: InterfaceAddress): void {
  const special = specialUse(address);
  if (special !== null) {
    context.error(path, said.isSpecial(formatAddress(address), special), said.another);
    return;
  }
  if (length >= 31) return;
  const { address: first } = prefixOf({ address, length });
  const last = (first | ~maskOf(length)) >>> 0;
  if (address === first || address === last)
    context.error(
      path,
      said.firstOrLast(formatAddress(address), address === first, formatPrefix({ address: first, length })),
      said.between(formatAddress(first), formatAddress(last)),
    );
}
