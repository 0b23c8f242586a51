/** Every picture of every kind of result, on the Azure lab and on three plain networks: its bytes, and its faults. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/main/engine/probes/console';
import type { Simulation } from '../../src/main/engine/simulation';
import { documentOf, edited, simulationOf } from '../../src/main/engine/testing/lab';
import { networkView } from '../../src/main/engine/topology/view';
import type { NetworkView } from '../../src/shared/network-view';
import { speak } from '../../src/shared/strings';
import { networkMap } from '../../src/renderer/diagrams/network-map';
import { picturesOf } from '../../src/renderer/diagrams/pictures';
import { elements, renderSvg, type SvgNode } from '../../src/renderer/diagrams/svg';
import { clippedTexts, overlappingTexts } from '../../src/renderer/diagrams/testing/geometry';
import { themePalette } from '../../src/renderer/diagrams/testing/theme';

const SEED = 29;

afterEach(() => speak('en'));

interface Loaded {
  readonly simulation: Simulation;
  /** The same with one failure, which commands know as `cut`. */
  readonly cut: Simulation;
  readonly view: NetworkView;
}

/** @param failure an edit line, e.g. `shutdown r1-r3` */
function load(text: string, failure: string): Loaded {
  const document = documentOf(text);
  return {
    simulation: simulationOf(document, SEED),
    cut: simulationOf(edited(document, failure), SEED),
    view: networkView(document.topology),
  };
}

function fixture(name: string, failure: string): Loaded {
  return load(readFileSync(`test/fixtures/${name}.yaml`, 'utf8'), failure);
}

const NETWORKS: readonly {
  readonly name: string;
  readonly of: Loaded;
  readonly asked: readonly string[];
}[] = [
  {
    name: 'azure-lab',
    of: fixture('azure-lab', 'shutdown er1'),
    asked: [
      'spoke-vm> tracert loc1-vm',
      'hub-vm> latency loc1-vm,loc2-vm,remote-vm',
      'spoke-vm> paths remote-vm',
      'spoke-vm> trace --both loc1-vm',
      'hub-vm> matrix',
      'branch-vm> perspective',
      'ce1> announcements 10.2.30.0/25',
      'hub-vm> compare base cut',
    ],
  },
  {
    name: 'two-customers',
    of: fixture('two-customers', 'shutdown p1'),
    asked: [
      'alice> tracert bob',
      'alice> perspective',
      'alice> announcements bob',
      'alice> matrix',
      'alice> compare base cut',
    ],
  },
  {
    name: 'three-routers',
    of: fixture('three-routers', 'shutdown r1-r3'),
    asked: [
      'alice> tracert bob',
      'alice> trace --both bob',
      'alice> mtr bob',
      'alice> matrix',
      'r1> perspective',
      'r1> announcements bob',
      'alice> compare base cut',
    ],
  },
  {
    name: 'square',
    of: fixture('square', 'shutdown south'),
    asked: [
      'ann> paths ben',
      'ann> traceroute ben',
      'ann> matrix',
      'west> announcements 10.1.0.0/24',
      'ann> perspective',
      'ann> compare base cut',
    ],
  },
];

function networkOf(wanted: string): Loaded {
  const found = NETWORKS.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no network ${wanted}`);
  return found.of;
}

const light = themePalette('light');

function picturesAsked({ simulation, cut, view }: Loaded, line: string) {
  const [node = '', command = ''] = line.split('> ');
  const scenarios = {
    names: ['cut'],
    simulationOf: (name: string) =>
      name === 'cut' ? ({ ok: true, value: cut, problems: [] } as const) : null,
  };
  return picturesOf(runCommand(simulation, node, command, scenarios), view);
}

function faults(picture: SvgNode): string[] {
  const sizes = [...elements(picture)].flatMap((part) =>
    part.tag === 'text' ? [Number(part.attributes['font-size'])] : [],
  );
  return [
    ...overlappingTexts(picture).map((pair) => `texts lie on each other: ${pair}`),
    ...clippedTexts(picture).map((text) => `text beyond the edge: ${text}`),
    ...(Math.min(...sizes) < 12 ? ['text smaller than 12 px'] : []),
  ];
}

it('a map names the LANs of sites with their prefixes, and the AS of a circuit', () => {
  const { view } = networkOf('azure-lab');
  const texts = [...elements(networkMap(view, { palette: light }))].flatMap(({ text }) => text ?? []);
  expect(texts).toContain('location-1-lan 10.2.30.0/25');
  expect(texts.filter((text) => text === 'AS 12076')).toHaveLength(2);
});

describe.each(NETWORKS)('$name', ({ name, of, asked }) => {
  it('has the map it had', async () => {
    const svg = renderSvg(networkMap(of.view, { palette: light }));
    await expect(svg).toMatchFileSnapshot(`pictures/${name}-map.svg`);
  });

  describe.each(asked)('%s', (line) => {
    const pictures = picturesAsked(of, line);

    it('has pictures without a fault, frame by frame', () => {
      expect(pictures.length).toBeGreaterThan(0);
      for (const { id, draw, frames } of pictures) {
        for (let frame = 0; frame < frames; frame += 1) {
          expect(faults(draw(light, frame)), `${id}, frame ${frame}`).toEqual([]);
        }
      }
    });

    it('has the pictures it had', async () => {
      for (const { id, draw, opens } of pictures) {
        const file = `${name}-${line.replaceAll(/[^\w]+/g, '-')}-${id}.svg`;
        await expect(renderSvg(draw(light, opens))).toMatchFileSnapshot(`pictures/${file}`);
      }
    });

    it('has pictures without a fault in Japanese, too', () => {
      speak('ja');
      for (const { id, draw, frames } of picturesAsked(of, line)) {
        for (let frame = 0; frame < frames; frame += 1) {
          expect(faults(draw(light, frame)), `${id}, frame ${frame}`).toEqual([]);
        }
      }
      expect(faults(networkMap(of.view, { palette: light })), 'map').toEqual([]);
    });

    it('tells the same as rows', () => {
      for (const { tables } of pictures) {
        for (const { columns, rows } of tables()) {
          expect(rows.length).toBeGreaterThan(0);
          for (const row of rows) expect(row.length).toBe(columns.length);
        }
      }
    });
  });
});

it('a spreading prefix: a host is faint until what forwards for it has heard of it', () => {
  const [picture] = picturesAsked(networkOf('square'), 'west> announcements ann');
  if (picture === undefined) throw new Error('no picture');
  /** Names of faint nodes are drawn in the muted colour. */
  const faint = (frame: number): string[] =>
    [...elements(picture.draw(light, frame))].flatMap(({ tag, text, attributes }) =>
      tag === 'text' && attributes['fill'] === light.muted && text !== undefined ? [text] : [],
    );
  expect(faint(0)).toContain('ben');
  expect(faint(0)).not.toContain('ann');
  expect(faint(picture.frames - 1)).not.toContain('ben');
});

it('sentences of a spreading prefix end in Japanese as Japanese does', () => {
  speak('ja');
  const [picture] = picturesAsked(networkOf('azure-lab'), 'ce1> announcements 10.2.30.0/25');
  if (picture === undefined) throw new Error('no picture');
  const texts = [...elements(picture.draw(light, picture.frames - 1))].flatMap(({ text }) => text ?? []);
  expect(texts.some((text) => text.endsWith('。'))).toBe(true);
  expect(texts.filter((text) => /[\u3040-\u9fff][^。]*\.$/.test(text))).toEqual([]);
});

describe('all pairs of the lab', () => {
  const of = networkOf('azure-lab');
  const hosts = of.view.nodes.filter(({ kind }) => kind === 'host').map(({ name }) => name);
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from, to] as const));

  it.each(pairs)('%s and %s: both ways and the packet without a fault', (from, to) => {
    for (const command of [`trace --both ${to}`, `paths ${to}`, `tracert ${to}`]) {
      for (const { id, draw, frames } of picturesAsked(of, `${from}> ${command}`)) {
        expect(faults(draw(light, frames - 1)), `${command}: ${id}`).toEqual([]);
      }
    }
  });
});
