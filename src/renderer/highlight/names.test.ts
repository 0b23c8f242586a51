import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, node } from '../diagrams/testing/views';
import { namesOf, wordsOf } from './names';

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
