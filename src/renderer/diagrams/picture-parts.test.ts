import { describe, expect, it } from 'vitest';
import { networkMap } from './network-map';
import { partIndexes, samePart } from './picture-parts';
import { link, node } from './testing/views';
import type { SvgNode } from './svg';

function indexOf(picture: SvgNode, name: RegExp): number {
  for (const [part, index] of partIndexes(picture)) if (name.test(part.detail?.name ?? '')) return index;
  throw new Error(`no part ${name}`);
}

const view = {
  nodes: ['a', 'b', 'c', 'd'].map((name) => node(name)),
  links: [link('a-b', ['a', 'b']), link('office', ['b', 'c', 'd'], { kind: 'lan' })],
  areas: [],
};

describe('the same part of a picture that changed', () => {
  it('is found by what it stands for, wherever it is now and whatever its state', () => {
    const before = networkMap(view);
    const more = networkMap({ ...view, links: [link('a-c', ['a', 'c']), ...view.links] });
    expect(samePart(before, indexOf(before, /^b,/), more)).toBe(indexOf(more, /^b,/));
    const down = networkMap({ ...view, links: view.links.map((each) => ({ ...each, up: false })) });
    expect(samePart(before, indexOf(before, /^Link a-b/), down)).toBe(indexOf(down, /^Link a-b/));
  });

  it('is the same one of several', () => {
    const before = networkMap(view);
    const lines = [...partIndexes(before)].flatMap(([{ detail }, index]) =>
      detail?.refs?.[0] === 'link:office' ? index : [],
    );
    expect(lines.length).toBeGreaterThan(1);
    for (const index of lines) expect(samePart(before, index, networkMap(view))).toBe(index);
  });

  it('is none once it is gone', () => {
    const before = networkMap(view);
    const less = networkMap({ ...view, nodes: view.nodes.slice(1), links: view.links.slice(1) });
    expect(samePart(before, indexOf(before, /^a,/), less)).toBeNull();
  });
});
