import { mkdir, writeFile } from 'node:fs/promises';
import { test } from './app';
import { resize, setTheme, settled } from './window';

test.use({ notebook: 'notebooks/first-steps.tracebook.md' });
const out = '/tmp/shots';
test('look', async ({ app, page, file }) => {
  test.setTimeout(400_000);
  await mkdir(out, { recursive: true });
  await settled(page);
  for (const [w, h, theme] of [[1280, 800, 'light'], [1920, 1080, 'dark']] as const) {
    await resize(app, page, w, h);
    await setTheme(app, page, theme);
    const shoot = (name: string) => page.screenshot({ path: `${out}/${name}-${w}-${theme}.png` });
    const run = (id: string) => app.evaluate(({ Menu }, i) => Menu.getApplicationMenu()?.getMenuItemById(i)?.click(), id);
    await page.locator('.cell').nth(1).focus();
    await run('view.outline'); await page.locator('.outline').waitFor();
    await shoot('outline');
    await run('view.palette'); await page.locator('.palette').waitFor(); await page.keyboard.type('cell'); await shoot('palette'); await page.keyboard.press('Escape');
    await run('help.shortcuts'); await page.locator('.sheet').waitFor(); await shoot('sheet'); await page.keyboard.press('Escape');
    await run('file.settings'); await page.locator('.settings').waitFor(); await shoot('settings'); await page.keyboard.press('Escape');
    await run('edit.replace'); await page.locator('.find-bar').waitFor(); await page.keyboard.type('bob'); await page.waitForTimeout(800); await shoot('find'); await page.keyboard.press('Escape');
    await page.locator('.cell').nth(2).focus();
    await page.keyboard.press('Shift+ArrowDown'); await page.keyboard.press('l'); await page.waitForTimeout(300); await shoot('range');
    await page.keyboard.press('ContextMenu'); await page.waitForTimeout(300);
    await page.locator('.cell').nth(2).click({ button: 'right', position: { x: 200, y: 12 } }); await page.locator('.menu').waitFor(); await shoot('menu'); await page.keyboard.press('Escape');
    await page.keyboard.press('d'); await page.keyboard.press('d'); await page.waitForTimeout(300); await shoot('toast');
    await page.keyboard.press('z'); await page.waitForTimeout(200); await shoot('flash');
    await page.locator('.cell').first().focus(); await page.keyboard.press('ArrowLeft'); await page.waitForTimeout(200); await shoot('section');
    await page.keyboard.press('ArrowRight');
    await page.locator('.cell').nth(1).focus(); await page.keyboard.press('o'); await page.keyboard.press('Shift+O'); await page.waitForTimeout(200); await shoot('folds');
    await page.keyboard.press('o'); await page.keyboard.press('Shift+O'); await page.keyboard.press('l');
    await writeFile(file ?? '', `# Theirs ${w}\n\nText of someone else.\n`);
    await page.locator('.disk-bar').waitFor(); await shoot('bar');
    await run('file.compare'); await page.locator('.compare .diff').waitFor(); await shoot('compare'); await page.keyboard.press('Escape');
    await run('file.keepMine'); await page.locator('.disk-bar').waitFor({ state: 'detached' });
    await run('file.save'); await page.waitForTimeout(800);
    await run('file.history'); await page.locator('.history-entry').last().click(); await page.waitForTimeout(600); await shoot('history'); await page.keyboard.press('Escape');
    await page.locator('.cell').nth(1).focus(); await page.keyboard.press('Shift+M'); 
    await run('view.outline');
  }
});
