import type { Command, CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';

/** A key press reduced to what a shortcut names: "mod+shift+q", "alt+arrowup", "f1". */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  // A layout without Latin letters still has its keys in the usual places.
  const latin = /^[\x21-\x7e]$/.test(event.key) || event.key.length > 1;
  const key = latin ? event.key.toLowerCase() : event.code.replace(/^(Key|Digit)/, '').toLowerCase();
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.shiftKey ? 'shift' : '',
    event.altKey ? 'alt' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** An accelerator of the command table in the same notation. */
export function chordOfShortcut(shortcut: string): string {
  const parts = shortcut.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const names: { readonly [name: string]: string } = {
    up: 'arrowup',
    down: 'arrowdown',
    left: 'arrowleft',
    right: 'arrowright',
  };
  return [
    parts.includes('cmdorctrl') ? 'mod' : '',
    parts.includes('shift') ? 'shift' : '',
    parts.includes('alt') ? 'alt' : '',
    names[key] ?? key,
  ]
    .filter((part) => part !== '')
    .join('+');
}

/** What the browser and the editor do by themselves with these keys is right: clipboard events carry the data. */
const NATIVE: ReadonlySet<CommandId> = new Set(['cut', 'copy', 'paste', 'paste-plain', 'quit']);

const BY_CHORD = new Map(
  COMMANDS.flatMap(({ id, shortcut, needs }) =>
    shortcut && !NATIVE.has(id) ? [[chordOfShortcut(shortcut), { id, needs }] as const] : [],
  ),
);

/** The command of a key press, or null while an input method composes, where the key belongs to it. */
export function commandOf(event: KeyboardEvent): { readonly id: CommandId; readonly needs: Command['needs'] } | null {
  if (event.isComposing || event.keyCode === 229) return null;
  return BY_CHORD.get(chordOf(event)) ?? null;
}

/** Sends every shortcut of the table to `run`. Keys for the text reach it only from within the editor. */
export function installKeyboard(run: (command: CommandId) => boolean): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const command = commandOf(event);
      if (!command) return;
      const inEditor = event.target instanceof Element && event.target.closest('[data-editor]') !== null;
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (command.needs === 'editor' && (!inEditor || inField)) return;
      if (!run(command.id)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    // Before the editor's own listeners: a key must not act twice.
    { capture: true },
  );
}

const KEY_LABELS: { readonly [key: string]: string } = { PageUp: 'PgUp', PageDown: 'PgDn', Up: '↑', Down: '↓' };

/** The shortcut as people read it: Ctrl+Shift+Q, ⇧⌘Q. */
export function shortcutLabel(shortcut: string, mac = navigator.platform.startsWith('Mac')): string {
  const arrows = shortcut.replace(/PageUp|PageDown|Up|Down/, (key) => KEY_LABELS[key] ?? key);
  if (!mac) return arrows.replace('CmdOrCtrl', 'Ctrl');
  return arrows.replace('CmdOrCtrl', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '');
}
