import {
  $getRoot,
  $getSelection,
  $getSlot,
  $isElementNode,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { LexicalEditor, LexicalNode, RootNode } from 'lexical';
import { formatByline } from '../../shared/interview/byline';
import type { Change } from '../../shared/interview/change';
import { toText } from '../../shared/interview/text';
import type { Spot } from '../../shared/proof/proof';
import { $inlineNodes } from './bridge/runs';
import { $nodeOf } from './bridge/to-editor';
import { $caretSpot } from './caret';
import { REWRITTEN_TAG } from './comments/anchor-tag';
import { $placedLeaves } from './leaves';
import { FIELD_NAMES, FIELD_SLOTS } from './nodes/hosts';
import { BylineNode, PartNode } from './nodes/lines';
import { $idOf, $setRest } from './nodes/state';
import { $setPieceSuggestions } from './nodes/suggestions';
import { $enterPlace } from './place';
import { SKIP_SUGGEST_TAG } from './suggest/capture';

/** Puts a change into the text that was not typed here, as one undo step. The caret stays at its words. */
export function applyChangeToEditor(editor: LexicalEditor, change: Change): void {
  const root = editor.getRootElement();
  const focused = root !== null && root.contains(document.activeElement);
  // Whoever is writing in a panel stays there: a selection that Lexical sets would take the keyboard along.
  const stay = focused ? [] : [SKIP_DOM_SELECTION_TAG];
  // What was made elsewhere is no proposal and brings its own along; threads look for their words again.
  const tag = [HISTORY_PUSH_TAG, SKIP_SUGGEST_TAG, REWRITTEN_TAG, ...stay];
  editor.update(() => $apply(change), { discrete: true, tag });
}

function $apply(change: Change): void {
  const root = $getRoot();
  const caret = $caretWithText();
  // A caret in a node that is replaced would break the update.
  if (caret && isRewritten(caret.spot, change)) $headline(root)?.selectEnd();
  $applyFields(root, change);
  $applyBlocks(root, change);
  if (change.order) $applyOrder(root, change);
  if (caret) $restore(caret);
}

function isRewritten({ place }: Spot, { fields = {}, blocks = {} }: Change): boolean {
  return place.block === undefined ? place.part in fields : place.block in blocks;
}

function $headline(root: RootNode): PartNode | null {
  const slot = $getSlot(root, FIELD_SLOTS.headline);
  return slot instanceof PartNode ? slot : null;
}

function $applyFields(root: RootNode, { fields = {} }: Change): void {
  for (const name of FIELD_NAMES) {
    const text = fields[name];
    const slot = $getSlot(root, FIELD_SLOTS[name]);
    if (text === undefined || !$isElementNode(slot)) continue;
    slot.clear().append(...$inlineNodes(text ?? []));
    $setRest(slot, text?.length === 0 ? { present: true } : {});
  }
  if (fields.suggestions !== undefined) $setPieceSuggestions(root, fields.suggestions ?? undefined);
  const byline = $bylineOf(root);
  if (!fields.byline || !byline) return;
  byline.clear().append(...$inlineNodes(toText(formatByline(fields.byline))));
  $setRest(byline, { signatures: fields.byline });
}

function $applyBlocks(root: RootNode, { blocks = {}, order }: Change): void {
  const there = new Map(root.getChildren().map((node) => [$idOf(node), node]));
  for (const [id, block] of Object.entries(blocks)) {
    const node = there.get(id);
    if (node) node.replace($nodeOf(block));
    else if (order?.includes(id)) $bylineOf(root)?.insertBefore($nodeOf(block));
  }
}

/** Moves only what stands elsewhere, so that the rest of the page is not drawn anew. */
function $applyOrder(root: RootNode, { order = [] }: Change): void {
  const wanted = new Set(order);
  const nodes = new Map<string, LexicalNode>();
  for (const node of root.getChildren()) {
    if (node instanceof BylineNode) continue;
    if (wanted.has($idOf(node))) nodes.set($idOf(node), node);
    // The last block goes too: the guard puts a place for the caret there.
    else node.remove();
  }
  let next: LexicalNode | null = root.getFirstChild();
  for (const id of order) {
    const node = nodes.get(id);
    if (!node) continue;
    if (node.is(next)) next = node.getNextSibling();
    else next?.insertBefore(node);
  }
}

function $bylineOf(root: RootNode): BylineNode | null {
  return root.getChildren().find((node) => node instanceof BylineNode) ?? null;
}

interface Caret {
  readonly spot: Spot;
  readonly text: string;
}

function $caretWithText(): Caret | null {
  const selection = $getSelection();
  const spot = $isRangeSelection(selection) ? $caretSpot() : null;
  return spot && { spot, text: $textAt(spot) ?? '' };
}

/** An untouched text keeps its selection by itself. */
function $restore({ spot, text }: Caret): void {
  const now = $textAt(spot);
  // The text under the caret went with its block: Lexical has put the caret beside it.
  if (now === null) return;
  const there = $caretSpot();
  if (now === text && there?.place.block === spot.place.block && there?.offset === spot.offset) return;
  $enterPlace(spot.place, offsetAfter(text, now, spot.offset));
}

function $textAt({ place }: Spot): string | null {
  const found = $placedLeaves().find(
    (one) =>
      one.place.block === place.block && one.place.part === place.part && (one.place.index ?? 0) === (place.index ?? 0),
  );
  return found ? found.leaf.getTextContent() : null;
}

/** Where a place in a text is after the text has changed around it: counted from the nearer end that stayed. */
export function offsetAfter(before: string, after: string, offset: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (offset <= start) return offset;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const fromEnd = before.length - offset;
  return fromEnd <= end ? after.length - fromEnd : Math.min(start, after.length);
}
