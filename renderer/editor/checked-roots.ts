import type { LexicalEditor, LexicalNode, RootNode } from 'lexical';

/**
 * Whether the update that is under way left the list of blocks alone. Lexical copies a node before it is written, and the root
 * is written whenever a block or a head field comes, goes or moves: the same object is the same list.
 */
export function isListUntouched(editor: LexicalEditor, root: RootNode): boolean {
  return editor.getEditorState()._nodeMap.get('root') === root.getLatest();
}

/** Remembers which lists of blocks were looked through already, so that a key does not look through all blocks again. */
export class CheckedRoots {
  private readonly checked = new WeakSet<LexicalNode>();

  constructor(private readonly editor: LexicalEditor) {}

  /** True while the list is untouched and was noted before; a root that is still being written never counts as known. */
  isKnown(root: RootNode): boolean {
    return isListUntouched(this.editor, root) && this.checked.has(root.getLatest());
  }

  note(root: RootNode): void {
    this.checked.add(root.getLatest());
  }
}
