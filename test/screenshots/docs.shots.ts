import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../e2e/app';
import { root } from '../e2e/launch';
import { resize, setTheme, settled } from '../e2e/window';

const folder = path.join(root, 'docs', 'screenshots');
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
/** What the pictures show: the figure by its name, first of several, and its text above it. */
const scenes = [
  ['map', /^Map of the network after topology/],
  ['path', /^Path diagram: loc1-vm> tracert 10\.10\.30\.4/],
  ['failure', /^Path diagram: loc1-vm> tracert 10\.10\.30\.4/, 1],
  ['paths', /^Diagram of all paths: spoke-vm> paths/],
] as const;
/** Repositories keep every version of a picture for ever. */
const maxBytes = 400_000;

for (const { width, height } of sizes) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${width}x${height}, ${theme}`, async ({ app, page }) => {
      await mkdir(folder, { recursive: true });
      await resize(app, page, width, height);
      await setTheme(app, page, theme);
      await settled(page);

      const shoot = async (scene: string): Promise<void> => {
        const file = path.join(folder, `${scene}-${width}x${height}-${theme}.png`);
        await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
        expect((await stat(file)).size, file).toBeLessThan(maxBytes);
      };

      await shoot('start');

      for (const [scene, name, nth = 0] of scenes) {
        const figure = page.getByRole('figure', { name }).nth(nth);
        await figure.evaluate((element) => element.scrollIntoView({ block: 'end' }));
        // A little air beneath, and no pointer on anything.
        await page.evaluate(() => window.scrollBy(0, 24));
        await page.mouse.move(1, 1);
        await settled(page);
        await shoot(scene);
      }
    });
  }
}
