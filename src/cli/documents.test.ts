import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main';
import { readTextFile } from './read-file';
import { writeFolder } from './write-folder';
import { writeTextFile } from './write-file';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tracebook-documents-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = (name: string): string => path.join(folder, name);
const text = (name: string): string => readFileSync(inFolder(name), 'utf8');

function tracebook(...args: readonly string[]): { code: number; out: string; err: string } {
  const said = { out: '', err: '' };
  const code = main(args, {
    version: '1.2.3',
    read: readTextFile,
    writeFolder,
    writeFile: writeTextFile,
    out: (more) => {
      said.out += more;
    },
    err: (more) => {
      said.err += more;
    },
  });
  return { code, ...said };
}

describe('tracebook new', () => {
  it('writes a notebook that runs, and not over another one', () => {
    const file = inFolder('first.tracebook.md');
    expect(tracebook('new', file)).toEqual({ code: 0, out: `${file}\n`, err: '' });
    expect(tracebook('run', file)).toMatchObject({ code: 0, err: '' });
    writeFileSync(file, 'mine');
    expect(tracebook('new', file)).toMatchObject({ code: 2, err: expect.stringContaining('--force') });
    expect(text('first.tracebook.md')).toBe('mine');
    expect(tracebook('new', file, '--force').code).toBe(0);
  });

  it.each([
    ['no/such/folder/x.md', 'does not exist'],
    ['.', '--force'],
  ])('says why it cannot write %s', (name, reason) => {
    expect(tracebook('new', inFolder(name))).toMatchObject({ code: 2, err: expect.stringContaining(reason) });
  });

  it('does not write over a folder, even with --force', () => {
    expect(tracebook('new', folder, '--force')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file'),
    });
  });
});

describe('tracebook fmt', () => {
  const UNTIDY = '~~~topology\r\nrouters: {}  \r\n~~~\r\n';

  it('tidies a file in place, keeping its mode and the link that leads to it', () => {
    writeFileSync(inFolder('real.md'), UNTIDY);
    chmodSync(inFolder('real.md'), 0o640);
    symlinkSync('real.md', inFolder('link.md'));
    expect(tracebook('fmt', inFolder('link.md')).code).toBe(0);
    expect(text('real.md')).toBe('```topology\nrouters: {}\n```\n');
    expect(statSync(inFolder('real.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).toSorted()).toEqual(['link.md', 'real.md']);
    expect(tracebook('fmt', inFolder('link.md'))).toEqual({ code: 0, out: '', err: '' });
  });

  it('with --check names what is not tidy and writes nothing', () => {
    const file = inFolder('x.md');
    writeFileSync(file, UNTIDY);
    expect(tracebook('fmt', '--check', file)).toEqual({ code: 1, out: `${file}\n`, err: '' });
    expect(text('x.md')).toBe(UNTIDY);
  });

  it('leaves alone what it cannot read whole', () => {
    const newer = '---\ntracebook: 99\n---\n\n\n\nx';
    writeFileSync(inFolder('newer.md'), newer);
    expect(tracebook('fmt', inFolder('newer.md'), inFolder('none.md')).code).toBe(2);
    expect(text('newer.md')).toBe(newer);
  });

  it('finds the notebooks of this project tidy', () => {
    const notebooks = readdirSync('notebooks').map((name) => path.join('notebooks', name));
    expect(tracebook('fmt', '--check', ...notebooks)).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('tracebook export to documents', () => {
  const SMALL = 'test/fixtures/small.tracebook.md';

  it.each([
    ['html', '<!doctype html>'],
    ['markdown', '---\n'],
    ['ipynb', '{'],
  ])('writes %s', (format, start) => {
    expect(tracebook('export', SMALL, '--to', format, inFolder('out')).code).toBe(0);
    expect(text('out').startsWith(start)).toBe(true);
    expect(tracebook('export', SMALL, '--to', format, inFolder('out'))).toMatchObject({ code: 2 });
    expect(tracebook('export', SMALL, '--to', format, '-').out.startsWith(start)).toBe(true);
  });

  it('writes beside the notebook where no file is named', () => {
    writeFileSync(inFolder('a.tracebook.md'), readFileSync(SMALL));
    for (const format of ['html', 'markdown', 'ipynb'])
      expect(tracebook('export', inFolder('a.tracebook.md'), '--to', format).code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['a.html', 'a.ipynb', 'a.outputs.md', 'a.tracebook.md']);
  });

  it('tells what is wrong in the notebook, with its place in the file', () => {
    writeFileSync(inFolder('bad.md'), '# x\n\n```topology\nrouters: 1\n```\n');
    const { code, err } = tracebook('export', inFolder('bad.md'), '--to', 'html', '-');
    expect(code).toBe(0);
    expect(err).toContain('bad.md:4:10: error:');
  });

  it.each([
    [['--to', 'docx'], 'html, markdown, ipynb, containerlab'],
    [['--to', 'html', 'a', 'b'], '"b" does not belong here'],
    [['--to', 'html', '--edit', 'shutdown r1'], '--edit belongs to labs'],
  ])('refuses %j', (args, reason) => {
    expect(tracebook('export', SMALL, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(reason),
    });
  });
});

describe('tracebook import', () => {
  it('gives back the notebook that was exported', () => {
    const ipynb = inFolder('a.ipynb');
    expect(tracebook('export', 'test/fixtures/small.tracebook.md', '--to', 'ipynb', ipynb).code).toBe(0);
    expect(tracebook('import', ipynb)).toMatchObject({ code: 0, out: `${inFolder('a.tracebook.md')}\n` });
    expect(tracebook('run', inFolder('a.tracebook.md')).out).toBe(
      tracebook('run', 'test/fixtures/small.tracebook.md').out,
    );
  });

  it('says why a file is none', () => {
    writeFileSync(inFolder('x.ipynb'), '{');
    expect(tracebook('import', inFolder('x.ipynb'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('JSON'),
    });
    expect(existsSync(inFolder('x.tracebook.md'))).toBe(false);
  });
});
