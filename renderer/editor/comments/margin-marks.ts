import { $getNearestNodeFromDOMNode, $getRoot } from 'lexical';
import type { LexicalEditor, LexicalNode } from 'lexical';
import { elementsInView } from '../in-view';
import { $placedLeavesOf } from '../leaves';
import { BylineNode, PartNode } from '../nodes/lines';
import { $idOf } from '../nodes/state';
import { $fieldOf, $topOf } from '../nodes/where';
import { $anchorsIn } from './anchor-words';
import type { ThreadIndex } from './thread-index';

/** A mark beside a block or field: how many open threads are about it. Places in pixels from the top left of the galley. */
export interface MarginMark {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly threads: readonly string[];
  readonly active: boolean;
}

/** The marks of what can be seen now. */
export function marginMarks(editor: LexicalEditor, index: ThreadIndex): readonly MarginMark[] {
  const root = editor.getRootElement();
  const galley = root?.closest('.galley');
  if (!root || !galley || index.byId.size === 0) return [];
  const from = galley.getBoundingClientRect();
  const left = root.getBoundingClientRect().right - from.left;
  return editor.read(() =>
    elementsInView(root).flatMap((element): readonly MarginMark[] => {
      const node = $getNearestNodeFromDOMNode(element);
      const threads = node ? $openThreadsAt(node, index) : [];
      if (!node || threads.length === 0) return [];
      const top = element.getBoundingClientRect().top - from.top;
      return [{ key: node.getKey(), left, top, threads, active: threads.some((id) => id === index.active) }];
    }),
  );
}

function $openThreadsAt(node: LexicalNode, { byId, ofBlock, ofField }: ThreadIndex): readonly string[] {
  const isOpen = (id: string) => byId.has(id) && !byId.get(id)?.resolved;
  if (node instanceof PartNode) {
    const field = $fieldOf($getRoot(), node);
    return [...(field ? (ofField.get(field) ?? []) : []), ...[...$anchorsIn(node).keys()].filter(isOpen)];
  }
  const top = $topOf(node);
  if (!top) return [];
  if (top instanceof BylineNode) return ofField.get('byline') ?? [];
  const onWords = $placedLeavesOf(top).flatMap(({ leaf }) => [...$anchorsIn(leaf).keys()]);
  return [...new Set([...(ofBlock.get($idOf(top)) ?? []), ...onWords.filter(isOpen)])];
}
