import { $getRoot, $isElementNode } from 'lexical';
import type { ElementNode } from 'lexical';
import { drawingsOf } from '../../../shared/review/suggest/layout';
import type { Drawing } from '../../../shared/review/suggest/layout';
import type { Weave } from '../../../shared/review/suggest/weave';
import { BylineNode, PartNode } from '../nodes/lines';
import { $linesOf, $tailOf, $weaveOf, linesPart } from '../nodes/suggestions';
import { $topOf, isTextBlock } from '../nodes/where';

/** A text without proposals: nothing is drawn in it, and nothing parts it. */
const EMPTY: Drawing = {
  length: -1,
  inserted: [],
  restyled: [],
  gaps: [],
  newEnd: null,
  kindBy: null,
  authors: [],
};

/** A weave is never written into: what was made of it once holds for good. */
const known = new WeakMap<Weave, readonly Drawing[]>();

function drawings(weave: Weave): readonly Drawing[] {
  const before = known.get(weave);
  if (before) return before;
  const made = drawingsOf(weave);
  known.set(weave, made);
  return made;
}

/** What is to be drawn in one text; the same object as long as its proposals stay as they are. */
export function $drawingOf(leaf: ElementNode): Drawing {
  if (leaf instanceof BylineNode) return $drawingOfByline(leaf);
  if (leaf instanceof PartNode || isTextBlock(leaf)) return first($weaveOf(leaf)) ?? EMPTY;
  const top = $topOf(leaf);
  const lines = top && linesPart(top) ? $linesOf(top) : null;
  if (!lines || !$isElementNode(top)) return EMPTY;
  const at = top.getChildren().findIndex((child) => child.is(leaf));
  return drawings(lines)[at] ?? EMPTY;
}

/** The byline stands last: what was deleted behind the last block is drawn before its words. */
function $drawingOfByline(leaf: BylineNode): Drawing {
  const own = first($weaveOf(leaf));
  const tail = first($tailOf($getRoot()));
  if (!tail) return own ?? EMPTY;
  const length = own?.length ?? leaf.getTextContentSize();
  return { ...(own ?? EMPTY), length, gaps: [...tail.gaps.map((gap) => ({ ...gap, at: 0 })), ...(own?.gaps ?? [])] };
}

function first(weave: Weave | null): Drawing | null {
  return weave ? (drawings(weave)[0] ?? null) : null;
}
