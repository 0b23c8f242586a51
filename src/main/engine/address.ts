/**
 * IPv4 addresses and prefixes as unsigned 32-bit integers, parsed and validated by ip-num at the edge.
 * The one module that knows how an address is written; everything inside compares integers.
 */
import { IPv4, IPv4Prefix } from 'ip-num';
import { strings } from '../../shared/strings';

/** An IPv4 address, 0 to 2^32-1. */
export type Address = number;

/** An IPv4 prefix in canonical form: the host bits of `address` are zero. */
export interface Prefix {
  readonly address: Address;
  readonly length: number;
}

/** An interface's own address with the length of its subnet. */
export interface InterfaceAddress {
  readonly address: Address;
  readonly length: number;
}

const DOTTED_DECIMAL = /^\d{1,3}(\.\d{1,3}){3}$/;

/** Address of dotted decimal text, or null if it is none. */
export function parseAddress(text: string): Address | null {
  if (!DOTTED_DECIMAL.test(text)) return null;
  try {
    return Number(new IPv4(text).getValue());
  } catch {
    return null;
  }
}

export function formatAddress(address: Address): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

/** Network mask of a prefix length from 0 to 32, as an unsigned integer. */
export function maskOf(length: number): number {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
}

/** `a.b.c.d/n` with host bits allowed, or null. */
export function parseInterfaceAddress(text: string): InterfaceAddress | null {
  const [addressText = '', lengthText = '', ...rest] = text.split('/');
  const address = parseAddress(addressText);
  if (address === null || rest.length > 0 || !/^(0|[1-9]\d?)$/.test(lengthText)) return null;
  try {
    return { address, length: Number(new IPv4Prefix(BigInt(lengthText)).getValue()) };
  } catch {
    return null;
  }
}

/** `a.b.c.d/n` without host bits, or null. */
export function parsePrefix(text: string): Prefix | null {
  const parsed = parseInterfaceAddress(text);
  if (parsed === null || (parsed.address & ~maskOf(parsed.length)) !== 0) return null;
  return parsed;
}

export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix.address)}/${prefix.length}`;
}

/** The prefix an interface address lies in. */
export function prefixOf(interfaceAddress: InterfaceAddress): Prefix {
  const { address, length } = interfaceAddress;
  return { address: (address & maskOf(length)) >>> 0, length };
}

export function prefixContains(prefix: Prefix, address: Address): boolean {
  return (address & maskOf(prefix.length)) >>> 0 === prefix.address;
}

/** The first or last address of a subnet that has room for hosts besides them (RFC 3021 frees /31). */
export function isBroadcast({ address, length }: InterfaceAddress, target: Address): boolean {
  if (length >= 31) return false;
  const first = (address & maskOf(length)) >>> 0;
  return target === first || target === (first | ~maskOf(length)) >>> 0;
}

const { special } = strings.reasons.topology.addresses;

/** Addresses that stand for no single host of a network (RFC 1122 section 3.2.1.3, RFC 1112). */
const NOT_HOSTS: readonly { readonly prefix: Prefix; readonly what: keyof typeof special }[] = [
  { prefix: { address: 0x00000000, length: 8 }, what: 'thisNetwork' },
  { prefix: { address: 0x7f000000, length: 8 }, what: 'loopback' },
  { prefix: { address: 0xe0000000, length: 4 }, what: 'multicast' },
  { prefix: { address: 0xffffffff, length: 32 }, what: 'broadcast' },
  { prefix: { address: 0xf0000000, length: 4 }, what: 'reserved' },
];

/** What an address is that no interface may have; null for one of a host. */
export function specialUse(address: Address): string | null {
  const found = NOT_HOSTS.find(({ prefix }) => prefixContains(prefix, address));
  return found === undefined ? null : special[found.what];
}

/** Whether a host can reach an address without a gateway; one that was given no subnet (/32) is not held to it. */
export function isBeside(host: InterfaceAddress, address: Address): boolean {
  return host.length === 32 || prefixContains(prefixOf(host), address);
}

/** True if every address of `inner` is in `outer` (equal prefixes included). */
export function prefixCovers(outer: Prefix, inner: Prefix): boolean {
  return outer.length <= inner.length && prefixContains(outer, inner.address);
}

export function prefixesOverlap(a: Prefix, b: Prefix): boolean {
  return prefixCovers(a, b) || prefixCovers(b, a);
}

/** Ascending by address, shorter first: the order of every table. */
export function comparePrefixes(a: Prefix, b: Prefix): number {
  return a.address - b.address || a.length - b.length;
}

/** A number that stands for the prefix as a map key: unique, exact below 2^53. */
export function prefixKey(prefix: Prefix): number {
  return prefix.address * 64 + prefix.length;
}
