/** The native menus, built from the registry of commands and the catalogue of strings. */
import type { MenuItemConstructorOptions } from 'electron';
import path from 'node:path';
import { COMMANDS, type CommandId } from '../shared/commands';
import { strings } from '../shared/strings';

const text = strings.menu;

export interface MenuContext {
  readonly platform: NodeJS.Platform;
  /** Developer tools and reload are for developers only. */
  readonly developer: boolean;
  readonly recent: readonly string[];
  readonly run: (id: CommandId) => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
  readonly about: () => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const mac = context.platform === 'darwin';
  const commands = (prefix: string): MenuItemConstructorOptions[] =>
    COMMANDS.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => commandItem(id, context));
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { label: text.file, submenu: fileMenu(context, mac) },
    {
      label: text.edit,
      submenu: [
        ...commands('edit.'),
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: text.cell, submenu: commands('cell.') },
    { label: text.run, submenu: commands('run.') },
    { label: text.view, submenu: viewMenu(context) },
    ...(mac ? [{ role: 'windowMenu' } satisfies MenuItemConstructorOptions] : []),
    { role: 'help', label: text.help, submenu: [{ label: text.about, click: context.about }] },
  ];
}

function fileMenu(context: MenuContext, mac: boolean): MenuItemConstructorOptions[] {
  const item = (id: CommandId): MenuItemConstructorOptions => commandItem(id, context);
  return [
    item('file.new'),
    item('file.open'),
    { label: text.openRecent, submenu: recentMenu(context) },
    SEPARATOR,
    item('file.save'),
    item('file.saveAs'),
    SEPARATOR,
    item('file.close'),
    ...(mac ? [] : [SEPARATOR, { role: 'quit', label: text.quit } satisfies MenuItemConstructorOptions]),
  ];
}

function recentMenu({ recent, openRecent, clearRecent }: MenuContext): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: text.noRecent, enabled: false }];
  const files = recent.map((file) => ({
    label: path.basename(file).replaceAll('&', '&&'),
    sublabel: path.dirname(file),
    click: () => openRecent(file),
  }));
  return [...files, SEPARATOR, { label: text.clearRecent, click: clearRecent }];
}

function viewMenu({ developer }: MenuContext): MenuItemConstructorOptions[] {
  const tools: MenuItemConstructorOptions[] = [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...(developer ? tools : []),
  ];
}

/**
 * A command of the renderer shows its key but leaves it to the page, which knows where the focus is: Shift+Enter
 * means something else in a text field. (macOS has no such choice; there the page is asked first anyway.)
 */
function commandItem(id: CommandId, { run }: MenuContext): MenuItemConstructorOptions {
  const command = COMMANDS.find((command) => command.id === id);
  return {
    id,
    label: text.commands[id],
    click: () => run(id),
    ...(command?.key && { accelerator: command.key, registerAccelerator: command.owner === 'main' }),
  };
}
