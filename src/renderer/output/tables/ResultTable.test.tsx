import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createEvaluator, parseNotebook } from '../../../main/engine';
import { ObservedOutput } from '../ObservedOutput';
import { isProse } from '../TerminalText';
import { ResultTable } from './ResultTable';

/** The console results and observed entries of a notebook that ships. */
function outputsOf(name: string) {
  const { notebook } = parseNotebook(readFileSync(`notebooks/${name}.tracebook.md`, 'utf8'));
  const { outputs } = createEvaluator().evaluate(notebook);
  return {
    results: outputs.flatMap((output) => (output.kind === 'console' ? output.entries : [])),
    observed: outputs.flatMap((output) => (output.kind === 'observed' ? [output.entries] : [])),
  };
}

const { results } = outputsOf('what-if');

function tableOf(command: string): string {
  const entry = results.find((each) => each.command === command);
  if (entry === undefined) throw new Error(`no ${command}`);
  return renderToStaticMarkup(<ResultTable result={entry.result} />);
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the table of', () => {
  it('failures has a row for each element, and the pairs it costs', () => {
    const markup = tableOf('fail each link --pairs');
    expect(count(markup, 'scope="row"')).toBe(7);
    expect(markup).toContain('<tr class="row-bad"><th scope="row">east</th><td><details><summary>4 pairs');
    expect(markup).toContain('<li>alice to emma</li>');
    expect(markup).toContain('<tr class="row-good"><th scope="row">spare</th>');
  });

  it('a comparison tells what changes, where and why; that of a matrix, too', () => {
    for (const command of ['compare base no-middle', 'matrix --diff no-middle']) {
      const markup = tableOf(command);
      expect(count(markup, 'class="row-change"')).toBe(4);
      expect(markup).toContain('>no-middle</th>');
      expect(markup).toContain('Now, w1 sends to e1 over spare');
    }
    expect(count(tableOf('compare no-middle island'), 'class="row-bad"')).toBe(4);
  });

  it('findings gives the flow that shows each', () => {
    expect(tableOf('check multipath')).toContain('<code>--flow udp:49152:33434</code>');
  });

  it('effective routes and BGP paths has a row for each', () => {
    const lab = outputsOf('ask-why').results;
    const shown = lab.flatMap(({ result }) =>
      result.kind === 'bgp-table' || result.kind === 'effective-routes'
        ? [[result, renderToStaticMarkup(<ResultTable result={result} />)] as const]
        : [],
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const [result, markup] of shown) {
      const rows = result.kind === 'bgp-table' ? result.paths : result.routes;
      expect(count(markup, 'scope="row"')).toBe(rows.length);
    }
  });

  it('pairs, bandwidths, OSPF and outcomes of BGP has a row for each', () => {
    const entries = ['many-questions', 'ask-why', 'stability'].flatMap((name) => outputsOf(name).results);
    const rowsOf = (command: string, node: string): readonly [number, string] => {
      const found = entries.find((each) => each.command === command && each.node === node);
      if (found === undefined) throw new Error(`no ${node}> ${command}`);
      const markup = renderToStaticMarkup(<ResultTable result={found.result} />);
      return [count(markup, 'scope="row"'), markup];
    };
    const [pairs, reach] = rowsOf('reach', 'alice');
    expect(pairs).toBe(6);
    expect(count(reach, 'class="row-good"')).toBe(6);
    const [parts, bottleneck] = rowsOf('bottleneck bob', 'alice');
    expect(parts).toBe(4);
    expect(bottleneck).toContain('<tr class="row-change"><th scope="row">south-east</th>');
    expect(bottleneck).toContain('>200 Mbit/s</td>');
    const [ospf, tables] = rowsOf('show ospf', 'p2');
    expect(ospf).toBe(2 + 3 + 2);
    expect(tables).toContain('OSPF neighbours of p2');
    const [outcomes, stability] = rowsOf('check stability', 'a');
    expect(outcomes).toBe(4);
    expect(stability).toContain('>65001 65000</td>');
  });

  it('nothing to look up is none', () => {
    expect(tableOf('paths emma')).toBe('');
    expect(tableOf('matrix --diff fast')).toContain('another way');
  });
});

describe('observed output', () => {
  const [monday = [], tuesday = []] = outputsOf('measured').observed;

  it('says of each hop whether it is as in the model, and why not', () => {
    const markup = renderToStaticMarkup(<ObservedOutput entries={tuesday} />);
    expect(markup).toContain('traceroute from alice to 10.3.0.10, observed and modelled');
    expect(markup).toContain('1 of 4 as in the model');
    expect(count(markup, 'class="row-bad"')).toBe(3);
    expect(markup).toContain('10.0.12.2 is r2:eth0. In the model it is 10.0.13.2 of r3 (eth2).');
  });

  it('that is all the same has no row that stands out', () => {
    const markup = renderToStaticMarkup(<ObservedOutput entries={monday} />);
    expect(markup).toContain('3 of 3 as in the model');
    expect(markup).not.toContain('row-bad');
    expect(renderToStaticMarkup(<ObservedOutput entries={[]} />)).toBe('');
  });
});

describe('terminal text', () => {
  it('wraps sentences, and no columns of any result that ships', () => {
    const lines = ['what-if', 'many-questions', 'ask-why', 'azure-interop']
      .flatMap((name) => outputsOf(name).results)
      .flatMap(({ text }) => text.split('\n'));
    const wrapped = lines.filter(isProse);
    expect(wrapped.length).toBeGreaterThan(0);
    // A row of figures has no four words.
    for (const line of wrapped) expect(line).toMatch(/(?:\b[A-Za-z]{2,}\b.*){4}/);
  });
});
