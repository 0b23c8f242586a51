/** Addresses on wires and on routers: in the subnet, not twice, no overlap. */
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

export function checkAddresses(context: Context): void {
  for (const domain of domainsOf(context.topology)) {
    checkDuplicates(context, domain.members, `${domain.kind === 'lan' ? 'LAN' : 'link'} "${domain.name}"`);
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
      context.warn(
        path,
        `${formatAddress(address.address)} is the address of "${holder}" too`,
        'a probe to it goes where routes lead, whichever was named',
      );
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
    else
      context.error(
        path,
        `${formatAddress(address.address)} belongs to "${holder}" already`,
        `addresses are unique in ${where}`,
      );
  }
}

function checkLan(context: Context, domain: Domain): void {
  const prefix = context.topology.lans[domain.name]?.prefix ?? null;
  if (prefix === null) return;
  for (const { address, label, path } of domain.members)
    if (!prefixContains(prefix, address.address))
      context.error(
        path,
        `${formatAddress(address.address)} of "${label}" is not in ${formatPrefix(prefix)}`,
        `that is the prefix of LAN "${domain.name}"`,
      );
}

function checkLink(context: Context, domain: Domain): void {
  const [first, second] = domain.members;
  if (first === undefined || second === undefined) return;
  const [near, far] = [prefixOf(first.address), prefixOf(second.address)];
  if (comparePrefixes(near, far) !== 0)
    context.error(
      ['links', domain.name, 'ends'],
      `The ends of link "${domain.name}" are in different subnets`,
      `"${first.label}" is in ${formatPrefix(near)}, "${second.label}" in ${formatPrefix(far)}`,
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
        `${formatPrefix(entry.prefix)} of "${name}:${entry.label}" overlaps ${formatPrefix(outer.prefix)} of "${name}:${outer.label}"`,
        'the networks of one router must not overlap',
      );
    } else outer = entry;
  }
}

/** In subnets of more than two addresses the first and the last are no host's (RFC 3021 frees /31). */
function checkUsable(context: Context, path: Path, { address, length }: InterfaceAddress): void {
  const special = specialUse(address);
  if (special !== null) {
    const message = `${formatAddress(address)} is ${special}, and an interface has one of a host`;
    context.error(path, message, 'choose another');
    return;
  }
  if (length >= 31) return;
  const { address: first } = prefixOf({ address, length });
  const last = (first | ~maskOf(length)) >>> 0;
  if (address === first || address === last)
    context.error(
      path,
      `${formatAddress(address)} is the ${address === first ? 'network' : 'broadcast'} address of ${formatPrefix({ address: first, length })}`,
      `use an address between ${formatAddress(first)} and ${formatAddress(last)}`,
    );
}
