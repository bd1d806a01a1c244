import type { MenuItemConstructorOptions } from 'electron';
import type { Command, CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';
import type { Translate } from '../../shared/i18n/translate';

export interface MenuOptions {
  readonly translate: Translate;
  readonly platform: NodeJS.Platform;
  /** Adds reload and the developer tools. */
  readonly development: boolean;
  readonly run: (command: CommandId) => void;
}

/** The order of the menus in the bar. */
export const MENUS: readonly Command['menu'][] = [
  'file',
  'edit',
  'insert',
  'format',
  'block',
  'photo',
  'review',
  'view',
  'help',
];

/**
 * The menu bar, drawn from the command table. No edit roles: Electron's redo does nothing in the editor, its select-all
 * misses the fields and a cut after it empties the piece. The shortcuts are shown but not taken, so that a key reaches
 * the editor first; quit alone is taken, for it must work while the window does not answer.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { translate, platform, development } = options;
  const menus = MENUS.map((menu): MenuItemConstructorOptions => {
    const rows = COMMANDS.filter((command) => command.menu === menu).flatMap((command, index) => [
      ...(command.group && index > 0 ? [{ type: 'separator' as const }] : []),
      commandItem(command, options),
    ]);
    const tools: MenuItemConstructorOptions[] =
      development && menu === 'view' ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
    return { label: translate(`system.menu-${menu}`), submenu: [...rows, ...tools] };
  });
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus;
}

/** One row: its label in the interface's language, its shortcut, and what it runs. */
export function commandItem(
  command: (typeof COMMANDS)[number],
  { translate, run }: Pick<MenuOptions, 'translate' | 'run'>,
): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: translate.loose(`commands.${command.id}`),
    ...(command.shortcut === undefined
      ? {}
      : { accelerator: command.shortcut, registerAccelerator: command.id === 'quit' }),
    click: () => run(command.id),
  };
}
