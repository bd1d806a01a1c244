import { $getNodeByKey, $getRoot } from 'lexical';
import type { EditorState, LexicalNode, NodeKey } from 'lexical';
import type { Block, BlockId } from '../../../shared/interview/types';
import type { BodyView } from '../../../shared/review/suggest/change-body';
import { $blockOf } from '../bridge/from-editor';
import { BylineNode } from '../nodes/lines';
import { $idOf, $isFiller } from '../nodes/state';
import { isTextBlock } from '../nodes/where';

/** Which blocks a state has, in order, and which node is which. */
export interface BodyIndex {
  readonly ids: readonly BlockId[];
  readonly keys: ReadonlyMap<BlockId, NodeKey>;
  /** Whether the list alone says which blocks there are: no line in it counts only once it has text. */
  readonly followsList: boolean;
}

/** Whether a top node is a block of the piece: neither the byline nor the empty line that only holds the caret. */
function $isBlock(node: LexicalNode): boolean {
  if (node instanceof BylineNode) return false;
  return !($isFiller(node) && isTextBlock(node) && node.getTextContentSize() === 0);
}

export function $bodyIndex(): BodyIndex {
  const children = $getRoot().getChildren();
  const nodes = children.filter($isBlock);
  return {
    ids: nodes.map($idOf),
    keys: new Map(nodes.map((node) => [$idOf(node), node.getKey()])),
    followsList: !children.some($isFiller),
  };
}

/** Blocks of one state that were read already: a paragraph full of proposals is many nodes. */
export type ReadBlocks = Map<BlockId, Block | undefined>;

/** The body of a state that is no longer changed. */
export function bodyOf(state: EditorState, { ids, keys }: BodyIndex, known?: ReadBlocks): BodyView {
  const read: ReadBlocks = new Map(known);
  const $block = (id: BlockId) => $blockAt(keys.get(id));
  return { ids, block: (id) => readOnce(read, id, () => state.read(() => $block(id))) };
}

/** The body as it is in the update that is under way, with what was read of it: good until something is written. */
export function $bodyNow({ ids, keys }: BodyIndex): BodyView & { readonly read: ReadBlocks } {
  const read: ReadBlocks = new Map();
  return { ids, read, block: (id) => readOnce(read, id, () => $blockAt(keys.get(id))) };
}

function readOnce(known: ReadBlocks, id: BlockId, $read: () => Block | undefined): Block | undefined {
  if (!known.has(id)) known.set(id, $read());
  return known.get(id);
}

function $blockAt(key: NodeKey | undefined): Block | undefined {
  const node = key === undefined ? null : $getNodeByKey(key);
  return (node && $blockOf(node)) ?? undefined;
}
