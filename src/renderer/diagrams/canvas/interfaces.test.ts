import { describe, expect, it } from 'vitest';
import { mapLayout } from '../network-map';
import { link, node } from '../testing/views';
import { interfacePlace } from './interfaces';

const { nodes } = mapLayout({ nodes: [node('a'), node('b')], links: [link('ab', ['a', 'b'])], areas: [] });
const [placed] = nodes;
if (placed === undefined) throw new Error('no node');
const { x, y, node: own } = placed;

describe("where an interface's name stands", () => {
  it('is on its line, near its node', () => {
    const place = interfacePlace([placed, { x: x + 300, y }], placed, 'e0');
    expect(place).toEqual({ x: x + 46, y });
  });

  it("is beneath its node's name on a line that passes behind that", () => {
    const place = interfacePlace([placed, { x, y: y + 600 }], placed, 'e0');
    expect(place?.y).toBeGreaterThan(y + own.below);
  });

  it('is nowhere on a line too short for it', () => {
    expect(interfacePlace([placed, { x: x + 90, y }], placed, 'e0')).toBeNull();
    expect(interfacePlace([placed, { x, y: y + 3 * own.below }], placed, 'e0')).toBeNull();
  });
});
