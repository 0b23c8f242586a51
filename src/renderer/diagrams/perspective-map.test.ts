/** What the picture of a perspective says at a glance, on the reference lab. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentOf, simulationOf } from '../../main/engine/testing/lab';
import { ask } from '../../main/engine/testing/networks';
import { networkView } from '../../main/engine/topology/view';
import { perspectiveMap } from './perspective-map';
import { elements, type SvgNode } from './svg';
import { textBoxes } from './testing/geometry';

const DOCUMENT = documentOf(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
const LAB = simulationOf(DOCUMENT);
const VIEW = networkView(DOCUMENT.topology);

const seenFrom = (table: string): SvgNode =>
  perspectiveMap(ask(LAB, `${table}> perspective`, 'perspective'), VIEW);

const lead = (table: string): string | undefined =>
  textBoxes(seenFrom(table))
    .map(({ content }) => content)
    .find((content) => content.startsWith('It knows'));

/** Titles of the areas that are drawn faint. */
function faintAreas(picture: SvgNode): string[] {
  return [...elements(picture)].flatMap(({ children: [frame, title] }) =>
    frame?.tag === 'rect' && frame.attributes['stroke-dasharray'] === '2 4' ? (title?.text ?? []) : [],
  );
}

/** Whether a band lies beneath a line. */
function isMarked(picture: SvgNode, link: string): boolean {
  const all = [...elements(picture)];
  const lines = all.filter(({ attributes }) => attributes['data-link'] === link);
  const drawn = new Set(
    lines.flatMap((line) => [...elements(line)].map(({ attributes }) => attributes['d'])),
  );
  return all.some(({ attributes }) => attributes['stroke-opacity'] === 0.5 && drawn.has(attributes['d']));
}

test('its sentence names what is not known', () => {
  expect(lead('branch')).toBe('It knows 4 of 6 prefixes, but not remote, location-2.');
  expect(lead('hub')).toBe('It knows 6 of 6 prefixes.');
});

test('a circuit that nothing came by is as faint as its routers', () => {
  expect(faintAreas(seenFrom('ce2a'))).toEqual(
    expect.arrayContaining(['Circuit er1', 'VNet remote', 'VNet branch', 'Site location-1']),
  );
  expect(faintAreas(seenFrom('ce2a'))).toHaveLength(4);
  expect(faintAreas(seenFrom('hub'))).toEqual([]);
});

test('what comes by gateway transit comes over the peering', () => {
  expect(isMarked(seenFrom('spoke'), 'hub-spoke')).toBe(true);
  expect(isMarked(seenFrom('hub'), 'hub-spoke')).toBe(false);
});

test('a route of another protocol that the table did not take has its own reason', () => {
  const texts = textBoxes(seenFrom('ce2a')).map(({ content }) => content);
  expect(texts).toContain(
    'Taken from msee2-pri; the route from lan2 is lost to ebgp: administrative distance 20 is below 110.',
  );
  expect(texts.join(' ')).not.toContain('the only BGP route');
});
