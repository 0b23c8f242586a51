import path from 'node:path';
import { expect, test } from './app';

test('opens the notebook of the published lab', async ({ app, page, file }) => {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toContain(path.basename(file ?? ''));
});
