import fc from 'fast-check';
import { IPv4, IPv4CidrRange } from 'ip-num';
import { describe, expect, test } from 'vitest';
import {
  comparePrefixes,
  formatAddress,
  formatPrefix,
  maskOf,
  parseAddress,
  parseInterfaceAddress,
  parsePrefix,
  prefixContains,
  prefixCovers,
  prefixesOverlap,
  prefixKey,
  prefixOf,
  type Prefix,
} from './address';

const octet = fc.nat(255);
const octets = fc.tuple(octet, octet, octet, octet);
const address = fc.nat(0xffffffff);
const length = fc.integer({ min: 0, max: 32 });
const prefix: fc.Arbitrary<Prefix> = fc
  .tuple(address, length)
  .map(([a, n]) => prefixOf({ address: a, length: n }));

/** First and last address by plain arithmetic. */
function rangeOf({ address: first, length: bits }: Prefix): [number, number] {
  return [first, first + 2 ** (32 - bits) - 1];
}

describe('addresses', () => {
  test('parse by the value of their octets, as ip-num does', () => {
    fc.assert(
      fc.property(octets, ([a, b, c, d]) => {
        const text = `${a}.${b}.${c}.${d}`;
        expect(parseAddress(text)).toBe(((a * 256 + b) * 256 + c) * 256 + d);
        expect(parseAddress(text)).toBe(Number(IPv4.fromString(text).getValue()));
        expect(formatAddress(parseAddress(text)!)).toBe(text);
      }),
    );
  });

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '-1.2.3.4',
    '1.2.3.4 ',
    ' 1.2.3.4',
    '1.2.3.x',
    '01.2.3.4',
    '1.2.3.04',
    '0x1.2.3.4',
    '1..3.4',
    '::1',
    '16909060',
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const parse of [parseAddress, parseInterfaceAddress, parsePrefix])
          expect(() => parse(text)).not.toThrow();
      }),
    );
  });
});

describe('prefixes', () => {
  test('parse with the range ip-num gives', () => {
    fc.assert(
      fc.property(prefix, (value) => {
        const text = formatPrefix(value);
        expect(parsePrefix(text)).toEqual(value);
        const range = IPv4CidrRange.fromCidr(text);
        expect(rangeOf(value).map(BigInt)).toEqual([range.getFirst().getValue(), range.getLast().getValue()]);
      }),
    );
  });

  test('host bits are refused in a prefix and kept in an interface address', () => {
    fc.assert(
      fc.property(address, length, (value, bits) => {
        const text = `${formatAddress(value)}/${bits}`;
        expect(parseInterfaceAddress(text)).toEqual({ address: value, length: bits });
        const size = 2 ** (32 - bits);
        const first = Math.floor(value / size) * size;
        expect(prefixOf({ address: value, length: bits })).toEqual({ address: first, length: bits });
        expect(parsePrefix(text)).toEqual(first === value ? { address: value, length: bits } : null);
      }),
    );
  });

  test.each([
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/8/8',
    '10.0.0.0/8 ',
    '10.0.0/8',
    '/8',
    '10.0.0.0/1e1',
  ])('refuses %j', (text) => {
    expect(parseInterfaceAddress(text)).toBeNull();
    expect(parsePrefix(text)).toBeNull();
  });

  test('masks', () => {
    for (let bits = 0; bits <= 32; bits++) expect(maskOf(bits)).toBe(2 ** 32 - 2 ** (32 - bits));
  });

  test('containment, cover and overlap agree with ranges', () => {
    const near = fc.tuple(prefix, length, fc.boolean()).map(([base, bits, same]): [Prefix, Prefix] => {
      // Half of the pairs are related, or overlap would hardly ever be seen.
      const other = same
        ? prefixOf({ address: base.address, length: bits })
        : prefixOf({ address: base.address ^ 0x80000000, length: bits });
      return [base, other];
    });
    fc.assert(
      fc.property(near, address, ([a, b], point) => {
        const [aFirst, aLast] = rangeOf(a);
        const [bFirst, bLast] = rangeOf(b);
        expect(prefixContains(a, point)).toBe(point >= aFirst && point <= aLast);
        expect(prefixCovers(a, b)).toBe(aFirst <= bFirst && bLast <= aLast);
        expect(prefixesOverlap(a, b)).toBe(aFirst <= bLast && bFirst <= aLast);
      }),
    );
  });

  test('keys are unique and the order is total', () => {
    fc.assert(
      fc.property(prefix, prefix, (a, b) => {
        const same = a.address === b.address && a.length === b.length;
        expect(prefixKey(a) === prefixKey(b)).toBe(same);
        expect(comparePrefixes(a, b) === 0).toBe(same);
        expect(Math.sign(comparePrefixes(a, b))).toBe(-Math.sign(comparePrefixes(b, a)) + 0);
        expect(Number.isSafeInteger(prefixKey(a))).toBe(true);
      }),
    );
  });
});
