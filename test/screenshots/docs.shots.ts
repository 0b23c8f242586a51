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
/** What the pictures show, by the heading above it. */
const scenes = [
  ['map', '1. The network'],
  ['path', '7. From location 1'],
  ['failure', '10. ExpressRoute fails'],
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

      for (const [scene, heading] of scenes) {
        await page.getByRole('heading', { name: heading }).evaluate((e) => e.scrollIntoView());
        await settled(page);
        await shoot(scene);
      }
    });
  }
}
