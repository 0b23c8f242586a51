/** axe-core finds nothing on any view over a notebook in a current browser either, light or dark. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CATALOGUES } from '../../src/shared/strings';
import { expect, test } from './app';
import { checker } from './axe';
import { firstCell, SMALL, SMALL_NAMES, VIEWS, type Place, type View } from './views';
import { settled } from './window';

const all: readonly (readonly [string, View])[] = Object.entries(VIEWS);
const half = Math.ceil(all.length / 2);

for (const index of [0, 1]) {
  test(`views over a notebook, part ${index + 1}`, async ({ start, folder }) => {
    test.slow();
    const file = path.join(folder, 'notebook.tracebook.md');
    await writeFile(file, SMALL);
    const running = await start(file);
    const { page } = running;
    await settled(page);
    const place: Place = {
      page,
      text: CATALOGUES.en,
      file,
      names: SMALL_NAMES,
      get app() {
        return running.app;
      },
    };
    const { check } = await checker(running);
    const cell = firstCell(place, 'console');
    await cell.focus();
    for (const [name, { open, close }] of all.slice(index * half, (index + 1) * half)) {
      await test.step(name, async () => {
        await open(place);
        await check(name);
        await close(place);
        await expect.soft(cell, `the cell has the keyboard after ${name}`).toBeFocused();
      });
    }
  });
}
