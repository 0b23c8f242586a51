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
import { ON_DISK, runIn, type Outcome } from './testing';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tracebook-documents-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = (name: string): string => path.join(folder, name);
const text = (name: string): string => readFileSync(inFolder(name), 'utf8');

function tracebook(...args: readonly string[]): Outcome {
  return runIn(ON_DISK, args);
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
    [['--to', 'docx'], 'html, markdown, ipynb, svg, png, containerlab'],
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

const TOPOLOGY =
  '```topology\nrouters: { r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: l } } } }\nlans: { l: {} }\nhosts: { a: { lan: l, address: 10.1.0.2/24 } }\n```\n';
const question = (id: string, text: string): string => `\n\`\`\`predict {#${id}}\n${text}\n\`\`\`\n`;
const KEY =
  TOPOLOGY +
  question('q1', 'ask a -> r1 path\npoints 2') +
  question('q2', 'ask a -> r1\nchoice reach\nchoice no-path');

/** A world where only the key can be read. */
const readKeyOnly = (file: string) =>
  file === 'key.md'
    ? ({ ok: true, text: KEY } as const)
    : ({ ok: false, message: 'There is no such file' } as const);

/** A hand-in that has the first question twice. */
const twice = (first: string, second: string): string =>
  question('q1', first) + question('q1', second) + question('q2', 'answer reach');

describe('tracebook grade', () => {
  it('writes a line of CSV for each hand-in, judged by the key', () => {
    writeFileSync(inFolder('key.md'), KEY);
    const files = {
      'all.md': question('q1', 'ask a -> r1 path\nanswer 10.1.0.1') + question('q2', 'answer reach'),
      // The questions and the network of a hand-in do not matter.
      'sly.md':
        question('q1', 'ask a -> a path\npoints 900\nanswer 10.1.0.2') + question('q2', 'answer no-path'),
      'half, "open".md': question('q2', 'answer'),
      '=1+1.md': question('q1', 'answer <garbage>') + question('q2', 'answer reach'),
      'two.md': question('q1', 'answer 10.1.0.1') + question('q2', 'answer no-path\nanswer reach'),
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(inFolder(name), content);
    const graded = tracebook('grade', '--key', inFolder('key.md'), ...Object.keys(files).map(inFolder));
    const path = (name: string): string => inFolder(name);
    expect(graded).toEqual({
      code: 0,
      err: '',
      out: [
        'file,q1,q2,points,of,note',
        `${path('all.md')},2,1,3,3,`,
        `${path('sly.md')},0,0,0,3,`,
        `"${path('half, "open".md').replaceAll('"', '""')}",0,0,0,3,missing: q1; not answered: q2`,
        `${path('=1+1.md')},0,1,1,3,"not understood: q1 (""<garbage>"" is no hop: a hop is an address, or \`*\` for a silent one)"`,
        `${path('two.md')},2,0,2,3,"several answers, the first counts: q2"`,
        '',
      ].join('\n'),
    });
  });

  it('keeps names from becoming formulas and goes on after a file that cannot be read', () => {
    const { code, out, err } = runIn({ ...ON_DISK, read: readKeyOnly }, [
      'grade',
      '--key',
      'key.md',
      '=HYPERLINK("x").md',
      '+1.md',
      '＝1+1.md',
      ' =1+1.md',
    ]);
    expect(code).toBe(2);
    expect(out.split('\n').slice(1)).toEqual([
      `"'=HYPERLINK(""x"").md",0,0,0,3,There is no such file`,
      "'+1.md,0,0,0,3,There is no such file",
      "'＝1+1.md,0,0,0,3,There is no such file",
      "' =1+1.md,0,0,0,3,There is no such file",
      '',
    ]);
    // The table may go to a file that nobody opens yet; the terminal tells, too.
    expect(err.split('\n')).toContain('+1.md: error: There is no such file');
  });

  it('tells of a question that a hand-in has twice, and takes its first answer', () => {
    const read = (file: string) =>
      ({ ok: true, text: file === 'key.md' ? KEY : (handIns[file] ?? '') }) as const;
    const handIns: Readonly<Record<string, string>> = {
      'right.md': twice('answer 10.1.0.1', 'answer 10.9.9.9'),
      'wrong.md': twice('answer 10.9.9.9', 'answer 10.1.0.1'),
      'copied.md': twice('answer', 'answer 10.1.0.1'),
    };
    const { out } = runIn({ ...ON_DISK, read }, ['grade', '--key', 'key.md', ...Object.keys(handIns)]);
    expect(out.split('\n').slice(1)).toEqual([
      'right.md,2,1,3,3,"several answers, the first counts: q1"',
      'wrong.md,0,1,1,3,"several answers, the first counts: q1"',
      'copied.md,2,1,3,3,',
      '',
    ]);
  });

  it.each([
    ['no questions', TOPOLOGY, 'no predict cell'],
    [
      'a question without a name',
      TOPOLOGY + question('q', 'ask a -> r1 path').replace(' {#q}', ''),
      'no name of its own',
    ],
    [
      'a question that does not work',
      TOPOLOGY + question('q', 'ask a -> r9 path'),
      'Question q does not work',
    ],
    ['a question without a network', question('q', 'ask a -> r1 path'), 'There is no network yet'],
  ])('refuses a key with %s', (_, key, reason) => {
    writeFileSync(inFolder('key.md'), key);
    expect(tracebook('grade', '--key', inFolder('key.md'), inFolder('key.md'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(reason),
    });
  });
});
