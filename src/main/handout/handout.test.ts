import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createEvaluator, parseNotebook } from '../engine/index';
import { handoutOf, type Handout } from './handout';
import { handoutHtml, unfoldedForPaper } from './html';
import { handoutIpynb } from './ipynb';
import { importIpynb } from './ipynb-import';
import { handoutMarkdown } from './markdown';
import { PLAIN_PICTURES, THEMED_PICTURES } from './pictures';

const SMALL = readFileSync('test/fixtures/small.tracebook.md', 'utf8');
const LAB = readFileSync('notebooks/azure-interop.tracebook.md', 'utf8');
const PUBLISHED = z
  .object({ paths: z.array(z.unknown()) })
  .parse(JSON.parse(readFileSync('test/fixtures/published-paths.json', 'utf8')));

function handout(text: string): Handout {
  const { notebook } = parseNotebook(text);
  return handoutOf(notebook, createEvaluator().evaluate(notebook));
}

const lab = handout(LAB);

const html = (text: string): string => handoutHtml(handout(text), THEMED_PICTURES);
const ipynb = (text: string): string => handoutIpynb(handout(text), PLAIN_PICTURES);

/** The expectations that are the published paths. */
const published = lab.parts.flatMap(({ cell, output }) =>
  output?.kind === 'expect' && cell.attributes.includes('published') ? output.checks : [],
);

/** The terminal texts of all traces of the lab. */
const tracesOfLab = lab.parts.flatMap(({ output }) =>
  output?.kind === 'console'
    ? output.entries.filter(({ result }) => result.kind === 'trace').map(({ text }) => text.trimEnd())
    : [],
);

describe('a network in which there is nothing yet', () => {
  it('has no picture, one that begins with a LAN has', () => {
    for (const [text, pictures] of [
      ['sites: { hq: {} }', 0],
      ['lans: { office: {} }', 1],
    ] as const) {
      const topology = `\`\`\`topology\n${text}\n\`\`\`\n`;
      expect(html(topology).split('<svg').length - 1, text).toBe(pictures);
      expect(ipynb(topology).split('image/svg+xml').length - 1, text).toBe(pictures);
    }
  });
});

describe('a notebook as HTML', () => {
  const page = handoutHtml(lab, THEMED_PICTURES);

  it('shows every trace with its picture', () => {
    expect(tracesOfLab.length).toBeGreaterThan(20);
    for (const text of tracesOfLab) expect(page).toContain(text.replaceAll('<', '&lt;'));
    expect(page.split('<figure><svg').length - 1).toBeGreaterThanOrEqual(tracesOfLab.length);
    // Pictures of the whole network shrink to the page.
    const whole = page.split('<figure class="whole"><svg').slice(1);
    expect(whole.filter((figure) => figure.split('</figure>')[0]?.includes('&gt; perspective'))).toHaveLength(
      page.split('</span> perspective</b>').length - 1,
    );
  });

  it('shows every other picture of a result folded, and its hops as a grid', () => {
    const titles = [...page.matchAll(/<details><summary>([^<]*)<\/summary>/g)].map(([, title]) => title);
    for (const title of ['Latency chart', 'Path diagram to scale', 'Walk of a packet', 'Grid of hops'])
      expect(titles.filter((each) => each === title).length, title).toBeGreaterThan(10);
    expect(titles).toContain('Map of the network after these edits');
    expect(page).toContain('<figcaption>Perspective: hub&gt; perspective</figcaption>');
    expect(page).toContain('<td>msee1-pri</td><td>Microsoft edge router (MSEE), primary, Circuit er1</td>');
  });

  it('shows that each published path is derived', () => {
    expect(published).toHaveLength(PUBLISHED.paths.length);
    for (const { text } of published)
      expect(page).toContain(
        `<li class="passed"><span class="mark">✓ holds</span> <code>${text.replaceAll('>', '&gt;')}</code>`,
      );
  });

  it('asks questions in words, without the answer, and folds their hints', () => {
    const quiz = readFileSync('notebooks/quiz.tracebook.md', 'utf8');
    const asked = html(quiz.replace('latency.\nanswer', 'latency.\nanswer via r3'));
    expect(asked).toContain('<p class="asked">Which hops will a trace from alice to bob show?</p>');
    expect(asked).toContain('<span class="mark">○</span> <code>via r2</code>');
    expect(asked).toContain('<span class="mark">◉</span> <code>via r3</code>');
    expect(asked).toContain('<p class="verdict right">Right.</p>');
    expect(asked).toContain('<details><summary>Hint 2 of 2</summary><p>A router that answers no probe');
    const questions = [...asked.matchAll(/<div class="question">.*?<\/div>/gs)].map(([text]) => text);
    expect(questions).toHaveLength(2);
    for (const untold of ['10.0.23.2', '*', '10.3.0.10']) expect(questions.join('')).not.toContain(untold);
    expect(asked).not.toMatch(/ask alice|choice via|hint OSPF/);
  });

  it('runs nothing and loads nothing', () => {
    expect(page).not.toMatch(/<script|<iframe|<link|<img|@import|url\(|\bon\w+="/i);
    expect(page).toContain(`content="default-src 'none';`);
  });

  it('folds long texts on a screen, and opens them for paper', () => {
    const open = unfoldedForPaper(page);
    expect(page.split('<details class="listing">').length - 1).toBe(1);
    expect(page).not.toContain(' open>');
    expect(open.split(' open>').length - 1).toBe(1);
    expect(open.replace(' open>', '>')).toBe(page);
  });

  it('gives the same bytes again', () => {
    expect(html(LAB) === page).toBe(true);
  });

  it('takes the title from the first heading where the notebook has none', () => {
    expect(html('text\n\n## A *title* & more ##\n')).toContain('<title>A *title* &amp; more</title>');
    expect(html('text')).toContain('<title>Notebook</title>');
  });

  it('says what is wrong and what was not run', () => {
    const page = html('```topology\nrouters: 1\n```\n\n```console\na> ping b\n```\n');
    expect(page).toContain('1:10: error:');
    expect(page).toContain('Not run');
  });

  it.each([
    ['<script>alert(1)</script>', '<script'],
    ['<img src=x onerror=alert(1)>', '<img'],
    ['[x](javascript:alert(1))', 'javascript:'],
    ['[x](JaVaScRiPt:alert(1))', 'href'],
    ['![a cat](https://example.com/cat.png)', '<img'],
    ['![x](file:///etc/passwd)', '<img'],
    ['[x]: data:text/html,<script>\n\n[x]', 'href'],
    ['```topology\n</code><script>1</script>\n```', '<script'],
    ['```console\n<b>x</b>> ping "</pre><script>"\n```', '<script'],
    ['---\ntitle: "</title><script>"\n---\nx', '<script'],
  ])('does not let %j through', (text, forbidden) => {
    const body = html(text).replace(/<style>[^]*?<\/style>/, '');
    expect(body).not.toContain(forbidden);
  });

  it('keeps links that lead out and pictures that lie in the file', () => {
    const page = html('[a](https://example.com) ![dot](data:image/png;base64,AAAA)');
    expect(page).toContain('<a href="https://example.com" rel="noopener noreferrer">a</a>');
    expect(page).toContain('<img src="data:image/png;base64,AAAA" alt="dot">');
  });
});

/** The texts of the cells that run. */
function runs(text: string): readonly string[] {
  return parseNotebook(text).notebook.cells.flatMap(({ kind, text: own }) =>
    kind === 'markdown' ? [] : [own],
  );
}

describe('a notebook as Markdown', () => {
  it('has each output below its cell, and the same cells', () => {
    const text = handoutMarkdown(lab);
    for (const trace of tracesOfLab) expect(text).toContain(trace);
    expect(runs(text)).toEqual(runs(LAB));
  });

  it('outdoes the backticks of an output and a fence that is left open', () => {
    const text = handoutMarkdown(handout('```console\n```` > ping x\n```\n\n~~~\nopen\n'));
    expect(parseNotebook(text).notebook.cells.map(({ kind }) => kind)).toEqual(['console', 'markdown']);
  });
});

/** Jupyter's own schema of nbformat 4.5. */
const nbformat = z.fromJSONSchema(
  JSON.parse(readFileSync('test/fixtures/nbformat/nbformat.v4.5.schema.json', 'utf8')),
  { defaultTarget: 'draft-4' },
);
/** Of what the schema allows, what these notebooks use. */
const jupyter = z.object({
  cells: z.array(
    z.object({
      id: z.string(),
      outputs: z
        .array(
          z.object({
            text: z.array(z.string()).default([]),
            data: z.record(z.string(), z.array(z.string())).default({}),
          }),
        )
        .default([]),
    }),
  ),
});

/** What Debian's Python makes of a script; it is not there on every machine. */
const pythonSays = (code: string, input: string): { status: number | null; stderr: string } =>
  spawnSync('/usr/bin/python3', ['-W', 'error', '-c', code], { input, encoding: 'utf8' });

/** How many pictures the results of a notebook and its maps make. */
function pictured({ parts }: Handout): number {
  const counts = parts.map(({ output, view }) => {
    if (output === null || view === null || output.status === 'blocked') return 0;
    if (output.kind === 'topology' || output.kind === 'edit' || output.kind === 'scenario') return 1;
    if (output.kind !== 'console') return 0;
    return output.entries.flatMap(({ result }) => PLAIN_PICTURES.ofResult(result, view)).length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('a notebook as a Jupyter notebook', () => {
  it.each([
    ['the lab', LAB],
    ['a small one', SMALL],
    ['an empty one', ''],
  ])('is nbformat 4.5: %s', (_, text) => {
    const document: unknown = JSON.parse(ipynb(text));
    expect(nbformat.safeParse(document).error?.issues ?? []).toEqual([]);
    const { cells } = jupyter.parse(document);
    expect(new Set(cells.map((cell) => cell.id)).size).toBe(cells.length);
  });

  it('is checked by a schema that refuses what is none', () => {
    const small: object = JSON.parse(ipynb(SMALL));
    for (const wrong of [{ nbformat: 3 }, { cells: [{ cell_type: 'code' }] }, { other: 1 }])
      expect(nbformat.safeParse({ ...small, ...wrong }).success).toBe(false);
  });

  it('is read by Jupyter itself', (context) => {
    const script =
      'import json, sys, nbformat; nbformat.validate(nbformat.reads(sys.stdin.read(), as_version=4))';
    if (pythonSays('import nbformat', '').status !== 0)
      return context.skip('python3-nbformat is not installed: its schema alone was asked');
    for (const text of [LAB, SMALL, ''])
      expect(pythonSays(script, ipynb(text))).toMatchObject({ status: 0, stderr: '' });
    expect(
      pythonSays(script, '{"nbformat": 4, "nbformat_minor": 5, "cells": [{}], "metadata": {}}').status,
    ).toBe(1);
  });

  it('shows every picture of every result, in colours of its own', () => {
    const { cells } = jupyter.parse(JSON.parse(handoutIpynb(lab, PLAIN_PICTURES)));
    const outputs = cells.flatMap((cell) => cell.outputs);
    const said = outputs.map(({ text }) => text.join(''));
    for (const { text } of published)
      expect(said.some((one) => one.includes(`ok      ${text}\n`))).toBe(true);
    for (const trace of tracesOfLab) expect(said.some((text) => text.includes(trace))).toBe(true);
    const drawn = outputs.flatMap(({ data }) => data['image/svg+xml']?.join('') ?? []);
    for (const title of ['Path diagram', 'Latency chart', 'Path diagram to scale', 'Walk of a packet'])
      expect(
        outputs.filter(({ data }) => data['text/plain']?.join('') === title).length,
        title,
      ).toBeGreaterThan(10);
    expect(drawn).toHaveLength(pictured(lab));
    for (const svg of drawn) {
      expect(svg.slice(0, 40)).toBe('<svg xmlns="http://www.w3.org/2000/svg" ');
      expect(svg.includes('var(')).toBe(false);
    }
  });

  it.each([
    ['the lab', LAB],
    ['a small one', SMALL],
  ])('gives its cells again: %s', (_, text) => {
    const imported = importIpynb(ipynb(text));
    const { notebook } = parseNotebook(imported.ok ? imported.value : '');
    const before = parseNotebook(text).notebook;
    const content = ({ cells }: typeof notebook): unknown =>
      cells.map(({ kind, text: own, attributes }) => ({ kind, text: own, attributes }));
    expect(content(notebook)).toEqual(content(before));
    expect(notebook.seed).toBe(before.seed);
  });
});
