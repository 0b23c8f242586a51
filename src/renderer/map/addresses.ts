/** Free addresses of a network, to propose: IPv4 as 32-bit numbers. */
import type { NetworkView } from '../../shared/network-view';

interface Prefix {
  readonly base: number;
  readonly length: number;
}

function numberOf(address: string): number | null {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    return null;
  return parts.reduce((number, part) => number * 256 + part, 0);
}

function textOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

function prefixOf(cidr: string): (Prefix & { readonly address: number }) | null {
  const [text = '', bits = '32'] = cidr.split('/');
  const address = numberOf(text);
  const length = Number(bits);
  if (address === null || !Number.isInteger(length) || length < 0 || length > 32) return null;
  const size = 2 ** (32 - length);
  return { address, base: Math.floor(address / size) * size, length };
}

function used(network: NetworkView): readonly NonNullable<ReturnType<typeof prefixOf>>[] {
  return network.nodes
    .flatMap(({ interfaces }) =>
      interfaces.map(({ address }) => (address === null ? null : prefixOf(address))),
    )
    .filter((prefix) => prefix !== null);
}

/** Hosts look tidy behind the routers' low numbers. */
const FIRST_HOST = 10;

/** A free address with its length in the subnet of a LAN; null where the LAN has none or is full. */
export function freeAddress(network: NetworkView, lan: string): string | null {
  const subnet = network.nodes
    .flatMap(({ interfaces }) => interfaces)
    .filter((each) => each.link === lan && each.address !== null)
    .map(({ address }) => prefixOf(address ?? ''))
    .find((prefix) => prefix !== null && prefix.length < 31);
  if (subnet === undefined || subnet === null) return null;
  const taken = new Set(used(network).map(({ address }) => address));
  const size = 2 ** (32 - subnet.length);
  const first = size > 2 * FIRST_HOST ? FIRST_HOST : 1;
  for (const from of [first, 1]) {
    for (let at = from; at < size - 1; at += 1) {
      if (!taken.has(subnet.base + at)) return `${textOf(subnet.base + at)}/${subnet.length}`;
    }
  }
  return null;
}

/** Where links get their subnets from: a private block that labs rarely number by hand. */
const LINKS = { base: numberOf('10.255.0.0') ?? 0, count: 2 ** 14 };

/** A /30 that overlaps no address of the network; its first address ends in 1. */
export function freeLinkSubnet(network: NetworkView): string | null {
  const prefixes = used(network);
  const areas = network.areas.flatMap((area) => area.prefixes.map(prefixOf)).filter((each) => each !== null);
  const taken = [...prefixes, ...areas];
  for (let index = 0; index < LINKS.count; index += 1) {
    const base = LINKS.base + index * 4;
    const overlaps = taken.some((other) => {
      const size = Math.max(4, 2 ** (32 - other.length));
      return Math.floor(base / size) === Math.floor(other.base / size);
    });
    if (!overlaps) return `${textOf(base)}/30`;
  }
  return null;
}

/** The two addresses of a link's subnet, each with its length; null for what is no /30 or /31. */
export function endsOf(subnet: string): readonly [string, string] | null {
  const prefix = prefixOf(subnet.trim());
  if (prefix === null || prefix.address !== prefix.base || ![30, 31].includes(prefix.length)) return null;
  const first = prefix.length === 30 ? 1 : 0;
  return [
    `${textOf(prefix.base + first)}/${prefix.length}`,
    `${textOf(prefix.base + first + 1)}/${prefix.length}`,
  ];
}
