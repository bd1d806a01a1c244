import { $getNodeByKey, $getRoot, $getSelection, $getSlot, $isElementNode, $isRangeSelection } from 'lexical';
import type { ElementNode, LexicalNode } from 'lexical';
import { formatByline } from '../../../shared/interview/byline';
import { equalData } from '../../../shared/interview/equal';
import { toText } from '../../../shared/interview/text';
import type { Block, Interview, Text } from '../../../shared/interview/types';
import { textsOfBlock } from '../../../shared/interview/visit';
import { $inlineNodes, $textOf } from '../bridge/runs';
import { $nodeOf } from '../bridge/to-editor';
import { $caretSpot } from '../caret';
import { $convert } from '../nodes/convert';
import type { TextKind } from '../nodes/convert';
import { $picturesOf, GalleryNode } from '../nodes/gallery';
import { $partIn, FIELD_NAMES, FIELD_SLOTS, SlotHostNode } from '../nodes/hosts';
import { BylineNode } from '../nodes/lines';
import { $idOf, $setRest } from '../nodes/state';
import { $setBlockSuggestions, $setPieceSuggestions } from '../nodes/suggestions';
import { isTextBlock } from '../nodes/where';
import { $enterPlace } from '../place';

/** Writes a text into its element; one that says the same is not touched, so that the caret and threads in it stay. */
function $write(leaf: ElementNode, text: Text): void {
  if (equalData($textOf(leaf), text)) return;
  leaf.clear();
  leaf.append(...$inlineNodes(text));
}

/** Makes the editor show `after` where it showed `before`: only what differs is touched. The caret stays in its place of the text. */
export function $showPiece(before: Interview, after: Interview): void {
  const spot = $caretSpot();
  $showFields(after);
  $showBody(before, after);
  $setPieceSuggestions($getRoot(), after.suggestions);
  const selection = $getSelection();
  const lost = $isRangeSelection(selection) && $getNodeByKey(selection.anchor.key) === null;
  if (spot && (lost || $caretSpot()?.offset !== spot.offset)) $enterPlace(spot.place, spot.offset);
}

function $showFields(after: Interview): void {
  const root = $getRoot();
  for (const name of FIELD_NAMES) {
    const slot = $getSlot(root, FIELD_SLOTS[name]);
    if ($isElementNode(slot)) $write(slot, after[name] ?? []);
  }
  const byline = root.getChildren().find((node) => node instanceof BylineNode);
  if (!byline) return;
  $write(byline, toText(formatByline(after.byline)));
}

function $showBody(before: Interview, after: Interview): void {
  const root = $getRoot();
  const nodes = new Map(root.getChildren().map((node) => [$idOf(node), node]));
  const old = new Map(before.body.map((block) => [block.id, block]));
  const wanted = new Set(after.body.map(({ id }) => id));
  for (const { id } of before.body) if (!wanted.has(id)) nodes.get(id)?.remove();
  let cursor: LexicalNode | null = null;
  for (const block of after.body) {
    const there = nodes.get(block.id);
    const was = old.get(block.id);
    const node = there && was ? $change(there, was, block) : $nodeOf(block);
    const first: LexicalNode | null = root.getFirstChild();
    const follower = cursor ? cursor.getNextSibling() : first;
    if (!node.is(follower)) {
      if (cursor) cursor.insertAfter(node, false);
      else if (first) first.insertBefore(node, false);
      else root.append(node);
    }
    cursor = node;
  }
}

/** The node of a block after the block changed: the same one where its kind allows. */
function $change(node: LexicalNode, was: Block, block: Block): LexicalNode {
  if (was === block || equalData(was, block) || block.kind === 'unknown') return node;
  const sameShape = was.kind === block.kind || ('text' in was && 'text' in block);
  const withLines = block.kind === 'box' || block.kind === 'list';
  if (!sameShape || (withLines && !equalData(texts(was), texts(block)))) {
    const made = $nodeOf(block);
    node.replace(made);
    return made;
  }
  let now = node;
  if ('text' in block && isTextBlock(node)) {
    now = $convert(node, block.kind as TextKind);
    if ($isElementNode(now)) $write(now, block.text);
    const { kind: _kind, id: _id, text: _text, suggestions: _suggestions, moved: _moved, ...rest } = block;
    $setRest(now, rest);
  } else if (node instanceof SlotHostNode) {
    $writeParts(node, block);
    if (node instanceof GalleryNode && block.kind === 'gallery')
      for (const [at, picture] of $picturesOf(node).entries()) $writeParts(picture, block.pictures[at] ?? {});
  }
  $setBlockSuggestions(now, block);
  return now;
}

function $writeParts(node: SlotHostNode, texts: object): void {
  const parts = texts as { readonly [part: string]: Text | string };
  for (const part of node.parts) {
    const slot = $partIn(node, part);
    const text = parts[part] ?? [];
    if (slot) $write(slot, typeof text === 'string' ? toText(text) : text);
  }
}

function texts(block: Block): readonly Text[] {
  return textsOfBlock(block).map(({ text }) => text);
}
