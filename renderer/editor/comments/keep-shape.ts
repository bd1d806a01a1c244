import type { ElementNode, TextNode } from 'lexical';
import { $textNodesOf } from '../text-ranges';
import { $addThread, $anchorsIn, $dropThread, $part, wordsOf } from './anchor-words';
import { grown } from './grown';

/** What each thread in a leaf said when it was last looked at. */
export type LeafWords = ReadonlyMap<string, string>;

export function $leafWords(leaf: ElementNode): LeafWords {
  return new Map([...$anchorsIn(leaf)].map(([id, nodes]) => [id, wordsOf(nodes)]));
}

/** What was pasted into the middle of a thread's words belongs to them, as what is typed there does. */
export function $closeGaps(leaf: ElementNode): void {
  const texts = $textNodesOf(leaf);
  for (const [id, nodes] of $anchorsIn(leaf)) {
    const first = texts.findIndex((node) => node.is(nodes[0] ?? null));
    const last = texts.findIndex((node) => node.is(nodes.at(-1) ?? null));
    if (last - first + 1 === nodes.length) continue;
    for (const node of texts.slice(first, last + 1)) $addThread(node, id);
  }
}

/** Takes a thread off what was typed right before and behind its words since then: they do not grow by that. */
export function $trimGrowth(leaf: ElementNode, before: LeafWords): void {
  for (const id of $anchorsIn(leaf).keys()) {
    const was = before.get(id);
    const nodes = $anchorsIn(leaf).get(id) ?? [];
    if (was === undefined) continue;
    const { start, end } = grown(was, wordsOf(nodes));
    $takeOff(id, nodes.toReversed(), end, (node, count) =>
      $part(node, node.getTextContentSize() - count, node.getTextContentSize()),
    );
    $takeOff(id, $anchorsIn(leaf).get(id) ?? [], start, (node, count) => $part(node, 0, count));
  }
}

/** Takes a thread off `count` units from the first of the nodes on. */
function $takeOff(
  id: string,
  nodes: readonly TextNode[],
  count: number,
  $cut: (node: TextNode, count: number) => TextNode,
): void {
  let left = count;
  for (const node of nodes) {
    if (left <= 0) return;
    const taken = Math.min(left, node.getTextContentSize());
    $dropThread($cut(node, taken), id);
    left -= taken;
  }
}
