import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, node } from '../diagrams/testing/views';
import { runCommand } from '../../main/engine/probes/console';
import { simulationOf } from '../../main/engine/testing/lab';
import { networkView } from '../../main/engine/topology/view';
import { namesIn, namesOf, wordsOf } from './names';

const view = {
  nodes: [
    {
      ...node('hub-vm', 'host'),
      interfaces: [{ name: 'eth0', address: '10.10.30.4/25', up: true, link: null }],
    },
    node('ce1'),
  ],
  links: [link('er1', ['ce1', 'hub-vm'])],
  areas: [{ kind: 'vnet' as const, name: 'hub', region: null, prefixes: ['10.10.30.0/24'] }],
};
const names = namesOf(view);
const found = (text: string): string[] => wordsOf(text, names).flatMap(({ reference }) => reference ?? []);

describe('the words of a text', () => {
  it.each([
    ['Trace complete to hub-vm.', ['node:hub-vm']],
    ['  1    2 ms  hub-vm [10.10.30.4]', ['node:hub-vm', 'node:hub-vm']],
    ['ce1> ping hub-vm', ['node:ce1', 'node:hub-vm']],
    ['hub knows 10.10.30.0/24 and 192.0.2.0/24', ['area:hub', 'prefix:10.10.30.0/24', 'prefix:192.0.2.0/24']],
    ['over er1, not er12', ['link:er1']],
    ['10.10.30.45 and hub-vmx', []],
  ])('%s', (text, references) => {
    expect(found(text)).toEqual(references);
  });

  it('joined are the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('hub-vm', 'ce1', '.', ' ', '/', '10.10.30.4', 'x', '\n')),
        (parts) => {
          const text = parts.join('');
          expect(
            wordsOf(text, names)
              .map((word) => word.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

describe('addresses that several have', () => {
  const simulation = simulationOf(`
routers:
  pe:
    interfaces: { r: { address: 10.1.0.1/24, lan: red }, b: { address: 10.1.0.1/24, lan: blue } }
    vrfs: { red: { interfaces: [r] }, blue: { interfaces: [b] } }
lans: { red: {}, blue: {} }
hosts: { red1: { lan: red, address: 10.1.0.10 }, blue1: { lan: blue, address: 10.1.0.10 } }
`);
  const network = networkView(simulation.plane.control.topology);
  const nodeBy = (command: string, word: string): string | undefined => {
    const result = runCommand(simulation, command.split('> ')[0] ?? '', command.split('> ')[1] ?? '');
    return namesIn(result, network).get(word);
  };

  it.each(['tracert', 'ping', 'traceroute', 'mtr', 'pathping', 'paths', 'trace --both'])(
    'are those of the nodes that %s met',
    (tool) => {
      expect(nodeBy(`blue1> ${tool} 10.1.0.1`, '10.1.0.1')).toBe('node:pe@blue');
      expect(nodeBy(`red1> ${tool} 10.1.0.1`, '10.1.0.1')).toBe('node:pe@red');
    },
  );

  it('and a VRF is one word', () => {
    expect(wordsOf('pe@blue has no route', namesOf(network))[0]).toEqual({
      text: 'pe@blue',
      reference: 'node:pe@blue',
    });
  });
});
