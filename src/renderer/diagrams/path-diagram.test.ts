import { describe, expect, it } from 'vitest';
import type { PathsResult, PingResult, TraceResult } from '../../shared/results';
import { pathDiagram } from './path-diagram';
import { elements, renderSvg, type SvgNode } from './svg';
import { clippedTexts, overlappingTexts, textBoxes } from './testing/geometry';
import {
  branchToLocation2,
  equalPaths,
  hubToSpoke,
  location1ToBranch,
  longPath,
  overFailedLink,
  spokeToLocation1,
} from './testing/lab';

const TRACES: Readonly<Record<string, TraceResult>> = {
  'through tunnels': location1ToBranch(),
  'over ExpressRoute': spokeToLocation1(),
  'in one hop': hubToSpoke(),
  'to nowhere': branchToLocation2(),
  'of 30 hops': longPath(29),
  'over a failed link': overFailedLink(),
  'with equal branches': equalPaths(),
};

const names = (picture: SvgNode): string[] =>
  [...elements(picture)].flatMap((node) => node.detail?.name ?? []);
const texts = (picture: SvgNode): string[] => textBoxes(picture).map((box) => box.content);

describe.each(Object.entries(TRACES))('the path %s', (_, trace) => {
  const picture = pathDiagram(trace);

  it('has no text on another or beyond its edge', () => {
    expect(overlappingTexts(picture)).toEqual([]);
    expect(clippedTexts(picture)).toEqual([]);
  });

  it('has no text smaller than 12 px', () => {
    const sizes = [...elements(picture)].flatMap((node) =>
      node.tag === 'text' ? [Number(node.attributes['font-size'])] : [],
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it('shows every address that answered, in order', () => {
    const answered = trace.hops.flatMap((hop) => hop.address ?? []);
    const shown = texts(picture).filter((text) => answered.includes(text));
    expect(shown).toEqual(answered);
  });

  it('is the same bytes for the same result', () => {
    expect(renderSvg(pathDiagram(structuredClone(trace)))).toBe(renderSvg(picture));
  });
});

describe('a hop', () => {
  it('that is silent says why in its name', () => {
    const silent = names(pathDiagram(TRACES['over ExpressRoute'] ?? hubToSpoke())).filter((name) =>
      name.startsWith('Hop 2, silent:'),
    );
    expect(silent).toEqual([expect.stringContaining('which the networks of the spoke hold no route for')]);
  });

  it('names all its round trips', () => {
    const picture = pathDiagram(spokeToLocation1());
    const first = [...elements(picture)].find((node) => node.detail?.name.startsWith('Hop 1'));
    expect(first?.detail?.name).toBe('Hop 1: 10.10.30.132, msee1-pri, 2 ms');
    expect(first?.detail?.lines).toContain('Round trips: 2 ms, 3 ms, 2 ms');
  });

  it('that repeats unanswered to the end is drawn once', () => {
    expect(texts(pathDiagram(branchToLocation2()))).toContain('hops 1–30');
    expect(names(pathDiagram(branchToLocation2())).filter((name) => name.includes('no answer'))).toHaveLength(
      1,
    );
  });

  it('is not made of nodes that spend no TTL', () => {
    const all = names(pathDiagram(location1ToBranch()));
    expect(all).toContain('hub-vpngw: VPN gateway, spends no TTL');
    expect(all.filter((name) => name.startsWith('Hop '))).toHaveLength(3);
  });
});

describe('what was not taken', () => {
  it('is named as a branch', () => {
    expect(texts(pathDiagram(spokeToLocation1()))).toContain('or msee1-sec');
    expect(texts(pathDiagram(equalPaths()))).toContain('or 2 more');
  });
});

describe('the way back', () => {
  it('is drawn where it visits other nodes', () => {
    expect(names(pathDiagram(spokeToLocation1()))).toContain('On the way back: hub-ergw');
  });

  it('is left out where it is the same', () => {
    expect(names(pathDiagram(location1ToBranch())).some((name) => name.startsWith('On the way back'))).toBe(
      false,
    );
  });
});

describe('a lost probe', () => {
  it('is told with the place and the reason', () => {
    const shown = texts(pathDiagram(overFailedLink()));
    expect(shown).toContain('Lost at lan1: the next hop cannot be reached');
    expect(shown).toContain('ce1-lan1');
    expect(names(pathDiagram(overFailedLink()))).toContain('Link ce1-lan1: failed, the probe is lost here');
  });
});

describe('other results', () => {
  const trace = spokeToLocation1();
  it('a ping shows its way with the time at its end', () => {
    const ping: PingResult = {
      kind: 'ping',
      probe: trace.probe,
      bytes: 32,
      reached: true,
      disposition: 'ACCEPTED',
      echoes: [3, 5, 4, 4].map((rttMs) => ({ address: '10.2.30.10', reply: 'echo-reply', rttMs, ttl: 124 })),
      silence: null,
      forwardWalk: trace.forwardWalk,
      returnWalk: trace.returnWalk,
    };
    const picture = pathDiagram(ping);
    expect(texts(picture)).toContain('Reached in 4 hops · round trip 4 ms');
    expect(overlappingTexts(picture)).toEqual([]);
  });

  it('every path of an ECMP set is drawn and the taken one named', () => {
    const paths: PathsResult = {
      kind: 'paths',
      probe: trace.probe,
      walks: [trace.forwardWalk, trace.forwardWalk],
      flows: [null, 'icmp'],
      taken: 1,
      truncated: true,
    };
    const picture = pathDiagram(paths);
    expect(texts(picture).filter((text) => text.startsWith('Path '))).toEqual([
      'Path 1 of 2 · possible, not taken by this flow · Reached in 4 hops',
      'Path 2 of 2 · taken by this flow · Reached in 4 hops',
    ]);
    expect(overlappingTexts(picture)).toEqual([]);
    expect(clippedTexts(picture)).toEqual([]);
  });
});

const toScale = (trace: TraceResult): SvgNode => pathDiagram(trace, { spacing: 'latency' });

describe('a path to scale', () => {
  it.each(Object.entries(TRACES))('%s fits a page of a small window', (_, trace) => {
    const picture = toScale(trace);
    expect(Number(picture.attributes['width'])).toBeLessThanOrEqual(1066);
    expect(overlappingTexts(picture)).toEqual([]);
    expect(clippedTexts(picture)).toEqual([]);
  });

  it('says what a link is whose end stands in the next row, and where it goes', () => {
    const said = texts(toScale(spokeToLocation1()));
    expect(said).toEqual(expect.arrayContaining(['er1-hub, primary', 'er1-primary, primary', 'msee1-pri']));
  });

  it('names the part of a link that goes on in the next row, too', () => {
    const links = names(toScale(spokeToLocation1())).filter((name) => name.includes('er1-primary'));
    expect(links).toHaveLength(2);
  });
});

describe('markup', () => {
  it('is escaped, also in names of elements', () => {
    const hostile = { ...hubToSpoke(), probe: { ...hubToSpoke().probe, source: '<script>&"\'\u0000' } };
    const svg = renderSvg(pathDiagram(hostile));
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;script&gt;&amp;&quot;&#39;\ufffd');
  });
});
