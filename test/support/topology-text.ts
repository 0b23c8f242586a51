/** What the tests of the topology language share. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Topology } from '../../src/main/engine/topology/model';
import { parseTopology } from '../../src/main/engine/topology/parse';

export function fixture(name: string): string {
  return readFileSync(`test/fixtures/${name}.yaml`, 'utf8');
}

export function topologyOf(text: string): Topology {
  const result = parseTopology(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.topology;
}

/**
 * Parses `marked` without its marks and expects one problem at each `§`, with these messages in the order
 * of the text.
 */
export function expectProblems(marked: string, ...messages: (string | RegExp)[]): void {
  const places: string[] = [];
  for (const [index, line] of marked.split('\n').entries()) {
    let seen = 0;
    for (const { index: at } of line.matchAll(/§/g)) places.push(`${index + 1}:${at - seen++ + 1}`);
  }
  const { problems } = parseTopology(marked.replaceAll('§', ''));
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
  for (const [index, message] of messages.entries()) {
    const { message: said = '', hint } = problems[index] ?? {};
    const whole = hint === undefined ? said : `${said} (${hint})`;
    if (typeof message === 'string') expect(whole).toBe(message);
    else expect(whole).toMatch(message);
  }
  expect(problems).toHaveLength(messages.length);
}
