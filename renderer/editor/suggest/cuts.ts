import { $getState, $setState, createState } from 'lexical';
import type { ElementNode, NodeKey, TextNode } from 'lexical';
import type { Drawing } from '../../../shared/review/suggest/layout';
import { $textNodesOf } from '../text-ranges';

/**
 * Where a text node begins because deleted words are drawn before it. Text nodes of different state are not joined by Lexical.
 * Only decoration: the model knows nothing of it, and after each opening it is made anew.
 */
const cut = createState('cut', { parse: (value) => (typeof value === 'number' ? value : 0) });

/** Deleted words that are drawn before a text node, or behind the last one. */
export interface DrawnGap {
  readonly key: NodeKey;
  readonly side: 'before' | 'behind';
  readonly words: string;
  readonly by: string;
}

/** Parts the leaf's text nodes where deleted words are to be drawn. Changes nothing when they are parted so already. */
export function $cutAtGaps(leaf: ElementNode, { gaps, length }: Drawing): void {
  const wanted = new Map(gaps.filter(({ at }) => at < length).map(({ at }, index) => [at, (index % 2) + 1]));
  let offset = 0;
  for (const node of $textNodesOf(leaf)) {
    const size = node.getTextContentSize();
    const inside = [...wanted.keys()].filter((at) => at > offset && at < offset + size).map((at) => at - offset);
    const parts: readonly TextNode[] = inside.length > 0 ? node.splitText(...inside) : [node];
    let at = offset;
    for (const part of parts) {
      const sign = wanted.get(at) ?? 0;
      if ($getState(part, cut) !== sign) $setState(part, cut, sign);
      at += part.getTextContentSize();
    }
    offset += size;
  }
}

/** True when the text nodes of the leaf are parted as its gaps ask for. */
export function $isCut(leaf: ElementNode, { gaps, length }: Drawing): boolean {
  const wanted = new Map(gaps.filter(({ at }) => at < length).map(({ at }, index) => [at, (index % 2) + 1]));
  let offset = 0;
  let met = 0;
  for (const node of $textNodesOf(leaf)) {
    const sign = wanted.get(offset) ?? 0;
    if ($getState(node, cut) !== sign) return false;
    if (sign > 0) met += 1;
    offset += node.getTextContentSize();
  }
  return offset !== length || met === wanted.size;
}

/** Which text node each gap is drawn at; none for an empty leaf, which draws its gap itself. */
export function $gapsAtNodes(leaf: ElementNode, { gaps, length }: Drawing): readonly DrawnGap[] {
  const nodes = $textNodesOf(leaf);
  const last = nodes.at(-1);
  const drawn: DrawnGap[] = [];
  let offset = 0;
  for (const node of nodes) {
    const gap = gaps.find(({ at }) => at === offset && at < length);
    if (gap) drawn.push({ key: node.getKey(), side: 'before', words: gap.words, by: gap.by });
    offset += node.getTextContentSize();
  }
  const end = gaps.find(({ at }) => at === length);
  if (end && last) drawn.push({ key: last.getKey(), side: 'behind', words: end.words, by: end.by });
  return drawn;
}
