import { $getRoot } from 'lexical';
import type { ElementNode, LexicalEditor } from 'lexical';
import type { Attributes } from '../drawn-attributes';
import { $leavesInView } from '../in-view';
import { $placedLeaves } from '../leaves';
import { $idOf, $threadsOf } from '../nodes/state';
import { $textNodesOf } from '../text-ranges';
import { isShown } from './thread-index';
import type { ThreadIndex } from './thread-index';

/**
 * The words that open threads are about, as far as they can be seen, those of the active one apart. They have text nodes of
 * their own, so an attribute shows them: a highlight would be gone through by the browser at every key.
 */
export function $commentedElements(editor: LexicalEditor, index: ThreadIndex): ReadonlyMap<HTMLElement, Attributes> {
  const found = new Map<HTMLElement, Attributes>();
  for (const leaf of $leavesInView(editor)) {
    for (const node of $textNodesOf(leaf)) {
      const shown = $threadsOf(node).filter((id) => isShown(index, id));
      const element = shown.length > 0 ? editor.getElementByKey(node.getKey()) : null;
      if (element) found.set(element, { 'data-thread': shown.some((id) => id === index.active) ? 'active' : 'open' });
    }
  }
  return found;
}

/** A frame round the block or field that the active thread is about. The attribute is no part of the text: Lexical does not watch it. */
export function markActiveBlock(editor: LexicalEditor, { byId, active }: ThreadIndex): void {
  const root = editor.getRootElement();
  const element = active === null ? null : elementOfAnchor(editor, byId.get(active)?.anchor);
  for (const marked of root?.querySelectorAll('[data-commented]') ?? [])
    if (marked !== element) marked.removeAttribute('data-commented');
  if (element && root?.contains(element)) element.setAttribute('data-commented', '');
}

type Anchor = NonNullable<ReturnType<ThreadIndex['byId']['get']>>['anchor'];

/** The element of a block, of a part of one, or of a field; null for words and the whole piece. */
export function elementOfAnchor(editor: LexicalEditor, anchor: Anchor | undefined): HTMLElement | null {
  if (anchor?.kind !== 'block' && anchor?.kind !== 'field') return null;
  return editor.read(() => {
    const key = anchor.kind === 'block' ? $blockKey(anchor.block, anchor.part) : $fieldLeaf(anchor.field)?.getKey();
    return key === undefined ? null : editor.getElementByKey(key);
  });
}

function $blockKey(block: string, part: string | undefined): string | undefined {
  if (part !== undefined) {
    const placed = $placedLeaves().find(({ place }) => place.block === block && place.part === part);
    if (placed) return placed.leaf.getKey();
  }
  return $getRoot()
    .getChildren()
    .find((node) => $idOf(node) === block)
    ?.getKey();
}

function $fieldLeaf(field: string): ElementNode | null {
  const placed = $placedLeaves().find(({ place }) => place.block === undefined && place.part === field);
  return placed?.leaf ?? null;
}
