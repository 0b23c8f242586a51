/** The native menus, built from the registry of commands and the catalogue of strings. */
import type { MenuItemConstructorOptions } from 'electron';
import path from 'node:path';
import { COMMAND_SECTIONS, COMMANDS, type CommandId } from '../shared/commands';
import { isPlain, keysOf, type KeyOverrides } from '../shared/keymap';
import { strings } from '../shared/strings';

const text = strings.menu;

export interface MenuContext {
  readonly platform: NodeJS.Platform;
  /** Developer tools and reload are for developers only. */
  readonly developer: boolean;
  readonly recent: readonly string[];
  readonly keys: KeyOverrides;
  readonly run: (id: CommandId) => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
  readonly about: () => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const mac = context.platform === 'darwin';
  const commands = (group: string): MenuItemConstructorOptions[] => menuOf(group, context);
  return [
    ...(mac ? [applicationMenu(context)] : []),
    { label: text.file, submenu: fileMenu(context, mac) },
    {
      label: text.edit,
      submenu: [
        ...commands('edit'),
        SEPARATOR,
        { role: 'cut', label: text.cutText },
        { role: 'copy', label: text.copyText },
        { role: 'paste', label: text.pasteText },
        { role: 'selectAll', label: text.selectAllText },
      ],
    },
    { label: text.cell, submenu: commands('cell') },
    { label: text.run, submenu: commands('run') },
    {
      label: text.view,
      submenu: [
        ...commands('view'),
        { label: text.presentation, submenu: commands('present') },
        SEPARATOR,
        ...viewMenu(context),
      ],
    },
    ...(mac ? [windowMenu()] : []),
    {
      role: 'help',
      label: text.help,
      submenu: [...commands('help'), SEPARATOR, { label: text.about, click: context.about }],
    },
  ];
}

/** The first menu of macOS, whose name is the application's. A role without a label speaks English. */
function applicationMenu({ about }: MenuContext): MenuItemConstructorOptions {
  const { services, hide, hideOthers, showAll, quit } = text.mac;
  return {
    label: strings.dialogs.appName,
    submenu: [
      { label: text.about, click: about },
      SEPARATOR,
      { role: 'services', label: services },
      SEPARATOR,
      { role: 'hide', label: hide },
      { role: 'hideOthers', label: hideOthers },
      { role: 'unhide', label: showAll },
      SEPARATOR,
      { role: 'quit', label: quit },
    ],
  };
}

function windowMenu(): MenuItemConstructorOptions {
  const { window, minimize, zoom, front } = text.mac;
  return {
    role: 'window',
    label: window,
    submenu: [
      { role: 'minimize', label: minimize },
      { role: 'zoom', label: zoom },
      SEPARATOR,
      { role: 'front', label: front },
    ],
  };
}

/** The commands of a group as the table lists them, with a line between its sections. */
function menuOf(group: string, context: MenuContext): MenuItemConstructorOptions[] {
  const sections = COMMAND_SECTIONS.filter(([first]) => first?.id.startsWith(`${group}.`) === true);
  return sections.flatMap((section, index) => [
    ...(index === 0 ? [] : [SEPARATOR]),
    ...section.map(({ id }) => commandItem(id, context)),
  ]);
}

function fileMenu(context: MenuContext, mac: boolean): MenuItemConstructorOptions[] {
  const items = menuOf('file', context);
  const open = items.findIndex(({ id }) => id === 'file.open');
  const recent: MenuItemConstructorOptions = { label: text.openRecent, submenu: recentMenu(context) };
  const quit: MenuItemConstructorOptions[] = mac ? [] : [SEPARATOR, { role: 'quit', label: text.quit }];
  return [...items.toSpliced(open + 1, 0, recent), ...quit];
}

function recentMenu({ recent, openRecent, clearRecent }: MenuContext): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: text.noRecent, enabled: false }];
  const files = recent.map((file) => ({
    label: recentLabel(file, recent).replaceAll('&', '&&'),
    click: () => openRecent(file),
  }));
  return [...files, SEPARATOR, { label: text.clearRecent, click: clearRecent }];
}

/** The name, with its folder where another one has the same name: only new macOS shows a second label. */
function recentLabel(file: string, recent: readonly string[]): string {
  const name = path.basename(file);
  const alike = recent.filter((other) => path.basename(other) === name);
  return alike.length === 1 ? name : `${name} — ${path.dirname(file)}`;
}

function viewMenu({ developer }: MenuContext): MenuItemConstructorOptions[] {
  const tools: MenuItemConstructorOptions[] = [
    SEPARATOR,
    { role: 'reload', label: text.reload },
    { role: 'toggleDevTools', label: text.developerTools },
  ];
  return [{ role: 'togglefullscreen', label: text.fullScreen }, ...(developer ? tools : [])];
}

/**
 * A command of the renderer shows its key but leaves it to the page, which knows where the focus is: Shift+Enter
 * means something else in a text field. (macOS has no such choice; there the page is asked first anyway.)
 */
function commandItem(id: CommandId, { run, keys }: MenuContext): MenuItemConstructorOptions {
  const command = COMMANDS.find((command) => command.id === id);
  const key = command === undefined ? undefined : menuKey(keysOf(command, keys));
  return {
    id,
    label: text.commands[id],
    click: () => run(id),
    ...(key && { accelerator: key, registerAccelerator: command?.owner === 'main' }),
  };
}

/** The first key that a menu can show: a letter alone would look as if it worked anywhere. */
function menuKey(keys: readonly string[]): string | undefined {
  return keys.find((each) => !each.includes(' ') && !isPlain(each));
}
