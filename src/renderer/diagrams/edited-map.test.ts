/** Where edits took hold is marked on the map of the network after them, and told above it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentOf } from '../../main/engine/testing/lab';
import { networkView } from '../../main/engine/topology/view';
import { editedMap, editedOverlay } from './edited-map';
import { NO_OVERLAY } from './map/overlay';
import { THEMED } from './palette';
import { clippedTexts, overlappingTexts, textBoxes } from './testing/geometry';

const VIEW = networkView(documentOf(readFileSync('test/fixtures/azure-lab.yaml', 'utf8')).topology);

const edit = (text: string): { text: string; summary: string } => ({ text, summary: `Did ${text}` });
const marked = (...lines: readonly string[]): string[] => [
  ...editedOverlay(lines.map(edit), VIEW).nodes.keys(),
];

test('an edit is marked at the node it names, by itself or by an interface', () => {
  expect(marked('shutdown ce1:ge0/0.1')).toEqual(['ce1']);
  expect(marked('unset ce1 bgp neighbors 192.168.30.18 in localPreference')).toEqual(['ce1']);
  expect(marked('announce hub 10.10.30.128/25', 'shutdown ce1:ge0/0.1')).toEqual(['hub', 'ce1']);
});

test('an edit of a link is marked at its ends', () => {
  expect(marked('shutdown ce2a-lan2')).toEqual(['ce2a', 'lan2']);
});

test('an edit that names nothing on the map marks nothing', () => {
  expect(editedOverlay([edit('set other x 1')], VIEW)).toBe(NO_OVERLAY);
});

/** The texts of the picture, none of them on another or cut. */
const words = (lines: readonly string[]): string => {
  const picture = editedMap(VIEW, lines.map(edit), THEMED);
  expect([...overlappingTexts(picture), ...clippedTexts(picture)]).toEqual([]);
  return textBoxes(picture)
    .map(({ content }) => content)
    .join(' ');
};

test('what was done stands above the map', () => {
  const one = words(['shutdown ce1:ge0/0.1']);
  expect(one).toContain('The network after shutdown ce1:ge0/0.1');
  expect(one).toContain('Did shutdown ce1:ge0/0.1. Ringed: ce1.');
  const many = words(Array.from({ length: 8 }, (_, index) => `shutdown ce1:ge${index}`));
  expect(many).toContain('The network after 8 edits');
  expect(many).toContain('And 2 more.');
});
