/** By what a probe and its reply travel, on the reference lab. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentOf, edited, ping, simulationOf, tracert } from '../../../main/engine/testing/lab';
import { ask } from '../../../main/engine/testing/networks';
import { pathModels, type PathSource } from './model';
import { targetWords } from './name';
import { travelWords } from './travel';

const DOCUMENT = documentOf(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
const LAB = simulationOf(DOCUMENT);

const words = (result: PathSource): string[] => pathModels(result).map(travelWords);

describe('the sentence on what is crossed', () => {
  test('joins the two links of a circuit, and tells its side', () => {
    expect(words(tracert(LAB, 'hub-vm', '10.2.30.10'))).toEqual([
      'There and back by ExpressRoute er1 (primary).',
    ]);
  });

  test('tells a way back by the other side of the circuit', () => {
    expect(words(tracert(LAB, 'hub-vm', '10.1.31.10'))).toEqual([
      'There by ExpressRoute er2 (primary); back by ExpressRoute er2 (secondary).',
    ]);
  });

  test('names what is crossed in the order of the way', () => {
    expect(words(tracert(LAB, 'loc1-vm', '10.11.30.4'))).toEqual([
      'There and back by ExpressRoute er1 (primary), then VNet peering hub-spoke.',
    ]);
    expect(words(tracert(LAB, 'branch-vm', '10.2.30.10'))).toEqual([
      'There and back by VPN tunnel vpn-hub-branch, then VPN tunnel vpn-hub-location-1.',
    ]);
  });

  test('tells that a reply comes back by another kind of network', () => {
    const unset = edited(DOCUMENT, 'unset ce1 bgp neighbors 192.168.30.18 in localPreference');
    expect(words(tracert(simulationOf(unset), 'loc1-vm', 'hub-vm'))).toEqual([
      'There by VPN tunnel vpn-hub-location-1; back by ExpressRoute er1 (primary).',
    ]);
  });

  test('has no way back where no reply was asked for, and is told of each path', () => {
    expect(words(ask(LAB, 'spoke-vm> paths 10.17.30.4', 'paths'))).toEqual([
      'By VNet peering hub-spoke, then ExpressRoute er1 (primary).',
      'By VNet peering hub-spoke, then ExpressRoute er1 (secondary).',
    ]);
  });

  test('is not needed where only links are crossed', () => {
    expect(words(tracert(LAB, 'lan1', '192.168.30.0'))).toEqual(['']);
  });
});

test('a target is named by who has its address, reached or not', () => {
  expect(targetWords(tracert(LAB, 'hub-vm', '10.2.30.10').probe)).toBe('loc1-vm (10.2.30.10)');
  expect(targetWords(tracert(LAB, 'hub-vm', 'loc1-vm').probe)).toBe('loc1-vm');
  expect(targetWords(tracert(LAB, 'hub-vm', '10.2.30.99').probe)).toBe('10.2.30.99');
  const [lost] = pathModels(ping(LAB, 'loc2-vm', '10.2.30.10'));
  expect(lost?.nodes.at(-1)).toMatchObject({
    role: 'target',
    name: 'loc1-vm',
    area: { kind: 'site', name: 'location-1' },
  });
});
