import { $isElementNode, $isTextNode } from 'lexical';
import type { ElementNode, LexicalEditor, NodeKey, TextNode } from 'lexical';

/** A piece of one text node, in code units. */
export interface Stretch {
  readonly key: NodeKey;
  readonly from: number;
  readonly to: number;
}

/** The text nodes directly in a leaf or in its links; `getAllTextNodes` would add the texts of slots. */
export function $textNodesOf(leaf: ElementNode): readonly TextNode[] {
  return leaf.getChildren().flatMap((child) => {
    if ($isTextNode(child)) return [child];
    return $isElementNode(child) && child.isInline() ? $textNodesOf(child) : [];
  });
}

/** The stretches of text nodes that a range of the leaf's whole text covers. */
export function stretches(nodes: readonly TextNode[], from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let offset = 0;
  for (const node of nodes) {
    const size = node.getTextContentSize();
    const start = Math.max(from, offset);
    const end = Math.min(to, offset + size);
    if (start < end) found.push({ key: node.getKey(), from: start - offset, to: end - offset });
    offset += size;
  }
  return found;
}

/** The stretch in the DOM, for painting; null while it is not drawn. */
export function rangeOf(editor: LexicalEditor, { key, from, to }: Stretch): Range | null {
  const dom = editor.getElementByKey(key);
  let text: Node | null | undefined = dom?.firstChild;
  // A bold text stands one element deeper.
  while (text && text.nodeType !== 3) text = text.firstChild;
  const length = text?.nodeValue?.length ?? 0;
  if (!text || to > length) return null;
  const range = new Range();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range;
}

/** Paints ranges under a name of `::highlight()`; an empty list takes the paint away. */
export function paint(name: string, ranges: readonly Range[]): void {
  // Without a window, as in tests of the bridge, there is nothing to paint on.
  if (typeof Highlight === 'undefined') return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
