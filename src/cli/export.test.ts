import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asksForPng } from './export-pictures';
import { containerlabFiles, labOf } from '../main/engine/export/index';
import { documentOf } from '../main/engine/testing/lab';
import { loadPng } from './png';
import { ON_DISK, runIn, type Outcome } from './testing';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tracebook-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const png = await loadPng();

function tracebook(...args: readonly string[]): Outcome {
  return runIn(ON_DISK, args, { png: asksForPng(args) ? png : undefined });
}

const exporting = (file: string, ...more: readonly string[]): ReturnType<typeof tracebook> =>
  tracebook('export', file, '--to', 'containerlab', path.join(folder, 'lab'), ...more);
const inLab = (name: string): string => readFileSync(path.join(folder, 'lab', name), 'utf8');

describe('tracebook export', () => {
  it('writes a lab with FRR files for each router', () => {
    expect(exporting('test/fixtures/three-routers.yaml')).toMatchObject({ code: 0, err: '' });
    expect(parse(inLab('three-routers.clab.yml'))).toMatchObject({
      name: 'three-routers',
      topology: {
        nodes: { r1: { binds: expect.arrayContaining(['r1/frr.conf:/etc/frr/frr.conf']) } },
        links: expect.arrayContaining([{ endpoints: ['r1:eth1', 'r2:eth1'] }]),
      },
    });
    expect(inLab('r1/frr.conf')).toContain('router ospf');
    expect(inLab('r1/daemons')).toContain('ospfd=yes');
    expect(inLab('r1/daemons')).not.toContain('bgpd');
  });

  it('applies edits first', () => {
    expect(exporting('test/fixtures/three-routers.yaml', '--edit', 'remove r2').code).toBe(0);
    expect(existsSync(path.join(folder, 'lab', 'r2'))).toBe(false);
  });

  it("tells where Azure's parts behave otherwise, in the README and on stderr", () => {
    const { code, err } = exporting('test/fixtures/azure-lab.yaml');
    expect(code).toBe(0);
    expect(err).toContain('note: The fabric of a VNet is a router of its own');
    expect(inLab('README.md')).toContain('The fabric of a VNet is a router of its own');
    expect(inLab('hub-ergw/frr.conf')).toContain('router bgp 65515');
  });

  it('leaves a folder that is not empty alone, unless forced', () => {
    mkdirSync(path.join(folder, 'lab'));
    writeFileSync(path.join(folder, 'lab', 'mine'), 'mine');
    expect(exporting('test/fixtures/three-routers.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('The folder is not empty'),
    });
    expect(exporting('test/fixtures/three-routers.yaml', '--force').code).toBe(0);
    expect(exporting('test/fixtures/three-routers.yaml', '--force').code).toBe(0);
    expect(inLab('mine')).toBe('mine');
  });

  it('makes the folders around it, and says where none can be made', () => {
    const deep = path.join(folder, 'a', 'b', 'lab');
    const to = ['--to', 'containerlab'];
    expect(tracebook('export', 'test/fixtures/three-routers.yaml', deep, ...to).code).toBe(0);
    writeFileSync(path.join(folder, 'file'), '');
    for (const wrong of [path.join(folder, 'file', 'lab'), path.join(folder, 'file')])
      expect(tracebook('export', 'test/fixtures/three-routers.yaml', wrong, ...to)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^\S+file(?:\/lab)?: error: .+\n$/),
      });
  });

  it.runIf(process.platform === 'linux')('does not try for ever where no folder can be', () => {
    const { code, err } = tracebook(
      'export',
      'test/fixtures/three-routers.yaml',
      '/proc/tracebook/lab',
      '--to',
      'containerlab',
    );
    expect({ code, err }).toEqual({
      code: 2,
      err: '/proc/tracebook/lab: error: No folder can be made there\n',
    });
  });

  it('writes through no link that leads out of the folder', () => {
    mkdirSync(path.join(folder, 'lab'));
    mkdirSync(path.join(folder, 'outside'));
    writeFileSync(path.join(folder, 'precious'), 'precious');
    symlinkSync(path.join(folder, 'outside'), path.join(folder, 'lab', 'r1'));
    expect(exporting('test/fixtures/three-routers.yaml', '--force')).toMatchObject({
      code: 2,
      err: expect.stringContaining('leads out of the folder'),
    });
    rmSync(path.join(folder, 'lab', 'r1'));
    symlinkSync(path.join(folder, 'precious'), path.join(folder, 'lab', 'README.md'));
    expect(exporting('test/fixtures/three-routers.yaml', '--force').code).toBe(0);
    expect(readFileSync(path.join(folder, 'precious'), 'utf8')).toBe('precious');
  });

  it.each([
    [['export', 'x.yaml', 'lab'], '--to is missing'],
    [['export', 'x.yaml', 'lab', '--to', 'gns3'], '"gns3" is not known'],
    [['export', 'x.yaml', '--to', 'containerlab'], 'The folder to write to is missing'],
  ])('refuses %j', (args, message) => {
    expect(tracebook(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('writes the topology last: what an export left that was cut off does not start', () => {
    const { topology } = documentOf(readFileSync('test/fixtures/three-routers.yaml', 'utf8'));
    expect([...containerlabFiles(labOf(topology), 'x').keys()].at(-1)).toBe('x.clab.yml');
  });

  it('makes names fit for folders out of any', () => {
    const file = path.join(folder, 'Odd names!.yaml');
    writeFileSync(file, 'routers: { R1: {}, r1: {}, "..": {}, a_b: {} }\n');
    const { code, err } = exporting(file);
    expect({ code, err }).toMatchObject({ code: 0 });
    const nodes = Object.keys(parse(inLab('odd-names.clab.yml')).topology.nodes);
    expect(nodes).toEqual(['r1', 'r1-2', 'node', 'a-b']);
  });
});

const drawn = (): string[] => readdirSync(path.join(folder, 'drawn')).toSorted();
const bytes = (name: string): Buffer => readFileSync(path.join(folder, 'drawn', name));

/** One text on white. */
const picture = (text: string, weight = 400): Buffer =>
  Buffer.from(
    png(
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30"><text x="4" y="20" font-size="14" ` +
        `font-weight="${weight}" font-family="system-ui, 'DejaVu Sans', sans-serif">${text}</text></svg>`,
    ),
  );

describe('PNG of a picture', () => {
  it('has Japanese as letters, each its own, and not as boxes', () => {
    expect(picture('経路').equals(picture('応答'))).toBe(false);
    expect(picture('トレース').equals(picture('ルーター'))).toBe(false);
  });

  it('has Japanese in bold, too', () => {
    expect(picture('経路', 600).equals(picture('経路'))).toBe(false);
  });

  it('draws the same text in the same bytes, whatever was drawn before', () => {
    const before = picture('hub-vm');
    picture('経路');
    expect(picture('hub-vm').equals(before)).toBe(true);
  });
});

describe('tracebook export --to svg|png', () => {
  const NOTEBOOK = 'test/fixtures/small.tracebook.md';
  const drawing = (format: string, ...more: readonly string[]): ReturnType<typeof tracebook> =>
    tracebook('export', NOTEBOOK, '--to', format, path.join(folder, 'drawn'), ...more);

  it('writes each picture of each cell, named by cell, command and picture', () => {
    expect(drawing('svg')).toMatchObject({ code: 0, out: expect.stringMatching(/: \d+ pictures\n$/) });
    expect(drawn()).toContain('02-map.svg');
    expect(drawn().some((name) => /^\d\d-[\w-]+-tracert-[\w.-]+-path\.svg$/.test(name))).toBe(true);
    for (const name of drawn()) {
      const svg = bytes(name).toString();
      expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" '), name).toBe(true);
      expect(svg.includes('var('), name).toBe(false);
    }
  });

  it('gives the same names again, none of them twice', () => {
    drawing('svg');
    const names = drawn();
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    drawing('svg', '--force');
    expect(drawn()).toEqual(names);
  });

  it('draws PNG without fonts of the machine: the same bytes, twice as many pixels', () => {
    expect(drawing('png', '--picture', 'map').code).toBe(0);
    expect(drawn()[0]).toBe('02-map.png');
    const [first] = drawn();
    const before = bytes(first ?? '');
    expect(before.subarray(1, 4).toString()).toBe('PNG');
    drawing('svg', '--picture', 'map', '--force');
    const width = Number(/ width="(\d+)"/.exec(bytes('02-map.svg').toString())?.[1]);
    // The header's width (PNG specification, 11.2.2 IHDR).
    expect(before.readUInt32BE(16)).toBe(2 * width);
    drawing('png', '--picture', 'map', '--force');
    expect(bytes(first ?? '').equals(before)).toBe(true);
  });

  it('draws what the lines of a cell show beside one that is wrong', () => {
    const text = readFileSync(NOTEBOOK, 'utf8').replace(/^(.*> tracert .*)$/m, '$1\nnobody> tracert nowhere');
    const file = path.join(folder, 'wrong.tracebook.md');
    writeFileSync(file, text);
    tracebook('export', file, '--to', 'svg', path.join(folder, 'drawn'));
    expect(drawn().some((name) => name.includes('-tracert-'))).toBe(true);
  });

  it('takes one cell or one kind of picture, and other colours', () => {
    drawing('svg', '--cell', '2');
    expect(drawn()).toEqual(['02-map.svg']);
    const light = bytes('02-map.svg').toString();
    drawing('svg', '--cell', '2', '--theme', 'dark', '--force');
    expect(bytes('02-map.svg').toString()).not.toBe(light);
  });

  it.each([
    [['--cell', '1'], 'Cell 1 has no pictures; these have: 2'],
    [['--picture', 'portrait'], 'There is no picture portrait; there are: map, path'],
    [['--theme', 'pink'], '--theme takes light or dark'],
    [['--edit', 'shutdown r1'], '--edit belongs to labs'],
  ])('refuses %j', (more, message) => {
    expect(drawing('svg', ...more)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
    expect(existsSync(path.join(folder, 'drawn'))).toBe(false);
  });

  it('keeps options of pictures from other formats', () => {
    expect(tracebook('export', NOTEBOOK, '--to', 'html', '-', '--cell', '2')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--cell belongs to pictures'),
    });
  });
});
