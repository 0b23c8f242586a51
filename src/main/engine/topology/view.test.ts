import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../test/support/topology-text';
import { documentOf, edited } from '../testing/lab';
import { parseTopology } from './parse';
import { networkView } from './view';

const lab = documentOf(fixture('azure-lab'));

describe('a position', () => {
  it.each(['hub-vm', 'ce1', 'hub', 'hub-ergw', 'msee1-pri', 'msee2-sec'])(
    'of %s is that of its node',
    (name) => {
      const { nodes } = networkView(edited(lab, `set ${name} position [120, -40]`).topology);
      const placed = nodes.filter(({ position }) => position !== null);
      expect(placed.map((node) => [node.name, node.position])).toEqual([[name, [120, -40]]]);
    },
  );

  it('of a LAN is that of its sign', () => {
    const { links } = networkView(edited(lab, 'set location-1-lan position [7, 8]').topology);
    expect(links.find(({ name }) => name === 'location-1-lan')?.position).toEqual([7, 8]);
  });

  it('is given back to the map', () => {
    const { topology } = edited(lab, 'set ce1 position [1, 2]', 'unset ce1 position');
    expect(networkView(topology)).toEqual(networkView(lab.topology));
  });

  it.each([
    ['[1]', 1],
    ['[1, 2, 3]', 1],
    ['[1, wide]', 1],
    ['[1, 200000]', 1],
    ['here', 1],
  ])('%s is refused where it stands', (position, count) => {
    const parsed = parseTopology(`routers:\n  r1: { interfaces: {}, position: ${position} }`);
    expect(parsed.ok).toBe(false);
    expect(parsed.problems).toHaveLength(count);
    expect(parsed.problems[0]).toMatchObject({ line: 2, severity: 'error' });
  });
});
