import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentOf, edited } from '../testing/lab';
import { compileNetwork } from './compile';
import type { TopologyDocument } from './document';

const lab = documentOf(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));

/** Names of the nodes that are down. */
function downNodes({ topology }: TopologyDocument): string[] {
  return compileNetwork(topology)
    .nodes.filter((node) => !node.up)
    .map((node) => node.name);
}

function isUp({ topology }: TopologyDocument, name: string): boolean | undefined {
  const network = compileNetwork(topology);
  return network.interfaces[network.interfaceByName.get(name) ?? -1]?.up;
}

describe('what goes down with what', () => {
  test.each([
    ['branch', ['branch', 'branch-vpngw', 'branch-vm']],
    ['location-2', ['ce2a', 'ce2b', 'lan2', 'loc2-vm']],
    ['er2', ['msee2-pri', 'msee2-sec']],
    ['msee1-pri', ['msee1-pri']],
    ['loc1-vm', ['loc1-vm']],
    ['ce1-lan1', []],
  ])('%s', (name, down) => {
    expect(downNodes(edited(lab, `shutdown ${name}`))).toEqual(down);
    expect(downNodes(edited(lab, `shutdown ${name}`, `no shutdown ${name}`))).toEqual([]);
  });

  test('both ends of a link, circuit or tunnel lose carrier, a LAN does not', () => {
    expect(isUp(edited(lab, 'shutdown lan1:ge0/0'), 'ce1:ge0/1')).toBe(false);
    expect(isUp(edited(lab, 'shutdown msee1-pri'), 'ce1:ge0/0.1')).toBe(false);
    expect(isUp(edited(lab, 'shutdown hub-vpngw'), 'ce1:tunnel0')).toBe(false);
    expect(isUp(edited(lab, 'shutdown loc1-vm'), 'lan1:ge0/1')).toBe(true);
    expect(isUp(edited(lab, 'shutdown location-1-lan'), 'lan1:ge0/1')).toBe(false);
  });
});
