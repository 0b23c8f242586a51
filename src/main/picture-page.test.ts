import { expect, it } from 'vitest';
import { picturePage } from './picture-page';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360.5"><text>ü</text></svg>';

it('is as large as the picture, and holds it whole', () => {
  const page = picturePage(SVG);
  expect(page).toContain('@page { size: 640px 360.5px; margin: 0 }');
  const [, data = ''] = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(page) ?? [];
  expect(Buffer.from(data, 'base64').toString()).toBe(SVG);
});

it.each(['<svg><rect width="1" height="2"/></svg>', '<svg width="1}" height="2">', 'no picture'])(
  'takes no size from anywhere else: %s',
  (svg) => expect(picturePage(svg)).toContain('@page { size: A4; margin: 0 }'),
);
