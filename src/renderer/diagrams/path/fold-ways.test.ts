import { describe, expect, it } from 'vitest';
import type { PathsResult, Walk } from '../../../shared/results';
import { picturesOf } from '../pictures';
import { pictureSize, textBoxes } from '../testing/geometry';
import { probe, walk } from '../testing/lab';
import { themePalette } from '../testing/theme';
import { foldWays } from './fold-ways';

const between = (node: string): Walk => walk([{ node: 'a' }, { node }, { node: 'b' }]);

/** So many routers side by side between two ends; the last one is taken. */
function fan(count: number): PathsResult {
  const walks = Array.from({ length: count }, (_, index) => between(`r${index}`));
  return {
    kind: 'paths',
    probe: probe('a', '10.0.0.1', '10.0.1.1', 'b'),
    walks,
    flows: walks.map((_, index) => `udp:${index}`),
    taken: count - 1,
    truncated: false,
  };
}

describe('many equal paths', () => {
  it('are all drawn where they fit', () => {
    expect(foldWays(fan(6))).toBeNull();
    expect(picturesOf(fan(6), null).map(({ id }) => id)).toEqual(['ways']);
  });

  it('fold to some, with the one that is taken and its flow', () => {
    const folded = foldWays(fan(16));
    expect(folded?.walks).toHaveLength(5);
    expect(folded?.walks[folded.taken]?.steps[1]?.node).toBe('r15');
    expect(folded?.flows[folded.taken]).toBe('udp:15');
  });

  it('do not fold for their number: many ways through few nodes are not high', () => {
    const levels = ['p', 'q'].flatMap((first) => ['x', 'y', 'z'].map((second) => [first, second] as const));
    const walks = levels.map(([first, second]) =>
      walk([{ node: 'a' }, { node: first }, { node: second }, { node: 'b' }]),
    );
    expect(foldWays({ ...fan(6), walks })).toBeNull();
  });

  it('keep one that is lost', () => {
    const walks = [...fan(12).walks, walk([{ node: 'a' }, { node: 'hole' }], 'NO_ROUTE')];
    const kept = foldWays({ ...fan(12), walks })?.walks.map(({ steps }) => steps[1]?.node);
    expect(kept).toContain('hole');
  });

  it('have a picture that is no higher than a window and says how many it draws, and one of all', () => {
    const [some, all] = picturesOf(fan(16), null);
    expect(some?.label).toBe('5 of 16 paths');
    expect(all?.label).toBe('All paths');
    if (some === undefined || all === undefined) return;
    const light = themePalette('light');
    expect(pictureSize(some.draw(light, 0)).height).toBeLessThan(720);
    expect(pictureSize(all.draw(light, 0)).height).toBeGreaterThan(720);
    const said = textBoxes(some.draw(light, 0)).map(({ content }) => content);
    expect(said).toContain('16 equal-cost paths');
    expect(said).toContain('5 of them are drawn here.');
  });
});
