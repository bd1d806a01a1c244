import { $getRoot } from 'lexical';
import type { ElementNode, LexicalEditor, TextNode } from 'lexical';
import { $leavesInView } from '../in-view';
import { $placedLeaves } from '../leaves';
import { $idOf, $threadsOf } from '../nodes/state';
import { $textNodesOf, paint, rangeOf } from '../text-ranges';
import { isShown } from './thread-index';
import type { ThreadIndex } from './thread-index';

const OPEN = 'galley-comment';
const ACTIVE = 'galley-comment-active';

/** Paints the words that open threads are about, as far as they can be seen, and those of the active one on top. */
export function paintComments(editor: LexicalEditor, index: ThreadIndex): void {
  const open: Range[] = [];
  const active: Range[] = [];
  editor.read(() => {
    for (const leaf of $leavesInView(editor)) {
      for (const node of $textNodesOf(leaf)) {
        const shown = $threadsOf(node).filter((id) => isShown(index, id));
        const range = shown.length > 0 ? wholeRange(editor, node) : null;
        if (range) (shown.some((id) => id === index.active) ? active : open).push(range);
      }
    }
  });
  paint(OPEN, open);
  paint(ACTIVE, active);
  markActiveBlock(editor, index);
}

export function wipeComments(): void {
  paint(OPEN, []);
  paint(ACTIVE, []);
}

function wholeRange(editor: LexicalEditor, node: TextNode): Range | null {
  return rangeOf(editor, { key: node.getKey(), from: 0, to: node.getTextContentSize() });
}

/** A frame round the block or field that the active thread is about. The attribute is no part of the text: Lexical does not watch it. */
function markActiveBlock(editor: LexicalEditor, { byId, active }: ThreadIndex): void {
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
