import { describe, expect, it } from 'vitest';
import { engine } from '../../main/engine';
import { writeEdits } from '../../main/engine/topology/write-edits';
import type { NetworkView } from '../../shared/network-view';
import type { Cell } from '../../shared/notebook';
import { INITIAL_STATE, undo, type AppState } from '../app/state';
import { endsOf, freeAddress, freeLinkSubnet } from './addresses';
import { linesOf, takeWritten, withLines, writeLines, type Gesture } from './gestures';

const TOPOLOGY = `routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: 10.255.0.1/30 } }
  r2: { interfaces: { eth0: 10.255.0.2/30 } }
lans: { office: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 } }
links: { r1-r2: { ends: [r1:eth1, r2:eth0] } }`;

function parsed() {
  const result = engine.parseTopology(TOPOLOGY);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const network: NetworkView = engine.networkView(parsed());

/** What is wrong with the lines as the engine reads them, one after another. */
function faults(lines: readonly string[]): readonly string[] {
  let document = parsed();
  const found: string[] = [];
  for (const line of lines) {
    const edited = engine.edit(line, document);
    found.push(
      ...edited.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    );
    if (edited.ok) document = edited.value.document;
  }
  return found;
}

function port(address: string) {
  return { name: 'eth0', address, up: true, link: 'tiny' };
}

const shut: Gesture = { kind: 'shutdown', name: 'r1' };

function cell(id: string, kind: 'topology' | 'edit' | 'console', text: string): Cell {
  return { id, kind, text, attributes: '', origin: null };
}

function state(...cells: readonly Cell[]): AppState {
  return { ...INITIAL_STATE, phase: 'ready', notebook: { ...INITIAL_STATE.notebook, cells } };
}

function texts(of: AppState): string[] {
  return of.notebook.cells.map(({ kind, text }) => `${kind}: ${text}`);
}

describe('free addresses', () => {
  it('are the next ones of a LAN and of no other link', () => {
    expect(freeAddress(network, 'office')).toBe('10.1.0.11/24');
    expect(freeAddress(network, 'nowhere')).toBeNull();
    expect(freeLinkSubnet(network)).toBe('10.255.0.4/30');
  });

  it('run out where a subnet is full', () => {
    const node = network.nodes[0];
    if (node === undefined) throw new Error('no node');
    const full = { ...network, nodes: [{ ...node, interfaces: [port('10.9.0.1/30'), port('10.9.0.2/30')] }] };
    expect(freeAddress(full, 'tiny')).toBeNull();
  });

  it('of a link are the two of its subnet', () => {
    expect(endsOf('10.255.0.4/30')).toEqual(['10.255.0.5/30', '10.255.0.6/30']);
    expect(endsOf('10.0.0.0/31')).toEqual(['10.0.0.0/31', '10.0.0.1/31']);
    expect([endsOf('10.255.0.5/30'), endsOf('10.0.0.0/24'), endsOf('x')]).toEqual([null, null, null]);
  });
});

describe('a gesture', () => {
  const gestures: readonly Gesture[] = [
    { kind: 'shutdown', name: 'r1-r2' },
    { kind: 'no shutdown', name: 'r1' },
    { kind: 'latency', name: 'r1-r2', latency: '5 ms' },
    { kind: 'position', name: 'r1', position: [120, -40] },
    { kind: 'host', name: 'bob', lan: 'office', address: '10.1.0.11/24' },
    { kind: 'router', name: 'r3', at: { lan: 'office', address: '10.1.0.12/24' } },
    { kind: 'router', name: 'r4', at: null },
    { kind: 'link', name: 'two', from: 'r1', to: 'r2', subnet: '10.255.0.4/30' },
    { kind: 'remove', name: 'alice' },
  ];

  it.each(gestures)('$kind is lines that the engine takes', (gesture) => {
    expect(faults(linesOf(gesture, network))).toEqual([]);
  });

  it('takes back what it undoes, and says a value once', () => {
    expect(withLines('shutdown r1\nshutdown r2', ['no shutdown r1'])).toBe('shutdown r2');
    expect(withLines('# why\n  shutdown r1', ['no shutdown r1'])).toBe('# why');
    expect(withLines('', ['no shutdown r1'])).toBe('no shutdown r1');
    expect(withLines('no shutdown r1', ['shutdown r1'])).toBe('');
    expect(withLines('shutdown r1', ['shutdown r1'])).toBe('shutdown r1');
    expect(withLines('set a latency 1 ms', ['set a latency 2 ms', 'set b latency 3 ms'])).toBe(
      'set a latency 2 ms\nset b latency 3 ms',
    );
    const placed = withLines('set a position [1, 2]', ['set a position [3, 4]']);
    expect(placed).toBe('set a position [3, 4]');
    expect(withLines(placed, ['unset a position'])).toBe('');
    expect(withLines(placed, ['unset b position'])).toBe(`${placed}\nunset b position`);
  });
});

describe('writing a gesture', () => {
  const below = state(cell('t', 'topology', TOPOLOGY), cell('c', 'console', ''));

  it('changes the text of a topology, marks it, and undoes in one step', () => {
    const result = writeEdits(TOPOLOGY, linesOf(shut, network));
    const written = takeWritten(below, 't', ['shutdown r1'], result);
    expect(texts(written)[0]).toContain('eth1: 10.255.0.1/30 }, shutdown: true }');
    expect(written.flash.ids).toEqual(new Set(['t']));
    expect(written.toast?.text).toContain('shutdown r1');
    expect(texts(undo(written))).toEqual(texts(below));
  });

  it('makes an edit cell below a topology whose text cannot say it, or writes on in the one there', () => {
    const written = takeWritten(below, 't', ['shutdown r1'], { kind: 'unfit' });
    expect(texts(written).slice(1)).toEqual(['edit: shutdown r1', 'console: ']);
    expect(undo(written).notebook.cells).toHaveLength(2);
    const both = state(cell('t', 'topology', TOPOLOGY), cell('e', 'edit', 'shutdown r2'));
    expect(texts(writeLines(both, 't', ['shutdown r1'])).at(-1)).toBe('edit: shutdown r2\nshutdown r1');
    expect(texts(writeLines(both, 'e', ['shutdown r1'])).at(-1)).toBe('edit: shutdown r2\nshutdown r1');
  });

  it('says why where it is refused, and offers nothing to undo', () => {
    const told = takeWritten(below, 't', ['remove office'], { kind: 'refused', reason: 'It is needed' });
    expect(told.notebook).toBe(below.notebook);
    expect(told.toast).toEqual({ text: 'Not written: It is needed', step: null });
  });
});
