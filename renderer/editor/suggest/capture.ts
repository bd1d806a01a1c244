import { LinkNode } from '@lexical/link';
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getSlotHost,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  defineExtension,
  HISTORIC_TAG,
  LineBreakNode,
  mergeRegister,
  ParagraphNode,
  RootNode,
  TextNode,
} from 'lexical';
import type { EditorState, ElementNode, LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { idMint } from '../../../shared/interview/build';
import { mapText } from '../../../shared/interview/text';
import type { Block, BlockId, Text } from '../../../shared/interview/types';
import { changeWeave, openWeave, paragraphOf, type Hand } from '../../../shared/review/suggest/body';
import { changeBody } from '../../../shared/review/suggest/change-body';
import { NO_MOVES, type Moves } from '../../../shared/review/suggest/moves';
import { isEnd, weaveOf, type Paragraph, type Weave } from '../../../shared/review/suggest/weave';
import { $textOf } from '../bridge/runs';
import { isListUntouched } from '../checked-roots';
import { hostOf } from '../host';
import { NODES } from '../nodes/all';
import { SlotHostNode } from '../nodes/hosts';
import { $partOf, BylineNode, PartNode } from '../nodes/lines';
import { $idOf } from '../nodes/state';
import {
  $linesOf,
  $movedOf,
  $orderOf,
  $setLines,
  $setMoved,
  $setOrder,
  $setTail,
  $setWeave,
  $tailOf,
  $weaveOf,
  linesPart,
} from '../nodes/suggestions';
import { $leafOf, $topOf, isTextBlock } from '../nodes/where';
import { $bodyIndex, $bodyNow, bodyOf } from './body-index';
import type { BodyIndex, ReadBlocks } from './body-index';

/** For updates that are no typing: opening, deciding, drawing. What they leave is taken as it is. */
export const SKIP_SUGGEST_TAG = 'skip-suggest';

/** Everything that can stand in a text or hold one: a change of any of them is a change of its text. */
const WATCHED = [...NODES, ParagraphNode, TextNode, LinkNode, LineBreakNode] as const;

/**
 * Brings the proposals up to the text after every change, from the state before and the text as it is now: how it was typed
 * does not matter. Nothing is intercepted, and no text is wrapped. While nobody suggests, the change counts as done, but still
 * passes through the proposals beside it.
 */
class Capture {
  private readonly touched = new Set<NodeKey>();
  private readonly indexes = new WeakMap<EditorState, BodyIndex>();
  /** What the last pass over an update read of its body: it stands in the state that came of it. */
  private readonly blocks = new WeakMap<EditorState, ReadBlocks>();
  private pending: EditorState | null = null;
  private hand: Hand = null;
  /** What was last computed, for transforms run in several passes: by text the words, for the body its ids and words. */
  private readonly done = new Map<string, string>();

  constructor(private readonly editor: LexicalEditor) {}

  note(node: LexicalNode): void {
    const leaf = $leafOf(node) ?? node;
    this.touched.add(leaf.getKey());
  }

  settled(): void {
    this.touched.clear();
    this.done.clear();
  }

  $capture(root: RootNode): void {
    const { editor } = this;
    const pending = editor._pendingEditorState;
    if ($hasUpdateTag(SKIP_SUGGEST_TAG) || $hasUpdateTag(HISTORIC_TAG) || pending === null) {
      if (pending) {
        this.indexes.delete(pending);
        this.blocks.delete(pending);
      }
      return;
    }
    if (pending !== this.pending) {
      this.pending = pending;
      this.hand = this.newHand();
      this.done.clear();
    }
    // Lexical runs no transform for the text that is being composed.
    const selection = $getSelection();
    if ($isRangeSelection(selection)) this.note(selection.anchor.getNode());
    const blocks = new Set<BlockId>();
    for (const key of this.touched) {
      const node = $getNodeByKey(key);
      if (!node?.isAttached()) continue;
      const top = $topOf(node);
      if (node instanceof PartNode || node instanceof BylineNode) this.$line(node);
      else if (top && !isTextBlock(top) && linesPart(top)) this.$lines(top);
      if (top && !(top instanceof BylineNode)) blocks.add($idOf(top));
    }
    this.$body(root, pending, blocks);
  }

  private newHand(): Hand {
    const host = hostOf(this.editor);
    const by = host.suggestAs ?? null;
    return by === null ? null : { id: idMint(host.random)(), by, at: Date.now() };
  }

  /** True when this was computed for these words already. */
  private isDone(what: string, words: string): boolean {
    if (this.done.get(what) === words) return true;
    this.done.set(what, words);
    return false;
  }

  /** The text of a slot, a head field or the byline. */
  private $line(leaf: ElementNode): void {
    const now = [$paragraph(leaf)];
    if (this.isDone(leaf.getKey(), JSON.stringify(now))) return;
    const was = this.before(leaf.getKey(), (node) => ({
      weave: $weaveOf(node),
      text: withoutPlaceholder([$paragraph(node)], now),
    }));
    const host = $getSlotHost(leaf);
    const hand = host instanceof SlotHostNode && this.$isOwnBlock(host) ? null : this.hand;
    $setWeave(leaf, was && next(was.weave, was.text, now, hand));
  }

  /** All paragraphs of a box or items of a list. */
  private $lines(top: LexicalNode): void {
    const now = $paragraphs(top);
    if (this.isDone(top.getKey(), JSON.stringify(now))) return;
    const was = this.before(top.getKey(), (node) => ({
      weave: $linesOf(node),
      text: withoutPlaceholder($paragraphs(node), now),
    }));
    $setLines(top, was && next(was.weave, was.text, now, this.$isOwnBlock(top) ? null : this.hand));
  }

  /** Whether the block is itself a proposal of who is typing: its texts are part of that. */
  private $isOwnBlock(node: LexicalNode): boolean {
    const top = $topOf(node);
    const last = (top && $weaveOf(top))?.at(-1);
    return last !== undefined && isEnd(last) && this.hand !== null && last.ins?.by === this.hand.by;
  }

  private before<Value>(key: NodeKey, $read: (node: ElementNode) => Value): Value | null {
    const state = this.editor.getEditorState();
    return state.read(() => {
      const node = $getNodeByKey(key);
      return $isElementNode(node) ? $read(node) : null;
    });
  }

  private $body(root: RootNode, pending: EditorState, touched: ReadonlySet<BlockId>): void {
    const state = this.editor.getEditorState();
    const was = this.indexOf(state);
    const index = was.followsList && isListUntouched(this.editor, root) ? was : $bodyIndex();
    this.indexes.set(pending, index);
    this.blocks.delete(pending);
    const isSame =
      was === index || (was.ids.length === index.ids.length && was.ids.every((id, at) => id === index.ids[at]));
    const changed = this.hand ? touched : this.withProposals(touched, was);
    if (isSame && changed.size === 0) return;
    const now = $bodyNow(index);
    this.blocks.set(pending, now.read);
    const words = [...changed].map((id) => JSON.stringify(bare(now.block(id))));
    if (this.isDone('body', `${isSame ? '' : index.ids.join()}\n${words.join()}`)) return;
    const { tail, moves } = isSame ? NOTHING : this.outside(was);
    const old = bodyOf(state, was, this.blocks.get(state));
    const block = (id: BlockId) => {
      const found = old.block(id);
      const text =
        found && 'text' in found ? withoutPlaceholder([found], changed.has(id) ? texts(now.block(id)) : []) : [];
      return found && text[0] ? { ...found, text: text[0].text } : found;
    };
    const result = changeBody({ ids: old.ids, block, tail, moves }, now, changed, this.hand);
    // What is written now brings another pass, which reads anew.
    now.read.clear();
    for (const [id, weave] of result.stretches) {
      const node = nodeAt(index, id);
      if (node) $setWeave(node, weave);
    }
    if (isSame) return;
    $setTail(root, result.tail);
    if (result.moves === moves) return;
    for (const id of index.ids) {
      const node = nodeAt(index, id);
      if (node) $setMoved(node, result.moves.moved.get(id) ?? null);
    }
    $setOrder(root, result.moves.order);
  }

  private indexOf(state: EditorState): BodyIndex {
    const known = this.indexes.get(state);
    if (known) return known;
    const index = state.read($bodyIndex);
    this.indexes.set(state, index);
    return index;
  }

  /** Those of the blocks that had proposals: the others need no look while nobody suggests. */
  private withProposals(ids: ReadonlySet<BlockId>, index: BodyIndex): ReadonlySet<BlockId> {
    return this.editor.getEditorState().read(
      () =>
        new Set(
          [...ids].filter((id) => {
            const node = nodeAt(index, id);
            return node && $weaveOf(node);
          }),
        ),
    );
  }

  private outside(index: BodyIndex): { readonly tail: Weave; readonly moves: Moves } {
    return this.editor.getEditorState().read(() => {
      const root = $getRoot();
      const order = $orderOf(root);
      const moved = new Map(
        index.ids.flatMap((id) => {
          const node = order && nodeAt(index, id);
          const move = node && $movedOf(node);
          return move ? [[id, move] as const] : [];
        }),
      );
      return { tail: $tailOf(root), moves: order ? { moved, order } : NO_MOVES };
    });
  }
}

/** Holds the place of a word that is being composed; what the state before still has of it is no text. */
const PLACEHOLDER = '\u200b';

/** The texts before a change without the placeholder, unless it stands in the texts as they are now: then somebody put it there. */
function withoutPlaceholder<Part extends { readonly text: Text }>(
  before: readonly Part[],
  now: readonly { readonly text: Text }[],
): readonly Part[] {
  const holds = (parts: readonly { readonly text: Text }[]) =>
    parts.some(({ text }) => text.some((run) => run.text.includes(PLACEHOLDER)));
  if (!holds(before) || holds(now)) return before;
  return before.map((part) => ({ ...part, text: mapText(part.text, (plain) => plain.replaceAll(PLACEHOLDER, '')) }));
}

/** What the stretch of a block follows from; its own proposals are left out, as they are what is computed. */
function bare(block: Block | undefined) {
  return block && [paragraphOf(block), 'text' in block ? null : block.kind];
}

function texts(block: Block | undefined): readonly { readonly text: Text }[] {
  return block && 'text' in block ? [block] : [];
}

const NOTHING = { tail: [], moves: NO_MOVES };

function nodeAt({ keys }: BodyIndex, id: BlockId): LexicalNode | null {
  const key = keys.get(id);
  return key === undefined ? null : $getNodeByKey(key);
}

function next(weave: Weave | null, was: readonly Paragraph[], now: readonly Paragraph[], hand: Hand): Weave | null {
  if (!weave && !hand) return null;
  return openWeave(changeWeave(weave ?? weaveOf(was), now, hand));
}

function $paragraph(leaf: ElementNode): Paragraph {
  const part = leaf instanceof PartNode ? $partOf(leaf) : 'byline';
  return { id: part, kind: part, text: $textOf(leaf) };
}

function $paragraphs(top: LexicalNode): readonly Paragraph[] {
  const kind = linesPart(top) ?? 'paragraphs';
  const leaves = $isElementNode(top) ? top.getChildren().filter($isElementNode) : [];
  return leaves.map((leaf, at) => ({ id: String(at), kind, text: $textOf(leaf) }));
}

export const SuggestCaptureExtension = defineExtension({
  name: 'galley/suggest-capture',
  register: (editor) => {
    const capture = new Capture(editor);
    return mergeRegister(
      ...WATCHED.map((type) => editor.registerNodeTransform(type, (node: LexicalNode) => capture.note(node))),
      editor.registerNodeTransform(RootNode, (root) => capture.$capture(root)),
      editor.registerUpdateListener(() => capture.settled()),
    );
  },
});
