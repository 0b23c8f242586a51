import { describe, expect, test } from 'vitest';
import { hashText } from '../random';
import { ecmpMember, reverse, type Flow } from './flow';

function flow(n: number): Flow {
  return {
    source: 0x0a000000 + n,
    destination: 0x0a090000 + ((n * 7) & 255),
    protocol: 'icmp',
    sourcePort: 0,
    destinationPort: 0,
  };
}

/** The members that 64 flows take out of two on a device with this salt. */
function picks(salt: number): string {
  return Array.from({ length: 64 }, (_, n) => ecmpMember(flow(n), salt, 2)).join('');
}

describe('the ECMP hash', () => {
  test.each([2, 3, 4, 16])('spreads many flows evenly over %i members', (count) => {
    const flows = 12_000;
    const taken = Array.from({ length: count }, () => 0);
    for (let n = 0; n < flows; n++) {
      const member = ecmpMember(flow(n), hashText('r1', 0), count);
      taken[member] = (taken[member] ?? 0) + 1;
    }
    // Six standard deviations of a fair draw.
    const share = flows / count;
    for (const number of taken) expect(Math.abs(number - share)).toBeLessThan(6 * Math.sqrt(share));
  });

  test('gives one flow one member, always', () => {
    const members = Array.from({ length: 64 }, (_, n) => ecmpMember(flow(n), 99, 4));
    expect(Array.from({ length: 64 }, (_, n) => ecmpMember(flow(n), 99, 4))).toEqual(members);
    expect(ecmpMember(flow(1), 99, 1)).toBe(0);
  });

  test('falls differently on devices with different names or seeds, and for different ports', () => {
    expect(new Set([hashText('r1', 0), hashText('r2', 0), hashText('r1', 1)].map(picks)).size).toBe(3);
    const ports = Array.from({ length: 64 }, (_, n) =>
      ecmpMember({ ...flow(1), protocol: 'udp', destinationPort: 33434 + n }, 5, 2),
    );
    expect(new Set(ports)).toEqual(new Set([0, 1]));
  });
});

test('an answer has ends and ports swapped', () => {
  const there: Flow = { source: 1, destination: 2, protocol: 'udp', sourcePort: 3, destinationPort: 4 };
  expect(reverse(there)).toEqual({
    source: 2,
    destination: 1,
    protocol: 'udp',
    sourcePort: 4,
    destinationPort: 3,
  });
  expect(reverse(reverse(there))).toEqual(there);
});
