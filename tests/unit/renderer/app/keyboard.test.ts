import { expect, test } from 'vitest';
import { COMMANDS } from '../../../../shared/commands/table';
import { chordOf, chordOfShortcut, commandOf, shortcutLabel } from '../../../../renderer/app/keyboard';

const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
  ({
    key: name,
    code: '',
    keyCode: 0,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    ...more,
  }) as KeyboardEvent;

test.each([
  [key('k', { ctrlKey: true }), 'palette'],
  [key('Q', { ctrlKey: true, shiftKey: true }), 'toggle-question'],
  [key('ArrowUp', { altKey: true }), 'move-pair-up'],
  [key('F1'), 'shortcuts'],
  [key(',', { ctrlKey: true }), 'settings'],
  [key('2', { metaKey: true }), 'panel-photos'],
] as const)('%# finds the command of a key', (event, id) => {
  expect(commandOf(event)?.id).toBe(id);
});

test('leaves the keys of an input method alone', () => {
  expect(commandOf(key('k', { ctrlKey: true, isComposing: true }))).toBeNull();
  expect(commandOf(key('k', { ctrlKey: true, keyCode: 229 }))).toBeNull();
});

test('finds a key by its place on a layout without Latin letters', () => {
  expect(chordOf(key('л', { ctrlKey: true, code: 'KeyK' }))).toBe('mod+k');
});

test('gives no two commands the same key', () => {
  const chords = COMMANDS.flatMap(({ shortcut }: { shortcut?: string }) =>
    shortcut ? [chordOfShortcut(shortcut)] : [],
  );
  expect(new Set(chords).size).toBe(chords.length);
});

test('writes shortcuts as the system does', () => {
  expect(shortcutLabel('CmdOrCtrl+Shift+Q', false)).toBe('Ctrl+Shift+Q');
  expect(shortcutLabel('CmdOrCtrl+Shift+Q', true)).toBe('⌘⇧Q');
});
