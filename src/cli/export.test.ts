import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from './main';
import { readTextFile } from './read-file';
import { writeTextFile } from './write-file';
import { writeFolder } from './write-folder';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tracebook-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function tracebook(...args: readonly string[]): { code: number; out: string; err: string } {
  const said = { out: '', err: '' };
  const code = main(args, {
    version: '1.2.3',
    read: readTextFile,
    writeFolder,
    writeFile: writeTextFile,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
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

  it('makes names fit for folders out of any', () => {
    const file = path.join(folder, 'Odd names!.yaml');
    writeFileSync(file, 'routers: { R1: {}, r1: {}, "..": {}, a_b: {} }\n');
    const { code, err } = exporting(file);
    expect({ code, err }).toMatchObject({ code: 0 });
    const nodes = Object.keys(parse(inLab('odd-names.clab.yml')).topology.nodes);
    expect(nodes).toEqual(['r1', 'r1-2', 'node', 'a-b']);
  });
});
