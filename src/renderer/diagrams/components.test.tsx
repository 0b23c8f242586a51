import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DiagramTable } from './DiagramFrame';
import { NetworkMap } from './NetworkMap';
import { PictureFrame } from './PictureFrame';
import { picturesOf } from './pictures';
import { spokeToLocation1 } from './testing/lab';
import { meshView } from './testing/views';

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a path in the window', () => {
  const [picture] = picturesOf(spokeToLocation1(), null);
  if (picture === undefined) throw new Error('no picture');
  const markup = renderToStaticMarkup(<PictureFrame picture={picture} />);

  it('is one stop of the Tab key', () => {
    expect(count(markup, 'tabindex="0"')).toBe(1);
    expect(count(markup, 'tabindex="-1"')).toBeGreaterThan(5);
  });

  it('names the picture and its parts', () => {
    expect(markup).toContain('role="group" aria-label="Path from spoke-vm to loc1-vm (10.2.30.10)"');
    expect(markup).toContain('aria-label="Hop 1: 10.10.30.132, msee1-pri, 2 ms"');
  });

  it('follows the theme and has no titles, which would be second tooltips', () => {
    expect(markup).toContain('var(--color-text)');
    expect(markup).not.toContain('<title>');
  });
});

describe('a map in the window', () => {
  it('can be zoomed by buttons with names', () => {
    const markup = renderToStaticMarkup(<NetworkMap view={meshView(3)} />);
    for (const name of ['Zoom in', 'Zoom out', 'Fit the whole network']) expect(markup).toContain(name);
    expect(count(markup, 'tabindex="0"')).toBe(1);
  });

  it('of nothing says so', () => {
    const markup = renderToStaticMarkup(<NetworkMap view={{ nodes: [], links: [], areas: [] }} />);
    expect(markup).toContain('No nodes in this network yet.');
  });
});

describe('a table in the window', () => {
  const rows = Array.from({ length: 1200 }, (_, index) => [`row ${index}`]);
  const markupOf = (count: number): string =>
    renderToStaticMarkup(
      <DiagramTable table={{ caption: 'Nodes', columns: ['Name'], rows: rows.slice(0, count) }} />,
    );

  it('has all rows of a short one', () => {
    expect(count(markupOf(500), '<td>')).toBe(500);
    expect(markupOf(500)).not.toContain('<button');
  });

  it('has the first rows of a long one, and a button for more', () => {
    expect(count(markupOf(1200), '<td>')).toBe(500);
    expect(markupOf(1200)).toContain('Show 500 more of 700 rows');
    expect(markupOf(600)).toContain('Show the last 100 rows');
  });
});
