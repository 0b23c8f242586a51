import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import { describe, expect, it } from 'vitest';
import { link, node } from '../diagrams/testing/views';
import { markNames } from './prose';

const view = {
  nodes: [
    {
      ...node('hub-vm', 'host'),
      interfaces: [{ name: 'eth0', address: '10.10.30.4/25', up: true, link: null }],
    },
    node('ce1'),
    node('a'),
  ],
  links: [link('backbone', ['ce1', 'hub-vm'])],
  areas: [
    {
      kind: 'vnet' as const,
      name: 'office',
      region: null,
      prefixes: ['10.10.30.0/24'],
      subnets: [{ name: 'workload', prefix: '10.10.30.0/25' }],
    },
  ],
};

function marked(text: string): string[] {
  const html = renderToStaticMarkup(createElement(Markdown, { rehypePlugins: [[markNames, view]] }, text));
  return [...html.matchAll(/<span data-refs="([^"]*)">([^<]*)<\/span>/g)].map(
    ([, reference, word]) => `${word} ${reference}`,
  );
}

describe('names in prose', () => {
  it.each([
    ['From hub-vm to **ce1**.', ['hub-vm node:hub-vm', 'ce1 node:ce1']],
    ['# The path of hub-vm', ['hub-vm node:hub-vm']],
    [
      '10.10.30.4 lies in 10.10.30.0/24 and 10.10.30.0/25',
      ['10.10.30.4 node:hub-vm', '10.10.30.0/24 prefix:10.10.30.0/24', '10.10.30.0/25 prefix:10.10.30.0/25'],
    ],
    [
      '`shutdown ce1:ge0/0` and `backbone` in `office`',
      ['ce1 node:ce1', 'backbone link:backbone', 'office area:office'],
    ],
    ['the backbone of our office is a network', []],
    ['10.99.0.0/16 and 192.0.2.1 are nowhere', []],
    ['ce12 and hub-vmx are others', []],
    ['[ce1](https://example.com)', []],
    ['```\nping hub-vm\n```', []],
  ])('%s', (text, words) => {
    expect(marked(text)).toEqual(words);
  });
});
