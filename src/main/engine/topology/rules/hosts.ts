/** Hosts: each in one place, with an address that fits there and a gateway that is clear. */
import { strings } from '../../../../shared/strings';
import { formatAddress, formatPrefix, isBeside, prefixOf } from '../../address';
import { isObject, own, type Path } from '../json';
import type { Host } from '../model';
import type { Context } from './context';
import { domainsOf, type Domain } from './domains';

const said = strings.reasons.topology.hosts;

export function checkHosts(context: Context): void {
  const domains = new Map<string, Domain[]>();
  for (const domain of domainsOf(context.topology))
    for (const member of domain.members)
      if (member.kind === 'host') domains.set(member.node, [...(domains.get(member.node) ?? []), domain]);
  for (const [name, host] of Object.entries(context.topology.hosts))
    checkHost(context, name, host, domains.get(name) ?? []);
}

function checkHost(context: Context, name: string, host: Host, domains: readonly Domain[]): void {
  const path = ['hosts', name];
  if (host.site !== null) context.refers([...path, 'site'], host.site, ['site']);
  if (host.vnet !== null) context.refers([...path, 'vnet'], host.vnet, ['vnet']);
  if (host.lan !== null) context.refers([...path, 'lan'], host.lan, ['lan']);
  const links = domains.filter(({ kind }) => kind === 'link').length;
  const places = Number(host.vnet !== null) + Number(host.lan !== null) + links;
  if (places > 1) context.error(path, said.manyPlaces(name), said.onePlace, 'key');
  if (places === 0) context.warn(path, said.noPlace(name), said.givePlace, 'key');
  if (host.vnet === null) {
    if (lengthIsAssumed(context, path, host))
      context.warn(
        [...path, 'address'],
        said.lengthAssumed(name),
        said.giveLength(formatAddress(host.address.address)),
      );
    checkGateway(context, name, host, domains);
  } else if (host.gateway !== null)
    context.error([...path, 'gateway'], said.noGatewayInVNet, said.vnetRoutes);
}

function lengthIsAssumed(context: Context, path: Path, host: Host): boolean {
  let value = context.input;
  for (const step of [...path, 'address'])
    value = isObject(value) ? (own(value, String(step)) ?? null) : null;
  return host.address.length === 32 && typeof value === 'string' && !value.includes('/');
}

function checkGateway(context: Context, name: string, host: Host, domains: readonly Domain[]): void {
  const path = ['hosts', name, 'gateway'];
  const routers = domains.flatMap(({ members }) => members.filter(({ kind }) => kind === 'router'));
  if (host.gateway === null) {
    const beside = routers.filter(({ address }) => isBeside(host.address, address.address));
    if (routers.length > 0 && beside.length === 0)
      context.warn(
        ['hosts', name],
        said.noRouterInSubnet(name, formatPrefix(prefixOf(host.address))),
        said.lost,
        'key',
      );
    const choices = beside.map(({ label, address }) => `${formatAddress(address.address)} (${label})`);
    if (choices.length > 1)
      context.error(
        ['hosts', name],
        said.manyGateways(name, choices.length),
        said.addGateway(choices.slice(0, 6)),
        'key',
      );
    return;
  }
  const address = host.gateway;
  const text = formatAddress(address);
  if (address === host.address.address) context.error(path, said.ownGateway(name), said.writeRouter);
  else if (!isBeside(host.address, address))
    context.error(path, said.gatewayElsewhere(text, name), said.reachesOwn(name));
  else if (!routers.some((router) => router.address.address === address))
    context.warn(path, said.noRouterAt(name, text), said.lost);
}
