/**
 * What may lie over the page, beside it or in it: how each comes and goes by keyboard, from a cell and back to
 * it. Tests and screenshots go through the same list.
 */
import { readFile, writeFile } from 'node:fs/promises';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { CellKind } from '../../src/shared/notebook';
import type { Strings } from '../../src/shared/strings';
import { expect } from './app';
import { enter, leave } from './cells';
import { choose, titles } from './notebook';
import { settled } from './window';

export interface Place {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly text: Strings;
  readonly file: string;
  /** What stands in the network of the first topology cell. */
  readonly names: Readonly<Record<'host' | 'router' | 'lan' | 'link', string>>;
}

/** As little as has every view: what axe takes grows with the page. */
export const SMALL = `# Two ways

## Describe

\`\`\`topology
routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: 10.0.12.1/30 } }
  r2: { interfaces: { eth0: 10.0.12.2/30 } }
lans: { office: {} }
hosts: { alice: { lan: office, address: 10.1.0.10/24 } }
links: { r1-r2: { ends: [r1:eth1, r2:eth0], latency: 2 ms } }
\`\`\`

\`\`\`console
alice> tracert r1
\`\`\`
`;
/** What stands in it. */
export const SMALL_NAMES = { host: 'alice', router: 'r1', lan: 'office', link: 'r1-r2' } as const;

export interface View {
  /** From a cell that has the keyboard. */
  readonly open: (place: Place) => Promise<void>;
  /** Gives the keyboard back to that cell. */
  readonly close: (place: Place) => Promise<void>;
}

/** The first cell of a kind, in the words of any language. */
export function firstCell({ page, text }: Pick<Place, 'page' | 'text'>, kind: CellKind): Locator {
  return page.locator(`.cell-${kind}[aria-label^="${text.app.kinds[kind]}"]`).first();
}

async function press({ page }: Place, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const escape: View['close'] = (place) => press(place, 'Escape');

/** A dialog that keys open, and what is done in it then. */
function dialog(open: View['open'], then: View['open'] = async () => {}): View {
  return {
    open: async (place) => {
      await open(place);
      await expect(place.page.getByRole('dialog')).toBeVisible();
      await then(place);
    },
    close: escape,
  };
}

/** A command without a key is found in the palette. */
function command(id: keyof Strings['menu']['commands']): View['open'] {
  return async (place) => {
    await press(place, 'ControlOrMeta+Shift+P');
    await place.page.keyboard.insertText(place.text.menu.commands[id]);
    await press(place, 'Enter');
  };
}

function search({ page, text }: Place): Locator {
  return page.getByRole('search', { name: text.app.editing.find.label });
}

type Part = keyof Place['names'];

function partOf(place: Place, part: Part): Locator {
  const name = place.names[part];
  const parts = `[data-part]:is([data-node="${name}"], [data-link="${name}"])`;
  return firstCell(place, 'topology').locator(parts).first();
}

/** Goes to a part of the map, and asks for its menu. */
async function openMapMenu(place: Place, part: Part): Promise<void> {
  const map = firstCell(place, 'topology').getByRole('figure');
  await map.scrollIntoViewIfNeeded();
  await settled(place.page);
  await partOf(place, part).focus();
  await press(place, 'Enter');
  await expect(place.page.getByRole('menu')).toBeVisible();
}

/** Escape gives the keyboard back to the part. */
async function backToMap(place: Place, part: Part): Promise<void> {
  await press(place, 'Escape');
  await expect.soft(partOf(place, part)).toBeFocused();
  await firstCell(place, 'console').focus();
}

function mapMenu(part: Part): View {
  return { open: (place) => openMapMenu(place, part), close: (place) => backToMap(place, part) };
}

type MapStrings = Strings['app']['editing']['map'];

function mapForm(part: Part, item: (text: MapStrings, name: string) => string): View {
  return {
    open: async (place) => {
      await openMapMenu(place, part);
      const name = item(place.text.app.editing.map, place.names[part]);
      await place.page.getByRole('menuitem', { name, exact: true }).press('Enter');
      await expect(place.page.getByRole('dialog')).toBeVisible();
    },
    close: (place) => backToMap(place, part),
  };
}

/** In the order in which one meets them. */
export const VIEWS = {
  editing: {
    open: (place) => enter(place.page, firstCell(place, 'console')),
    close: (place) => leave(place.page, firstCell(place, 'console')),
  },
  completion: {
    open: async (place) => {
      const cell = firstCell(place, 'console');
      await cell.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await enter(place.page, cell);
      await place.page.keyboard.type(`\n${place.names.host}> tr`);
      await expect(place.page.locator('.suggest-widget.visible').getByRole('option').first()).toBeVisible();
    },
    close: async (place) => {
      await leave(place.page, firstCell(place, 'console'));
      // What was typed may be more than one step.
      await expect(async () => {
        await press(place, 'z');
        await expect(place.page.locator('.header-dirty')).toHaveCount(0, { timeout: 500 });
      }).toPass();
      await settled(place.page);
    },
  },
  palette: dialog((place) => press(place, 'ControlOrMeta+Shift+P')),
  'palette without results': dialog(
    (place) => press(place, 'ControlOrMeta+Shift+P'),
    ({ page }) => page.keyboard.insertText('xyz'),
  ),
  settings: dialog((place) => press(place, 'ControlOrMeta+,')),
  'settings taking a key': {
    open: async (place) => {
      await press(place, 'ControlOrMeta+,');
      const { change, press: asked } = place.text.app.editing.settings;
      await place.page
        .getByRole('button', { name: change(place.text.menu.commands['edit.undo']) })
        .press('Enter');
      await expect(place.page.getByRole('textbox', { name: asked })).toBeFocused();
    },
    close: (place) => press(place, 'Escape', 'Escape'),
  },
  shortcuts: dialog((place) => press(place, 'Shift+?')),
  history: dialog(command('file.history')),
  compare: dialog(command('file.compare'), async ({ page, text }) => {
    await expect(page.getByRole('dialog')).not.toContainText(text.app.keeping.compare.loading);
  }),
  find: {
    open: async (place) => {
      await press(place, 'ControlOrMeta+F');
      await place.page.keyboard.insertText(place.names.host);
      await expect(search(place)).toBeVisible();
    },
    close: escape,
  },
  replace: {
    open: async (place) => {
      await press(place, 'ControlOrMeta+Alt+F');
      await search(place).getByLabel(place.text.app.editing.find.query).fill(place.names.host);
    },
    close: escape,
  },
  'find with a bad expression': {
    open: async (place) => {
      await press(place, 'ControlOrMeta+F');
      const { regex, query } = place.text.app.editing.find;
      await search(place).getByRole('button', { name: regex }).press('Enter');
      await search(place).getByLabel(query).fill('tracert (');
    },
    close: async (place) => {
      const { regex, query } = place.text.app.editing.find;
      await search(place).getByLabel(query).fill('');
      await search(place).getByRole('button', { name: regex }).press('Enter');
      await press(place, 'Escape');
    },
  },
  outline: {
    open: async (place) => {
      await press(place, 'ControlOrMeta+Shift+O');
      await place.page.getByRole('navigation').getByRole('searchbox').focus();
    },
    close: (place) => press(place, 'ControlOrMeta+Shift+O'),
  },
  'cell menu': {
    open: async (place) => {
      await press(place, 'ContextMenu');
      await expect(place.page.getByRole('menu')).toBeVisible();
    },
    close: escape,
  },
  'menu of a link': mapMenu('link'),
  'menu of a router': mapMenu('router'),
  'form for a latency': mapForm('link', (text, name) => text.latency(name)),
  'form for a host': mapForm('lan', (text, name) => text.addHostAt(name)),
  'form for a router': mapForm('lan', (text) => text.addRouter),
  'form for a link': mapForm('router', (text, name) => text.addLink(name)),
  inspector: {
    open: async (place) => {
      const map = firstCell(place, 'topology').getByRole('figure');
      await map.scrollIntoViewIfNeeded();
      await settled(place.page);
      await partOf(place, 'router').focus();
      await press(place, 'Space');
      const inspector = place.page.getByRole('complementary');
      await expect(inspector.locator('[aria-busy="false"]')).toBeVisible();
      await expect.soft(inspector).toBeFocused();
    },
    close: async (place) => {
      await backToMap(place, 'router');
      await expect(place.page.getByRole('complementary')).toHaveCount(0);
    },
  },
  range: {
    open: (place) => press(place, 'Shift+ArrowUp'),
    close: (place) => press(place, 'ArrowDown'),
  },
  'line numbers': { open: (place) => press(place, 'l'), close: (place) => press(place, 'l') },
  'folded cells': {
    open: (place) => press(place, 'o', 'Shift+O'),
    close: (place) => press(place, 'o', 'Shift+O'),
  },
  'folded section': {
    open: (place) => press(place, 'ArrowLeft', 'ArrowLeft'),
    close: async (place) => {
      await press(place, 'ArrowRight');
      await firstCell(place, 'console').focus();
    },
  },
  toast: {
    open: async (place) => {
      await press(place, 'd', 'd');
      await expect(place.page.locator('.toast')).toBeVisible();
    },
    close: async (place) => {
      await press(place, 'z');
      await settled(place.page);
    },
  },
} as const satisfies Readonly<Record<string, View>>;

/** Makes work that is saved, work that is not, and a file that another program has changed. */
export async function conflict({ app, page, text, file, names }: Place): Promise<void> {
  const cell = firstCell({ page, text }, 'console');
  await enter(page, cell);
  await page.keyboard.insertText(`\n${names.host}> ping ${names.router}`);
  await leave(page, cell);
  await choose(app, 'file.save');
  await expect.poll(async () => (await titles(app))[0]).not.toMatch(/^•/);
  await enter(page, cell);
  await page.keyboard.insertText(' -n 2');
  await leave(page, cell);
  const saved = await readFile(file, 'utf8');
  await writeFile(file, saved.replace(`ping ${names.router}`, `ping -n 1 ${names.router}`));
  await expect(page.getByRole('alert', { name: text.app.keeping.bar.label })).toBeVisible();
  await settled(page);
}
