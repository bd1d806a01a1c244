/**
 * Every command of the program, once. The menu, the palette, the toolbar and the shortcut sheet are drawn from this table;
 * what a command does lives beside its feature.
 */
export interface Command {
  /** Also the key of its label in i18n: `commands.<id>`. */
  readonly id: string;
  /** Which menu it stands in. */
  readonly menu: 'file' | 'edit' | 'insert' | 'format' | 'block' | 'photo' | 'review' | 'view' | 'help';
  /** In Electron's accelerator notation; CmdOrCtrl for both systems. */
  readonly shortcut?: string;
  /** A line is drawn above it in the menu. */
  readonly group?: true;
  /** Where it can run: with a piece open, with the caret in the editor, at the photo desk, or always. */
  readonly needs: 'nothing' | 'piece' | 'editor' | 'photo-desk';
}

const commands = [
  { id: 'new', menu: 'file', shortcut: 'CmdOrCtrl+N', needs: 'nothing' },
  { id: 'open-desk', menu: 'file', shortcut: 'CmdOrCtrl+O', needs: 'nothing' },
  { id: 'import', menu: 'file', shortcut: 'CmdOrCtrl+Shift+O', needs: 'nothing' },
  { id: 'save', menu: 'file', shortcut: 'CmdOrCtrl+S', needs: 'piece', group: true },
  { id: 'save-copy', menu: 'file', shortcut: 'CmdOrCtrl+Shift+S', needs: 'piece' },
  { id: 'export', menu: 'file', shortcut: 'CmdOrCtrl+E', needs: 'piece' },
  { id: 'take-back', menu: 'file', needs: 'piece' },
  { id: 'fill-variables', menu: 'file', needs: 'piece' },
  { id: 'reveal-piece', menu: 'file', needs: 'piece' },
  { id: 'take-over', menu: 'file', needs: 'piece', group: true },
  { id: 'read-only', menu: 'file', needs: 'piece' },
  { id: 'profiles', menu: 'file', needs: 'nothing', group: true },
  { id: 'settings', menu: 'file', shortcut: 'CmdOrCtrl+,', needs: 'nothing' },
  { id: 'quit', menu: 'file', shortcut: 'CmdOrCtrl+Q', needs: 'nothing' },

  { id: 'undo', menu: 'edit', shortcut: 'CmdOrCtrl+Z', needs: 'editor' },
  { id: 'redo', menu: 'edit', shortcut: 'CmdOrCtrl+Shift+Z', needs: 'editor' },
  { id: 'cut', menu: 'edit', shortcut: 'CmdOrCtrl+X', needs: 'editor', group: true },
  { id: 'copy', menu: 'edit', shortcut: 'CmdOrCtrl+C', needs: 'editor' },
  { id: 'paste', menu: 'edit', shortcut: 'CmdOrCtrl+V', needs: 'editor' },
  { id: 'paste-plain', menu: 'edit', shortcut: 'CmdOrCtrl+Shift+V', needs: 'editor' },
  { id: 'select-all', menu: 'edit', shortcut: 'CmdOrCtrl+A', needs: 'editor' },
  { id: 'find', menu: 'edit', shortcut: 'CmdOrCtrl+F', needs: 'piece', group: true },
  { id: 'replace', menu: 'edit', shortcut: 'CmdOrCtrl+H', needs: 'piece' },

  { id: 'insert-question', menu: 'insert', shortcut: 'CmdOrCtrl+Shift+N', needs: 'editor' },
  { id: 'insert-photo', menu: 'insert', shortcut: 'CmdOrCtrl+Shift+P', needs: 'piece' },
  { id: 'insert-gallery', menu: 'insert', needs: 'piece' },
  { id: 'insert-pull-quote', menu: 'insert', needs: 'editor' },
  { id: 'insert-box', menu: 'insert', needs: 'editor' },
  { id: 'insert-list', menu: 'insert', needs: 'editor' },
  { id: 'insert-closing', menu: 'insert', needs: 'editor' },
  { id: 'add-comment', menu: 'insert', shortcut: 'CmdOrCtrl+Alt+M', needs: 'piece', group: true },

  { id: 'bold', menu: 'format', shortcut: 'CmdOrCtrl+B', needs: 'editor' },
  { id: 'italic', menu: 'format', shortcut: 'CmdOrCtrl+I', needs: 'editor' },
  { id: 'superscript', menu: 'format', needs: 'editor' },
  { id: 'subscript', menu: 'format', needs: 'editor' },
  { id: 'link', menu: 'format', shortcut: 'CmdOrCtrl+L', needs: 'editor' },

  { id: 'toggle-question', menu: 'block', shortcut: 'CmdOrCtrl+Shift+Q', needs: 'editor' },
  { id: 'make-subhead', menu: 'block', shortcut: 'CmdOrCtrl+Shift+H', needs: 'editor' },
  { id: 'make-paragraph', menu: 'block', shortcut: 'CmdOrCtrl+Shift+D', needs: 'editor' },
  { id: 'move-pair-up', menu: 'block', shortcut: 'Alt+Up', needs: 'editor', group: true },
  { id: 'move-pair-down', menu: 'block', shortcut: 'Alt+Down', needs: 'editor' },
  { id: 'join-photos', menu: 'block', needs: 'editor', group: true },
  { id: 'part-gallery', menu: 'block', needs: 'editor' },
  { id: 'add-to-gallery', menu: 'block', needs: 'editor' },
  { id: 'picture-earlier', menu: 'block', shortcut: 'Alt+PageUp', needs: 'editor' },
  { id: 'picture-later', menu: 'block', shortcut: 'Alt+PageDown', needs: 'editor' },
  { id: 'remove-picture', menu: 'block', needs: 'editor' },
  { id: 'gallery-pair', menu: 'block', needs: 'editor' },
  { id: 'gallery-triptych', menu: 'block', needs: 'editor' },
  { id: 'gallery-strip', menu: 'block', needs: 'editor' },

  { id: 'photo-desk', menu: 'photo', shortcut: 'CmdOrCtrl+Shift+2', needs: 'piece' },
  { id: 'photo-next', menu: 'photo', shortcut: 'PageDown', needs: 'photo-desk', group: true },
  { id: 'photo-previous', menu: 'photo', shortcut: 'PageUp', needs: 'photo-desk' },
  { id: 'photo-select-all', menu: 'photo', shortcut: 'CmdOrCtrl+Shift+A', needs: 'photo-desk' },
  { id: 'photo-copy-previous', menu: 'photo', shortcut: 'CmdOrCtrl+D', needs: 'photo-desk', group: true },
  { id: 'photo-fill-selected', menu: 'photo', shortcut: 'CmdOrCtrl+Shift+Enter', needs: 'photo-desk' },
  { id: 'photo-people', menu: 'photo', shortcut: 'F2', needs: 'photo-desk' },
  { id: 'photo-pattern', menu: 'photo', shortcut: 'F3', needs: 'photo-desk' },
  { id: 'photo-picture', menu: 'photo', shortcut: 'F6', needs: 'photo-desk' },
  { id: 'photo-suggest-crops', menu: 'photo', shortcut: 'F7', needs: 'photo-desk' },
  { id: 'photo-patterns', menu: 'photo', needs: 'photo-desk', group: true },
  { id: 'photo-codes', menu: 'photo', needs: 'photo-desk' },
  { id: 'photo-files', menu: 'photo', needs: 'piece' },

  { id: 'review-submit', menu: 'review', needs: 'piece' },
  { id: 'review-withdraw', menu: 'review', needs: 'piece' },
  { id: 'review-take', menu: 'review', needs: 'piece' },
  { id: 'review-send-back', menu: 'review', needs: 'piece' },
  { id: 'review-approve', menu: 'review', needs: 'piece' },
  { id: 'review-hand-off', menu: 'review', needs: 'piece' },
  { id: 'review-publish', menu: 'review', needs: 'piece' },
  { id: 'review-correct', menu: 'review', needs: 'piece' },
  { id: 'round-send', menu: 'review', needs: 'piece', group: true },
  { id: 'round-take', menu: 'review', needs: 'piece' },
  { id: 'keep-version', menu: 'review', shortcut: 'CmdOrCtrl+Alt+S', needs: 'piece', group: true },
  { id: 'take-back-restore', menu: 'review', needs: 'piece' },
  { id: 'mark-read', menu: 'review', needs: 'piece' },
  { id: 'compare-sealed', menu: 'review', needs: 'piece', group: true },
  { id: 'compare-read', menu: 'review', needs: 'piece' },
  { id: 'next-change', menu: 'review', shortcut: 'F8', needs: 'piece' },
  { id: 'previous-change', menu: 'review', shortcut: 'Shift+F8', needs: 'piece' },
  { id: 'reply-comment', menu: 'review', shortcut: 'CmdOrCtrl+Alt+R', needs: 'piece', group: true },
  { id: 'resolve-comment', menu: 'review', shortcut: 'CmdOrCtrl+Alt+D', needs: 'piece' },
  { id: 'next-comment', menu: 'review', shortcut: 'F9', needs: 'piece' },
  { id: 'previous-comment', menu: 'review', shortcut: 'Shift+F9', needs: 'piece' },

  { id: 'suggest-mode', menu: 'review', shortcut: 'CmdOrCtrl+Shift+E', needs: 'piece', group: true },
  { id: 'next-suggestion', menu: 'review', shortcut: 'Alt+J', needs: 'piece', group: true },
  { id: 'previous-suggestion', menu: 'review', shortcut: 'Alt+K', needs: 'piece' },
  { id: 'accept-suggestion', menu: 'review', shortcut: 'Alt+A', needs: 'piece', group: true },
  { id: 'refuse-suggestion', menu: 'review', shortcut: 'Alt+R', needs: 'piece' },
  { id: 'accept-block-suggestions', menu: 'review', shortcut: 'Alt+Shift+A', needs: 'piece' },
  { id: 'refuse-block-suggestions', menu: 'review', shortcut: 'Alt+Shift+R', needs: 'piece' },
  { id: 'accept-all-suggestions', menu: 'review', needs: 'piece' },
  { id: 'refuse-all-suggestions', menu: 'review', needs: 'piece' },

  { id: 'palette', menu: 'view', shortcut: 'CmdOrCtrl+K', needs: 'nothing' },
  { id: 'column-width', menu: 'view', shortcut: 'CmdOrCtrl+G', needs: 'piece', group: true },
  { id: 'panel-story', menu: 'view', shortcut: 'CmdOrCtrl+1', needs: 'piece', group: true },
  { id: 'panel-photos', menu: 'view', shortcut: 'CmdOrCtrl+2', needs: 'piece' },
  { id: 'panel-checks', menu: 'view', shortcut: 'CmdOrCtrl+3', needs: 'piece' },
  { id: 'panel-page', menu: 'view', shortcut: 'CmdOrCtrl+4', needs: 'piece' },
  { id: 'panel-review', menu: 'view', shortcut: 'CmdOrCtrl+5', needs: 'piece' },
  { id: 'panel-conflicts', menu: 'view', shortcut: 'CmdOrCtrl+8', needs: 'piece' },
  { id: 'page-window', menu: 'view', shortcut: 'CmdOrCtrl+Shift+4', needs: 'piece' },
  { id: 'page-galley', menu: 'view', needs: 'piece' },
  { id: 'theme-light', menu: 'view', needs: 'nothing', group: true },
  { id: 'theme-dark', menu: 'view', needs: 'nothing' },
  { id: 'theme-system', menu: 'view', needs: 'nothing' },

  { id: 'shortcuts', menu: 'help', shortcut: 'F1', needs: 'nothing' },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

export const COMMANDS: readonly (Command & { readonly id: CommandId })[] = commands;
