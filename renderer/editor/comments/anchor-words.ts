import { $getNodeByKey, $isTextNode } from 'lexical';
import type { ElementNode, TextNode } from 'lexical';
import { $placedLeaves } from '../leaves';
import { $setThreads, $threadsOf } from '../nodes/state';
import { $textNodesOf } from '../text-ranges';
import type { Stretch } from '../text-ranges';

/** The text nodes of each thread in a leaf, in order. */
export function $anchorsIn(leaf: ElementNode): ReadonlyMap<string, readonly TextNode[]> {
  const anchors = new Map<string, TextNode[]>();
  for (const node of $textNodesOf(leaf)) {
    for (const id of $threadsOf(node)) {
      const nodes = anchors.get(id);
      if (nodes) nodes.push(node);
      else anchors.set(id, [node]);
    }
  }
  return anchors;
}

export function wordsOf(nodes: readonly TextNode[]): string {
  return nodes.map((node) => node.getTextContent()).join('');
}

/** Every text node that names the thread, in reading order. */
export function $nodesOfThread(thread: string): readonly TextNode[] {
  return $placedLeaves().flatMap(({ leaf }) => $anchorsIn(leaf).get(thread) ?? []);
}

/** Hangs a thread on these stretches. The nodes are divided at the ends; the caret stays where it is. */
export function $hangOn(thread: string, where: readonly Stretch[]): void {
  for (const { key, from, to } of where) {
    const node = $getNodeByKey(key);
    if ($isTextNode(node)) $addThread($part(node, from, to), thread);
  }
}

export function $releaseAll(thread: string): void {
  for (const node of $nodesOfThread(thread)) $dropThread(node, thread);
}

export function $addThread(node: TextNode, thread: string): void {
  const threads = $threadsOf(node);
  if (!threads.includes(thread)) $setThreads(node, [...threads, thread].toSorted());
}

export function $dropThread(node: TextNode, thread: string): void {
  const threads = $threadsOf(node);
  if (threads.includes(thread))
    $setThreads(
      node,
      threads.filter((id) => id !== thread),
    );
}

/** The part of a text node from `from` to `to` as a node of its own. */
export function $part(node: TextNode, from: number, to: number): TextNode {
  const size = node.getTextContentSize();
  const cuts = [from, to].filter((at) => at > 0 && at < size);
  const parts = cuts.length > 0 ? node.splitText(...cuts) : [node];
  return parts[from > 0 ? 1 : 0] ?? node;
}
