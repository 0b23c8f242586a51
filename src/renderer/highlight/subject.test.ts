import { describe, expect, it } from 'vitest';
import type { CellKind, Notebook } from '../../shared/notebook';
import { node } from '../diagrams/testing/views';
import { inspect, lastKnown, placesOf, questionsAbout } from './subject';

const view = {
  nodes: [
    node('vm', 'host', { kind: 'vnet', name: 'hub', region: null }),
    node('pc', 'host'),
    { ...node('ce1'), asn: 65_001 },
    node('lan1'),
    node('hub', 'vnet', { kind: 'vnet', name: 'hub', region: null }),
  ],
  links: [],
  areas: [],
};
const commands = (reference: string): string[] =>
  questionsAbout(reference, view).map(({ node: at, command }) => `${at}> ${command}`);

const of = (reference: string, networkKey = 'n1') => ({ networkKey, reference, question: null });

describe('what was shown before', () => {
  const trail = inspect(inspect(inspect(null, of('node:a')), of('node:b', 'n2')), of('node:c'));

  it('is gone back to, the last first', () => {
    const networks = { n1: view, n2: view };
    const last = lastKnown(trail.earlier, networks);
    expect(last?.reference).toBe('node:b');
    const first = lastKnown(last?.earlier ?? null, networks);
    expect(first?.reference).toBe('node:a');
    expect(lastKnown(first?.earlier ?? null, networks)).toBeNull();
  });

  it('is left out where its network is gone', () => {
    expect(lastKnown(trail.earlier, { n1: view })?.reference).toBe('node:a');
  });

  it('is not what is shown again', () => {
    expect(inspect(trail, of('node:c'))).toEqual(trail);
  });
});

describe('what can be asked about a thing', () => {
  it.each([
    ['node:vm', 'vm> show effective-routes'],
    ['node:pc', 'pc> show ip route'],
    ['node:ce1', 'ce1> show ip route'],
    ['area:hub', 'hub> show ip route'],
    ['prefix:10.0.0.0/8', 'vm> announcements 10.0.0.0/8'],
  ])('%s: first %s', (reference, first) => {
    expect(commands(reference)[0]).toBe(first);
  });

  it('asks BGP only of those who speak it', () => {
    expect(commands('node:ce1')).toContain('ce1> show ip bgp');
    expect(commands('node:lan1')).not.toContain('lan1> show ip bgp');
  });

  it('is nothing for what is not there', () => {
    expect(commands('node:gone')).toEqual([]);
    expect(commands('link:l1')).toEqual([]);
  });
});

const notebookOf = (texts: readonly (readonly [CellKind, string])[]): Notebook => ({
  head: '',
  formatVersion: 1,
  title: null,
  seed: 0,
  eol: '\n',
  readOnly: false,
  cells: texts.map(([kind, text], index) => ({
    id: `c${index}`,
    kind,
    text,
    attributes: '',
    origin: null,
  })),
});

describe('the places of a name', () => {
  it('are whole words, one for each cell', () => {
    const notebook = notebookOf([
      ['markdown', '# About ce1'],
      ['topology', 'routers:\n  ce1: {}\n  ce10: {}'],
      ['edit', 'shutdown ce10'],
      ['console', 'ce1> ping vm'],
    ]);
    expect(placesOf('ce1', notebook)).toMatchObject([
      { cellId: 'c0', position: 1, line: 1, start: 8, end: 11 },
      { cellId: 'c1', position: 2, line: 2 },
      { cellId: 'c3', position: 4, line: 1 },
    ]);
  });

  it('of a VRF are its own, and its router in a topology', () => {
    const notebook = notebookOf([
      ['topology', 'routers:\n  pe: { vrfs: { red: {} } }'],
      ['console', 'pe> help'],
      ['console', 'pe@red> show ip route'],
    ]);
    expect(placesOf('pe@red', notebook).map(({ cellId }) => cellId)).toEqual(['c0', 'c2']);
  });

  it('are in a topology where it is described, with these lines', () => {
    const text = [
      'circuits:',
      '  er1: { primary: { customer: ce1:ge0 } } # to ce1',
      'routers:',
      '  ce1:',
      '    interfaces:',
      '      ge0: 10.0.0.1/30',
      '',
      '    ospf: {}',
      '  ce2: {}',
      'lans: { a: {}, office: { prefix: 10.1.0.0/24 } }',
    ].join('\n');
    const placeOf = (name: string) => placesOf(name, notebookOf([['topology', text]]))[0];
    expect(placeOf('ce1')).toMatchObject({
      line: 4,
      described: 'ce1:\n  interfaces:\n    ge0: 10.0.0.1/30\n\n  ospf: {}',
    });
    expect(text.slice(placeOf('ce1')?.start, placeOf('ce1')?.end)).toBe('ce1');
    expect(placeOf('ce2')?.described).toBe('ce2: {}');
    expect(placeOf('office')).toMatchObject({
      line: 10,
      described: 'lans: { a: {}, office: { prefix: 10.1.0.0/24 } }',
    });
    expect(placeOf('10.1.0.0/24')).toMatchObject({ line: 10, described: null });
  });
});
