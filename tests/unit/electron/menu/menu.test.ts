import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { contextMenuTemplate } from '../../../../electron/menu/context-menu-template';
import { menuTemplate } from '../../../../electron/menu/menu-template';
import { COMMANDS } from '../../../../shared/commands/table';
import { translator } from '../../../../shared/i18n/translate';

const ran: string[] = [];
const template = (platform: NodeJS.Platform = 'linux', development = false, language: 'vi' | 'en' = 'vi') =>
  menuTemplate({ translate: translator(language), platform, development, run: (command) => ran.push(command) });
const rowsOf = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => (Array.isArray(item.submenu) ? rowsOf(item.submenu) : [item]));
const press = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.();

describe('the menu bar', () => {
  test('holds every command of the table once, in its order, and runs it', () => {
    const rows = rowsOf(template()).filter((row) => row.type !== 'separator');
    ran.splice(0);
    rows.forEach(press);
    expect(ran).toEqual(COMMANDS.map((command) => command.id));
  });

  test.each(['linux', 'win32', 'darwin'] as const)('uses none of Electron’s edit roles on %s', (platform) => {
    const roles = [...template(platform), ...rowsOf(template(platform))].map((item) => item.role?.toLowerCase());
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectall', 'editmenu', 'delete'])
      expect(roles).not.toContain(role);
  });

  test('shows the shortcuts and takes none but quit, so that keys reach the editor', () => {
    const rows = rowsOf(template()).filter((row) => row.accelerator !== undefined);
    expect(rows.length).toBe(COMMANDS.filter((command) => 'shortcut' in command).length);
    expect(rows.filter((row) => row.registerAccelerator !== false).map((row) => row.id)).toEqual(['quit']);
  });

  test('begins no menu with a line', () => {
    for (const menu of template())
      expect((menu.submenu as MenuItemConstructorOptions[])[0]?.type).not.toBe('separator');
  });

  test.each(['vi', 'en'] as const)('has a label for everything in %s', (language) => {
    const items = [...template('linux', false, language), ...rowsOf(template('linux', false, language))];
    const labels = items.filter((item) => item.type !== 'separator').map((item) => item.label ?? '');
    expect(labels.filter((label) => label === '' || /^(commands|system)\./.test(label))).toEqual([]);
  });

  test('offers the developer tools in development only', () => {
    const roles = (development: boolean) => rowsOf(template('linux', development)).flatMap((row) => row.role ?? []);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).toEqual([]);
  });
});

describe('the menu of a right click', () => {
  const flags = {
    canUndo: true,
    canRedo: true,
    canCut: false,
    canCopy: true,
    canPaste: true,
    canDelete: true,
    canSelectAll: true,
    canEditRichly: true,
  };
  const clicked = (change: Partial<Parameters<typeof contextMenuTemplate>[0]>) =>
    contextMenuTemplate(
      { isEditable: true, selectionText: '', editFlags: flags, formControlType: 'none', ...change },
      { translate: translator('vi'), run: (command) => ran.push(command) },
    );

  test('in the editor has clipboard, marks and blocks; what cannot be done is grey', () => {
    const rows = clicked({});
    expect(rows.flatMap((row) => row.id ?? [])).toEqual([
      'cut',
      'copy',
      'paste',
      'paste-plain',
      'bold',
      'italic',
      'link',
      'toggle-question',
      'make-subhead',
      'make-paragraph',
    ]);
    expect(rows.find((row) => row.id === 'cut')?.enabled).toBe(false);
    expect(rows.find((row) => row.id === 'paste')?.enabled).toBe(true);
  });

  test('in a field of a form has the clipboard only', () => {
    expect(clicked({ formControlType: 'input-text' }).map((row) => row.id)).toEqual([
      'cut',
      'copy',
      'paste',
      'paste-plain',
    ]);
  });

  test('on a selection that cannot be edited copies; elsewhere there is none', () => {
    expect(clicked({ isEditable: false, selectionText: 'chữ' }).map((row) => row.id)).toEqual(['copy']);
    expect(clicked({ isEditable: false })).toEqual([]);
  });
});
