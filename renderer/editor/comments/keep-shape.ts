import type { ElementNode, TextNode } from 'lexical';
import { $threadsOf } from '../nodes/state';
import { $textNodesOf, stretches } from '../text-ranges';
import { $addThread, $anchorsIn, $dropThread, $hangOn, $part, wordsOf } from './anchor-words';
import { grown } from './grown';

/** A leaf as it was when it was last looked at: its text, and where in it each thread stood, from its first to its last word. */
export interface LeafMemory {
  readonly text: string;
  readonly threads: ReadonlyMap<string, { readonly from: number; readonly to: number; readonly words: string }>;
}

export function $remember(leaf: ElementNode): LeafMemory {
  const threads = new Map<string, { from: number; to: number; words: string }>();
  let text = '';
  for (const node of $textNodesOf(leaf)) {
    const words = node.getTextContent();
    for (const id of $threadsOf(node)) {
      const known = threads.get(id);
      if (known) Object.assign(known, { to: text.length + words.length, words: known.words + words });
      else threads.set(id, { from: text.length, to: text.length + words.length, words });
    }
    text += words;
  }
  return { text, threads };
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

/** Takes these threads off what was typed right before and behind their words since then: they do not grow by that. */
export function $trimGrowth(leaf: ElementNode, before: LeafMemory, mayGrow: (thread: string) => boolean): void {
  for (const id of $anchorsIn(leaf).keys()) {
    const was = before.threads.get(id)?.words;
    const nodes = $anchorsIn(leaf).get(id) ?? [];
    if (was === undefined || mayGrow(id)) continue;
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

/**
 * Hangs the threads whose words were selected and written over on what stands there now; deleted words have nothing in their
 * place. Gives the threads it did that for.
 */
export function $followRewritten(leaf: ElementNode, before: LeafMemory): readonly string[] {
  const present = $anchorsIn(leaf);
  const nodes = $textNodesOf(leaf);
  const now = wordsOf(nodes);
  const followed: string[] = [];
  for (const [id, { from, to }] of before.threads) {
    const end = now.length - (before.text.length - to);
    const sameAround =
      now.startsWith(before.text.slice(0, from)) && end > from && now.slice(end) === before.text.slice(to);
    if (present.has(id) || !sameAround) continue;
    $hangOn(id, stretches(nodes, from, end));
    followed.push(id);
  }
  return followed;
}
