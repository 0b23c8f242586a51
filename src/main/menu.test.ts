import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../shared/commands';
import { strings } from '../shared/strings';
import { menuTemplate, type MenuContext } from './menu';

const context: MenuContext = {
  platform: 'linux',
  developer: false,
  recent: [],
  keys: {},
  run: () => undefined,
  openRecent: () => undefined,
  clearRecent: () => undefined,
  about: () => undefined,
};

/** All items, those of submenus too. */
function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

function roles(template: readonly MenuItemConstructorOptions[]): unknown[] {
  return template.map(({ role }) => role);
}

/** Calls what a click on the item calls; its arguments are of no use to these menus. */
function click(item: MenuItemConstructorOptions | undefined): void {
  if (item?.click === undefined) throw new Error('the item does nothing');
  Reflect.apply(item.click, undefined, []);
}

describe('the menus', () => {
  it('hold every command of the registry once, with its label and key', () => {
    const found = items(menuTemplate(context)).filter((item) => item.id !== undefined);
    expect(found).toHaveLength(COMMANDS.length);
    for (const { id, keys } of COMMANDS) {
      const item = found.find((item) => item.id === id);
      expect(item?.label).toBe(strings.menu.commands[id]);
      if (item?.accelerator !== undefined) expect(keys).toContain(item.accelerator);
    }
    expect(found.find(({ id }) => id === 'file.save')?.accelerator).toBe('CmdOrCtrl+S');
    expect(found.find(({ id }) => id === 'cell.moveUp')?.accelerator).toBe('Alt+Up');
  });

  it('show no letter as a key that works anywhere', () => {
    const found = items(menuTemplate(context));
    expect(found.find(({ id }) => id === 'cell.insertAbove')?.accelerator).toBeUndefined();
    expect(found.find(({ id }) => id === 'cell.delete')?.accelerator).toBeUndefined();
  });

  it('show the keys of one’s own', () => {
    const keys = { 'file.save': ['CmdOrCtrl+Alt+S'], 'run.all': [] };
    const found = items(menuTemplate({ ...context, keys }));
    expect(found.find(({ id }) => id === 'file.save')?.accelerator).toBe('CmdOrCtrl+Alt+S');
    expect(found.find(({ id }) => id === 'run.all')?.accelerator).toBeUndefined();
  });

  it('run a command by its id', () => {
    const run = vi.fn();
    const found = items(menuTemplate({ ...context, run }));
    for (const { id } of COMMANDS) click(found.find((item) => item.id === id));
    expect(run.mock.calls).toEqual(COMMANDS.map(({ id }) => [id]));
  });

  it('leave the keys of the page to the page', () => {
    const found = items(menuTemplate(context));
    expect(found.find(({ id }) => id === 'run.advance')?.registerAccelerator).toBe(false);
    expect(found.find(({ id }) => id === 'file.save')?.registerAccelerator).toBe(true);
  });

  it('show developer tools to developers only', () => {
    expect(roles(items(menuTemplate(context)))).not.toContain('toggleDevTools');
    expect(roles(items(menuTemplate(context)))).not.toContain('reload');
    expect(roles(items(menuTemplate({ ...context, developer: true })))).toContain('toggleDevTools');
  });

  it('have the menus that macOS expects', () => {
    const mac = menuTemplate({ ...context, platform: 'darwin' });
    expect(mac[0]?.label).toBe(strings.dialogs.appName);
    expect(roles(items(mac))).toEqual(
      expect.arrayContaining(['services', 'hide', 'quit', 'window', 'front']),
    );
    expect(roles(items(menuTemplate(context)))).not.toContain('services');
  });

  it('leave no word to Electron, whose own are English', () => {
    for (const platform of ['darwin', 'linux', 'win32'] as const)
      for (const item of items(menuTemplate({ ...context, platform, developer: true })))
        if (item.type !== 'separator') expect(item.label, item.role ?? '').toMatch(/./);
  });
});

describe('the recent notebooks', () => {
  it('open by their path, and the list can be cleared', () => {
    const openRecent = vi.fn();
    const clearRecent = vi.fn();
    const found = items(
      menuTemplate({ ...context, recent: ['/a/x & y.md', '/b/z.md'], openRecent, clearRecent }),
    );
    click(found.find(({ label }) => label === 'x && y.md'));
    click(found.find(({ label }) => label === strings.menu.clearRecent));
    expect(openRecent).toHaveBeenCalledWith('/a/x & y.md');
    expect(clearRecent).toHaveBeenCalledOnce();
  });

  it('of one name are told apart by their folders', () => {
    const recent = ['/a/lab.md', '/b/lab.md', '/b/other.md'];
    const labels = items(menuTemplate({ ...context, recent })).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['lab.md — /a', 'lab.md — /b', 'other.md']));
  });

  it('say so when there are none', () => {
    const none = items(menuTemplate(context)).find(({ label }) => label === strings.menu.noRecent);
    expect(none?.enabled).toBe(false);
  });
});
