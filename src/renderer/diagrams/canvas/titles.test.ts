import { describe, expect, it } from 'vitest';
import { mapLayout } from '../network-map';
import { campusView } from '../testing/views';
import { dotHalf, levelOf } from './levels';
import { meets, nodeRegion, sceneOf, type Region } from './scene';
import { titleOf } from './titles';

const scene = sceneOf(mapLayout(campusView(80)));
const areas = scene.layout.frames.filter(({ area }) => area !== null);

function titlesAt(k: number): Region[] {
  const taken: Region[] = [];
  for (const frame of areas) {
    const title = titleOf(frame, scene, k, taken);
    if (title !== null) taken.push(title.box);
  }
  return taken;
}

describe.each([0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.45, 0.7, 1, 2])('titles of areas at %d', (k) => {
  const titles = titlesAt(k);

  it('cover no node', () => {
    const drawn = scene.layout.nodes.map((placed): Region => {
      if (levelOf(k) === 'near') return nodeRegion(placed);
      const { x, y, node } = placed;
      const half = levelOf(k) === 'far' ? dotHalf(node.radius, false, k) : node.radius;
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
    expect(titles.filter((box) => drawn.some((node) => meets(box, node)))).toEqual([]);
  });

  it('cover no other title', () => {
    const covered = titles.filter((box, index) => titles.slice(index + 1).some((other) => meets(box, other)));
    expect(covered).toEqual([]);
  });
});

describe('an area', () => {
  it('has its title where there is room for it in its size', () => {
    expect(titlesAt(1)).toHaveLength(areas.length);
  });

  it('keeps it as far out as it is wide enough, beyond what its head can hold', () => {
    const wide = areas.filter((frame) => titleOf(frame, scene, 0.24, []) !== null);
    expect(wide.length).toBeGreaterThan(0);
  });
});
