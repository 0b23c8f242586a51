import { describe, expect, it } from 'vitest';
import type { NetworkView } from '../../../shared/network-view';
import { clippedTexts, overlappingTexts } from '../testing/geometry';
import { linesOverLabels } from '../testing/map-faults';
import { campusView, link, meshView, node } from '../testing/views';
import { mapLayout, mapPicture, networkMap } from '../network-map';
import { renderSvg } from '../svg';
import type { MapLayout } from './layout';
import { wordsBox, wordsOf } from './words';

const WITHOUT_WORDS = (layout: MapLayout): MapLayout => ({
  ...layout,
  nodes: layout.nodes.map(({ node, x, y }) => ({ node, x, y })),
});

const VIEWS: Readonly<Record<string, NetworkView>> = {
  'of 144 nodes': meshView(12),
  'of 324 nodes': meshView(18),
  'of 80 sites': campusView(80),
};

describe.each(Object.entries(VIEWS))('names on a large map %s', (_, view) => {
  const layout = mapLayout(view);

  it('stand on no other name and on no other sign', () => {
    const boxes = layout.nodes.map((placed) => ({ id: placed.node.id, ...wordsBox(placed) }));
    const touching = boxes.flatMap((a, index) => [
      ...boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.id} on ${b.id}`),
      ...layout.nodes
        .filter(
          ({ node, x, y }) =>
            node.id !== a.id &&
            a.left < x + node.radius &&
            a.right > x - node.radius &&
            a.top < y + node.radius &&
            a.bottom > y - node.radius,
        )
        .map(({ node }) => `${a.id} on the sign of ${node.id}`),
    ]);
    expect(touching).toEqual([]);
  });

  it('have links behind them more seldom than beneath their nodes, and are then kept clear of them', () => {
    const crossed = layout.nodes.filter((placed) => wordsOf(placed).isCrossed).length;
    const over = new Set(linesOverLabels(layout).map((fault) => fault.split(' over ')[1])).size;
    const before = new Set(linesOverLabels(WITHOUT_WORDS(layout)).map((fault) => fault.split(' over ')[1]))
      .size;
    expect(over).toBeLessThan(before / 2);
    expect(over).toBeLessThanOrEqual(crossed);
  });

  it('are in the same places for the same network', () => {
    expect(mapLayout(structuredClone(view)).nodes).toEqual(layout.nodes);
  });
});

it('names beside and at the corners of a sign leave room for a ring about it', () => {
  const placed = Object.values(VIEWS).flatMap((view) => mapLayout(view).nodes);
  const away = placed.flatMap((each) => {
    const { left, right, top, bottom } = wordsBox(each);
    const [dx, dy] = [Math.max(left - each.x, each.x - right, 0), Math.max(top - each.y, each.y - bottom, 0)];
    return dx === 0 || each.node.label === null ? [] : [Math.hypot(dx, dy) - each.node.radius];
  });
  expect(away.length).toBeGreaterThan(50);
  // Half of a ring's line is outside of it: 4 px away, 3 px wide.
  expect(Math.min(...away)).toBeGreaterThan(5.5);
});

describe('the picture of a map', () => {
  it('has its names where the layout says', () => {
    const view = meshView(12);
    expect(overlappingTexts(networkMap(view))).toEqual([]);
    const beneath = mapPicture(view, WITHOUT_WORDS(mapLayout(view)));
    expect(renderSvg(networkMap(view))).not.toBe(renderSvg(beneath));
  });
});

describe('a ring of long names', () => {
  const names = Array.from({ length: 6 }, (_, index) => `core-router-in-the-datacentre-0${index}-amsterdam`);
  const view: NetworkView = {
    nodes: names.map((name) => node(name)),
    links: names.map((name, index) => link(`l${index}`, [name, names[(index + 1) % 6] ?? ''])),
    areas: [],
  };

  it('has them outside where links would run through them, and room for them', () => {
    expect(linesOverLabels(mapLayout(view))).toEqual([]);
    const picture = networkMap(view);
    expect(overlappingTexts(picture)).toEqual([]);
    expect(clippedTexts(picture)).toEqual([]);
  });
});
