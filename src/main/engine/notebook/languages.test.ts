/** Evaluating in two languages: other sentences, the same answers, nothing mixed. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CellOutput } from '../../../shared/evaluation';
import type { Notebook } from '../../../shared/notebook';
import type { Problem } from '../../../shared/problem';
import { speak } from '../../../shared/strings';
import { proseNamesOf, wordsOf } from '../../../renderer/highlight/names';
import { createEvaluator, parseNotebook } from '..';

const FOLDER = new URL('../../../../notebooks/', import.meta.url);
const NOTEBOOKS = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

/** The fields that hold sentences, or parts of sentences; `route` is what a candidate's route is. */
const SENTENCES: ReadonlySet<string> = new Set(
  'note notes text why reason decision policies remedy route difference remark summary'.split(' '),
);
/** Those that hold words or addresses. */
const WORDS: ReadonlySet<string> = new Set(['expected', 'actual']);

const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u;

function notebookIn(file: string): Notebook {
  return parseNotebook(readFileSync(new URL(file, FOLDER), 'utf8')).notebook;
}

afterEach(() => speak('en'));

interface Told {
  readonly field: string;
  readonly english: unknown;
  readonly japanese: unknown;
}

/** Whatever two values hold at the same places; the field it stands in, also inside lists. */
function* told(english: unknown, japanese: unknown, field: string): Generator<Told> {
  if (typeof english !== 'object' || typeof japanese !== 'object' || english === null || japanese === null) {
    yield { field, english, japanese };
    return;
  }
  expect(Object.keys(japanese)).toEqual(Object.keys(english));
  const others = new Map(Object.entries(japanese));
  for (const [key, inner] of Object.entries(english))
    yield* told(inner, others.get(key), Array.isArray(english) ? field : key);
}

function resultsIn(outputs: readonly CellOutput[]): unknown[] {
  return outputs.flatMap((output): unknown[] => {
    if (output.kind === 'console') return output.entries.map(({ result }) => result);
    if (output.kind === 'observed') return output.entries.map(({ comparison }) => comparison);
    if (output.kind === 'expect') return [output.checks];
    if (output.kind === 'edit' || output.kind === 'scenario') return [output.edits];
    return output.kind === 'predict' ? [{ ...output.predicted, text: null }] : [];
  });
}

describe.each(NOTEBOOKS)('%s in Japanese', (file) => {
  const notebook = notebookIn(file);
  const { outputs, networks } = createEvaluator().evaluate(notebook);
  const english = resultsIn(outputs);
  speak('ja');
  const japanese = resultsIn(createEvaluator().evaluate(notebook).outputs);
  speak('en');
  const all = [...told(english, japanese, '')];

  it('gives what it gives in English but for its sentences', () => {
    const others = all.filter(
      ({ field, ...each }) => each.english !== each.japanese && !SENTENCES.has(field) && !WORDS.has(field),
    );
    expect(others).toEqual([]);
  });

  it('has no English sentence', () => {
    // What somebody has typed into the notebook stays.
    const typed = notebook.cells.map(({ text }) => text).join('\n');
    const left = all.filter(
      ({ field, japanese: text }) =>
        SENTENCES.has(field) &&
        typeof text === 'string' &&
        text.includes(' ') &&
        !JAPANESE.test(text) &&
        !typed.includes(text),
    );
    expect(left).toEqual([]);
  });

  it('names what it names in English, as words that the page finds', () => {
    const names = new Map(Object.values(networks).flatMap((view) => [...proseNamesOf(view)]));
    // A word of English too, and found where only that is meant.
    names.delete('hub');
    const namesIn = (text: unknown): readonly string[] =>
      wordsOf(String(text), names).flatMap(({ reference }) => reference ?? []);
    const lost = all.filter((each) => {
      const found = new Set(namesIn(each.japanese));
      return SENTENCES.has(each.field) && namesIn(each.english).some((name) => !found.has(name));
    });
    expect(lost).toEqual([]);
  });

  it('has no Japanese in English', () => {
    expect(
      all.filter((each) => each.english !== each.japanese && JAPANESE.test(String(each.english))),
    ).toEqual([]);
  });
});

/** Notebooks with what people do wrong, a few for each part that finds it. */
const MISTAKES: Readonly<Record<string, string>> = {
  'broken YAML': '```topology\nrouters: { r1: [ }\n```',
  'tabs, tags and anchors':
    '```topology\nrouters:\n\tr1: {}\n```\n\n```topology\nhosts: !x {}\n```\n\n```topology\nhosts: *h\n```',
  'keys twice': '```topology\nrouters: { r1: {}, r1: {}, <<: {}, toString: {} }\n```',
  'unknown and missing keys':
    '```topology\nrouter: {}\nlinks: { a: {}, b: 1 }\nhosts: { h: { adress: 1 } }\n```',
  values: `\`\`\`topology
routers:
  r1:
    interfaces: { eth0: 10.0.0.300/24, eth1: { address: 10.1.0.1/24, ospfCost: 0, shutdown: maybe } }
    static: [{ prefix: 10.0.0.1/24, via: 3 }, { prefix: x, via: discard, distance: 0 }]
    bgp: { asn: 0, neighbors: { x: { asn: 1 }, 10.0.0.2: { asn: 2, in: { prefixList: [allow all] } } } }
    ospf: { area: x, areas: { y: {}, 1: nssa, 0.0.0.1: {} } }
    routeMaps: { m: [{ action: drop, match: { asPath: '(', community: z } }] }
links: { l: { ends: [r1, r1:eth0], latency: 2 minutes, bandwidth: fast } }
\`\`\``,
  references: `\`\`\`topology
routers:
  r1:
    interfaces: { eth0: { address: 10.1.0.1/24, lan: none }, eth1: 10.1.0.2/25, internet: 127.0.0.1/8 }
    static: [{ prefix: 10.9.0.0/16, via: eth7 }]
    bgp: { asn: 65001, neighbors: { 10.1.0.2: { asn: 65002 }, 10.1.0.9: { asn: 65002, in: gone } } }
    vrfs: { default: { interfaces: [eth9] } }
hosts: { r1: { address: 10.1.0.255/24, gateway: 10.2.0.1 }, b: { address: 10.1.0.10 } }
links: { r1-r1: { ends: [r1:eth0, r9:eth0] }, r1-b: { ends: [r1:eth0, b:eth3] } }
\`\`\``,
  azure: `\`\`\`topology
vnets:
  hub: { addressSpace: [10.1.0.0/16, 10.1.1.0/24], subnets: { a: 10.2.0.0/24, b: 10.1.0.0/24, c: 10.1.0.0/25 } }
  spoke: { addressSpace: [10.1.0.0/16] }
hosts: { vm: { vnet: hub, address: 10.3.0.4, gateway: 10.1.0.1 } }
gateways: { gw: { type: vpn, vnet: hub, instances: [10.1.9.4], activeActive: true } }
peerings: { p: { ends: { hub: {}, spoke: { useRemoteGateways: true } } } }
routeTables: { rt: { routes: { a: { prefix: 10.0.0.0/8, via: None }, b: { prefix: 10.0.0.0/8, via: Nowhere } } } }
circuits: { er: { primary: { msee: m, peering: 10.9.0.0/16 }, connections: { c: { gateway: gw, primary: 10.1.0.4 } } } }
connections: { k: { ends: [gw, gw] } }
globalReach: { g: { circuits: [er, er], prefix: 10.8.0.0/28 } }
\`\`\``,
  cells: `\`\`\`console
a> ping b
\`\`\`

\`\`\`topology
hosts: { alice: { lan: l, address: 10.0.0.1/24 }, bob: { lan: l, address: 10.0.0.2/24 } }
lans: { l: {} }
\`\`\`

\`\`\`expect
alice
alice to bob
alice ->
alice -> bob
alice -> carol reach
carol -> bob reach
alice -> bob path
alice -> bob path x
alice -> bob via
alice -> bob rtt fast
alice -> bob same-as gone
alice -> bob reach now
alice -> bob maybe
\`\`\`

\`\`\`predict
ask alice -> bob
points many
colour red
\`\`\`

\`\`\`predict
ask alice -> bob path
answer x
answer y
\`\`\`

\`\`\`observed pasted x
nothing
\`\`\`

\`\`\`edit
reboot alice
no ping alice
shutdown
shutdown carol
shutdown alice:eth9
set alice colour red
set alice address 10.0.0.300
unset alice gateway
add printer p
add host bob
announce bob 10.0.0.0/24
remove l
\`\`\`

\`\`\`consol
a> ping b
\`\`\``,
  'the front matter': '---\ntracebook: 9\nseed: -1\ntitle: [x]\n---\n\n```topology\n',
};

/** The sentences of problems, and all else. */
function sentencesOf(problems: readonly Problem[]): readonly string[] {
  return problems.flatMap(({ message, hint }) => (hint === undefined ? [message] : [message, hint]));
}
function placesOf(problems: readonly Problem[]): unknown {
  return problems.map(({ message: _message, hint: _hint, ...place }) => place);
}

describe.each(Object.entries(MISTAKES))('mistakes in %s', (_, text) => {
  const problemsIn = (): readonly Problem[] => {
    const { notebook, problems } = parseNotebook(text);
    const { outputs } = createEvaluator().evaluate(notebook);
    return [...problems, ...outputs.flatMap((output) => output.problems)];
  };

  it('are told in each language, and at the same places', () => {
    const english = problemsIn();
    speak('ja');
    const japanese = problemsIn();
    expect(english.length).toBeGreaterThan(0);
    expect(sentencesOf(english).filter((sentence) => JAPANESE.test(sentence))).toEqual([]);
    expect(sentencesOf(japanese).filter((sentence) => !JAPANESE.test(sentence))).toEqual([]);
    expect(placesOf(japanese)).toEqual(placesOf(english));
  });
});

it('gives after a change of language what an evaluator gives that never knew another', () => {
  const notebook = notebookIn('azure-interop.tracebook.md');
  const evaluator = createEvaluator();
  const english = evaluator.evaluate(notebook);
  speak('ja');
  expect(evaluator.evaluate(notebook)).toEqual(createEvaluator().evaluate(notebook));
  speak('en');
  expect(evaluator.evaluate(notebook)).toEqual(english);
});

it('answers in the language of the moment about a network of before', () => {
  const evaluator = createEvaluator();
  const { outputs } = evaluator.evaluate(notebookIn('azure-interop.tracebook.md'));
  const key = outputs.find(({ networkKey }) => networkKey !== null)?.networkKey ?? '';
  const ask = (): string => evaluator.ask(key, 'hub-vm', 'show ip route')?.text ?? '';
  const english = ask();
  speak('ja');
  expect(ask()).toMatch(JAPANESE);
  speak('en');
  expect(ask()).toBe(english);
  expect(english).not.toMatch(JAPANESE);
});
