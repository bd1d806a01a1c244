import type { EditorState, NodeKey } from 'lexical';

/**
 * The nodes that differ between two states; those that are gone are not among them, but what held them is.
 * Undo and redo put a whole state in, and Lexical then names no dirty node but the root.
 */
export function changedKeys(now: EditorState, before: EditorState): readonly NodeKey[] {
  const changed: NodeKey[] = [];
  for (const [key, node] of now._nodeMap) if (key !== 'root' && before._nodeMap.get(key) !== node) changed.push(key);
  return changed;
}
