import { $getSlot, $getState, $setState, createState } from 'lexical';
import type { ElementNode, LexicalNode, RootNode } from 'lexical';
import { equalData } from '../../../shared/interview/equal';
import { PICTURE_PARTS } from '../../../shared/interview/shown-pictures';
import type { PictureText } from '../../../shared/interview/shown-pictures';
import type {
  BlockSuggestions,
  Item,
  PieceSuggestions,
  ProposedMove,
  Weave,
} from '../../../shared/interview/suggestions';
import type { BlockId } from '../../../shared/interview/types';
import { openWeave } from '../../../shared/review/suggest/body';
import { isEnd, weaveOf } from '../../../shared/review/suggest/weave';
import { $textOf } from '../bridge/runs';
import { BoxNode } from './box';
import { $picturesOf, GalleryNode } from './gallery';
import { $partIn, FIELD_NAMES, FIELD_SLOTS, SlotHostNode } from './hosts';
import { BylineNode } from './lines';
import { $isListNode } from './list';

/*
 * Open proposals stand beside the text they are about, in the same editor state, so that undo takes both back: on a block its
 * stretch of the body, on the text of a slot, a head field or the byline its own weave, on a box or list that of its lines.
 */

function isWeave(value: unknown): value is Weave {
  return Array.isArray(value);
}

const weave = createState('weave', { parse: (value) => (isWeave(value) ? value : null), isEqual: equalData });
const lines = createState('lines', { parse: (value) => (isWeave(value) ? value : null), isEqual: equalData });
const tail = createState('tail', { parse: (value) => (isWeave(value) ? value : null), isEqual: equalData });
const moved = createState('moved', {
  parse: (value) => (typeof value === 'object' && value !== null ? (value as ProposedMove) : null),
  isEqual: equalData,
});
const order = createState('order', {
  parse: (value) => (Array.isArray(value) ? (value as readonly BlockId[]) : null),
  isEqual: equalData,
});

export function $weaveOf(node: LexicalNode): Weave | null {
  return $getState(node, weave);
}

export function $setWeave(node: LexicalNode, value: Weave | null): void {
  if (!equalData($getState(node, weave), value)) $setState(node, weave, value);
}

/** The proposals in the paragraphs of a box or the items of a list. */
export function $linesOf(node: LexicalNode): Weave | null {
  return $getState(node, lines);
}

export function $setLines(node: LexicalNode, value: Weave | null): void {
  if (!equalData($getState(node, lines), value)) $setState(node, lines, value);
}

export function $movedOf(node: LexicalNode): ProposedMove | null {
  return $getState(node, moved);
}

export function $setMoved(node: LexicalNode, value: ProposedMove | null): void {
  if (!equalData($getState(node, moved), value)) $setState(node, moved, value);
}

export function $tailOf(root: RootNode): Weave {
  return $getState(root, tail) ?? [];
}

export function $setTail(root: RootNode, value: Weave): void {
  const next = value.length > 0 ? value : null;
  if (!equalData($getState(root, tail), next)) $setState(root, tail, next);
}

export function $orderOf(root: RootNode): readonly BlockId[] | null {
  return $getState(root, order);
}

export function $setOrder(root: RootNode, value: readonly BlockId[] | null): void {
  if (!equalData($getState(root, order), value)) $setState(root, order, value);
}

/** Gives what stands on one node to the one that takes its place. */
export function $handOverSuggestions(from: LexicalNode, to: LexicalNode): void {
  $setWeave(to, $weaveOf(from));
  $setMoved(to, $movedOf(from));
}

/** The name of the part that a box or list holds as its children. */
export function linesPart(node: LexicalNode): 'paragraphs' | 'items' | null {
  if (node instanceof BoxNode) return 'paragraphs';
  return $isListNode(node) ? 'items' : null;
}

/** What a block has open, as the model has it. */
export function $blockSuggestions(node: LexicalNode): {
  readonly suggestions?: BlockSuggestions;
  readonly moved?: ProposedMove;
} {
  const all: Record<string, Weave> = {};
  const stretch = $weaveOf(node);
  if (stretch) all['text'] = stretch;
  if (node instanceof SlotHostNode) {
    for (const part of node.parts) {
      const slot = $partIn(node, part);
      const open = slot && $weaveOf(slot);
      if (open) all[part] = open;
    }
  }
  if (node instanceof GalleryNode) Object.assign(all, $pictureWeaves(node));
  const part = linesPart(node);
  const inner = part && $linesOf(node);
  if (part && inner) all[part] = inner;
  const move = $movedOf(node);
  return { ...(Object.keys(all).length > 0 ? { suggestions: all } : {}), ...(move ? { moved: move } : {}) };
}

/** The proposals under the pictures of a gallery: each text keeps its own, the block has those of all pictures in one. */
function $pictureWeaves(gallery: GalleryNode): BlockSuggestions {
  const all: Record<string, Weave> = {};
  const pictures = $picturesOf(gallery);
  for (const [text, part] of PICTURE_TEXTS) {
    const slots = pictures.map((picture) => $partIn(picture, text));
    if (!slots.some((slot) => slot && $weaveOf(slot))) continue;
    all[part] = slots.flatMap((slot, at): Weave => {
      const id = String(at);
      const own = slot && $weaveOf(slot);
      if (!own) return weaveOf([{ id, kind: part, text: slot ? $textOf(slot) : [] }]);
      return own.map((item) => (isEnd(item) ? { ...item, end: { ...item.end, id, base: id, kind: part } } : item));
    });
  }
  return all;
}

function $setPictureWeaves(gallery: GalleryNode, suggestions: BlockSuggestions): void {
  for (const [text, part] of PICTURE_TEXTS) {
    const each = divideWeave(suggestions[part] ?? [], text);
    for (const [at, picture] of $picturesOf(gallery).entries()) {
      const slot = $partIn(picture, text);
      if (slot) $setWeave(slot, openWeave(each[at] ?? []));
    }
  }
}

/** The weave of each picture by itself. */
function divideWeave(weave: Weave, text: PictureText): readonly Weave[] {
  const each: Item[][] = [[]];
  for (const item of weave) {
    if (!isEnd(item)) each.at(-1)?.push(item);
    else if (!item.del) {
      each.at(-1)?.push({ ...item, end: { ...item.end, id: text, base: text, kind: text } });
      each.push([]);
    }
  }
  return each;
}

const PICTURE_TEXTS = Object.entries(PICTURE_PARTS) as readonly (readonly [PictureText, string])[];

/** Puts a block's proposals on its node; those that it does not name are taken off. */
export function $setBlockSuggestions(
  node: LexicalNode,
  given: { readonly suggestions?: BlockSuggestions | undefined; readonly moved?: ProposedMove | undefined },
): void {
  const { suggestions = {}, moved: move } = given;
  $setWeave(node, suggestions['text'] ?? null);
  $setMoved(node, move ?? null);
  if (node instanceof SlotHostNode) {
    for (const part of node.parts) {
      const slot = $partIn(node, part);
      if (slot) $setWeave(slot, suggestions[part] ?? null);
    }
  }
  if (node instanceof GalleryNode) $setPictureWeaves(node, suggestions);
  const part = linesPart(node);
  if (part) $setLines(node, suggestions[part] ?? null);
}

/** The texts outside the body that can have proposals, by the name of their field. */
export function $fieldLeaves(root: RootNode): readonly (readonly [keyof PieceSuggestions, ElementNode])[] {
  const head = FIELD_NAMES.flatMap((name) => {
    const slot = $getSlot(root, FIELD_SLOTS[name]);
    return slot ? [[name, slot as ElementNode] as const] : [];
  });
  const byline = root.getChildren().findLast((node) => node instanceof BylineNode);
  return byline ? [...head, ['byline', byline] as const] : head;
}

/** The open proposals outside the blocks; null without any. */
export function $pieceSuggestions(root: RootNode): PieceSuggestions | null {
  const open: Record<string, unknown> = {};
  for (const [name, leaf] of $fieldLeaves(root)) if ($weaveOf(leaf)) open[name] = $weaveOf(leaf);
  if ($tailOf(root).length > 0) open['tail'] = $tailOf(root);
  if ($orderOf(root)) open['order'] = $orderOf(root);
  return Object.keys(open).length > 0 ? (open as PieceSuggestions) : null;
}

export function $setPieceSuggestions(root: RootNode, suggestions: PieceSuggestions | undefined): void {
  for (const [name, leaf] of $fieldLeaves(root)) $setWeave(leaf, (suggestions?.[name] as Weave | undefined) ?? null);
  $setTail(root, suggestions?.tail ?? []);
  $setOrder(root, suggestions?.order ?? null);
}
