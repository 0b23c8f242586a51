import { describe, expect, it } from 'vitest';
import type { NetworkView } from '../../shared/network-view';
import type { AreaView } from '../../shared/results';
import { captionedMap } from './captioned-map';
import { NO_OVERLAY } from './map/overlay';
import { rememberedLayout } from './network-map';
import { THEMED } from './palette';
import { renderSvg } from './svg';
import { link, node } from './testing/views';

const caption = { name: 'Name', title: 'Title', lead: 'Lead.', marks: [], notes: [{ head: 'a', text: 'b' }] };

function viewOf(count: number): NetworkView {
  return { nodes: Array.from({ length: count }, (_, index) => node(`n${index}`)), links: [], areas: [] };
}

function drawn(view: NetworkView): string {
  return renderSvg(
    captionedMap(view, { ...NO_OVERLAY, nodes: new Map([['n0', { note: 'noted' }]]) }, caption, THEMED),
  );
}

describe('a map with a caption', () => {
  it('has room for what it says of a node', () => {
    const view = viewOf(300);
    expect(drawn(view)).toContain('noted');
    expect(rememberedLayout(view)).toBeNull();
  });

  it('of a large network takes the layout that all its maps share', () => {
    const view = viewOf(301);
    expect(drawn(view).match(/data-node=/g)?.length ?? 0).toBe(301);
    expect(rememberedLayout(view)).not.toBeNull();
  });

  it('of a network too large says so, and what it has to say', () => {
    const view = viewOf(1001);
    const svg = drawn(view);
    expect(svg).toContain('the network has 1001 nodes');
    expect(svg).toContain('>b<');
    expect(svg).not.toContain('data-node=');
    expect(rememberedLayout(view)).toBeNull();
  });

  it('keeps names above the arrows on lines, and arcs above everything', () => {
    const view: NetworkView = {
      nodes: [node('a'), node('b'), node('c')],
      links: [link('a-b', ['a', 'b']), link('b-c', ['b', 'c'])],
      areas: [],
    };
    const lines = [
      { from: 'a', to: 'b', tone: 'good', arrow: true },
      { from: 'a', to: 'c', tone: 'bad', arc: true },
    ] as const;
    const svg = renderSvg(captionedMap(view, { ...NO_OVERLAY, lines }, caption, THEMED));
    expect(svg.match(/<polygon/g)).toHaveLength(1);
    expect(svg.indexOf('<polygon')).toBeLessThan(svg.indexOf('>a<'));
    expect(svg.indexOf('stroke-width="2.5"')).toBeGreaterThan(svg.indexOf('>c<'));
  });

  it('has an arrow on the side of a node where its line comes in, also from one above or below it', () => {
    const area: AreaView = { kind: 'site', name: 'hq', region: null };
    const view: NetworkView = {
      nodes: ['pc', 'core', 'a', 'b'].map((name) => node(name, name === 'pc' ? 'host' : 'router', area)),
      links: ['pc-core', 'core-a', 'core-b', 'a-b'].map((name) => link(name, name.split('-'))),
      areas: [{ ...area, prefixes: [] }],
    };
    const lines = [
      { from: 'core', to: 'a', tone: 'lost', arrow: true },
      { from: 'a', to: 'core', tone: 'lost', arrow: true },
    ] as const;
    const svg = renderSvg(captionedMap(view, { ...NO_OVERLAY, lines }, caption, THEMED));
    const heads = [...svg.matchAll(/<polygon points="([^"]*)"/g)].map(([, points = '']) =>
      points.split(/[\s,]+/).map(Number),
    );
    expect(heads).toHaveLength(2);
    // They stand one above the other, and the line runs on the right of both.
    for (const [tip = 0, , foot = 0] of heads) expect(foot).toBeGreaterThan(tip + 5);
  });
});
