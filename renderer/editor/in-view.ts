import { $getNearestNodeFromDOMNode } from 'lexical';
import type { ElementNode, LexicalEditor } from 'lexical';
import { $placedLeavesOf } from './leaves';
import { PartNode } from './nodes/lines';
import { $topOf } from './nodes/where';

/** Blocks up to this many pixels beyond the window count as seen, so that a small scroll shows no bare ones. */
const MARGIN = 300;

/** The blocks and head fields on the screen, by their elements: they stand below each other, so halving finds the first. */
export function elementsInView(root: HTMLElement): readonly Element[] {
  const { children } = root;
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? 0) < -MARGIN) low = middle + 1;
    else high = middle;
  }
  const seen: Element[] = [];
  for (let at = low; at < children.length; at += 1) {
    const child = children[at];
    if (!child || child.getBoundingClientRect().top > window.innerHeight + MARGIN) break;
    // A head field stands in a container of its slot, which belongs to no node.
    seen.push((child.hasAttribute('data-lexical-slot') && child.firstElementChild) || child);
  }
  return seen;
}

/** The texts that can be seen now. To be called inside a read. */
export function $leavesInView(editor: LexicalEditor): readonly ElementNode[] {
  const root = editor.getRootElement();
  if (!root) return [];
  return elementsInView(root).flatMap((element) => {
    const node = $getNearestNodeFromDOMNode(element);
    if (node instanceof PartNode) return [node];
    const top = node && $topOf(node);
    return top ? $placedLeavesOf(top).map(({ leaf }) => leaf) : [];
  });
}

/** Calls back after each scroll of anything that holds the editor, and after the window or the text changed its size. */
export function whenViewMoves(editor: LexicalEditor, moved: () => void): () => void {
  return editor.registerRootListener((root) => {
    const view = root?.ownerDocument.defaultView;
    if (!view) return;
    // Scroll events do not bubble: only a capturing listener hears the pane's.
    view.addEventListener('scroll', moved, { capture: true, passive: true });
    view.addEventListener('resize', moved, { passive: true });
    // The width of the pane, a picture that arrives, a face that is loaded: all move the blocks.
    const sizes = new ResizeObserver(moved);
    sizes.observe(root);
    return () => {
      sizes.disconnect();
      view.removeEventListener('scroll', moved, { capture: true });
      view.removeEventListener('resize', moved);
    };
  });
}
