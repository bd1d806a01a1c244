import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
} from 'lexical';
import type { ElementNode, LexicalNode, PointType, RangeSelection } from 'lexical';
import { $convert, $createTextBlock } from '../nodes/convert';
import { BylineNode, PartNode } from '../nodes/lines';
import { $enterFromAbove, $enterFromBelow } from '../nodes/select';
import {
  $isAtEdge,
  $isEmptyBlock,
  $leafOf,
  $leavesOf,
  $questionOf,
  $topOf,
  canJoin,
  isAtomic,
  isTail,
  isTextBlock,
} from '../nodes/where';

/** Where a point was before anything moved it. */
type Spot = Pick<PointType, 'key' | 'offset' | 'type'>;

/** One end of a selection: the block it is in, and where in it; `leaf` is null when the whole block is meant. */
interface End {
  readonly top: LexicalNode;
  readonly point: Spot;
  readonly leaf: ElementNode | null;
}

function $endAt(point: PointType, side: 'start' | 'end'): End | null {
  const node = point.getNode();
  const spot = { key: point.key, offset: point.offset, type: point.type };
  if ($isRootNode(node)) {
    const top = node.getChildAtIndex(side === 'start' ? point.offset : point.offset - 1);
    return top ? { top, point: spot, leaf: null } : null;
  }
  const top = $topOf(node);
  const leaf = $leafOf(node);
  // A selection within a slot is a selection within one text, whatever block hosts it.
  return top ? { top, point: spot, leaf: isAtomic(top) && !(leaf instanceof PartNode) ? null : leaf } : null;
}

/** Empties a leaf from a point to its end, or from its start to a point. */
function $trimLeaf(leaf: ElementNode, point: Spot, side: 'after' | 'before'): void {
  const range = $createRangeSelection();
  const edge = side === 'after' ? leaf.selectEnd().anchor : leaf.selectStart().anchor;
  range.anchor.set(point.key, point.offset, point.type);
  range.focus.set(edge.key, edge.offset, edge.type);
  $setSelection(range);
  if (!range.isCollapsed()) range.removeText();
}

/** Takes away what is selected of the first (or last) block. */
function $trim(end: End, side: 'after' | 'before'): void {
  if (end.top instanceof BylineNode && end.leaf === null) end.top.clear();
  else if (end.leaf === null) end.top.remove();
  else {
    const leaves = $leavesOf(end.top);
    const at = leaves.findIndex((leaf) => leaf.is(end.leaf));
    for (const leaf of side === 'after' ? leaves.slice(at + 1) : leaves.slice(0, Math.max(at, 0))) leaf.remove();
    $trimLeaf(end.leaf, end.point, side);
  }
}

/** True when the selection runs over more than one block of the body. */
export function $spansBlocks(selection: RangeSelection): boolean {
  if (selection.isCollapsed()) return false;
  const [start, end] = $orderedEnds(selection);
  return start !== null && end !== null && (!start.top.is(end.top) || start.leaf === null || end.leaf === null);
}

function $orderedEnds(selection: RangeSelection): readonly [End | null, End | null] {
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  return [$endAt(first, 'start'), $endAt(last, 'end')];
}

/**
 * Deletes a selection that runs over several blocks, block by block: Lexical's own way joins both ends, which would glue
 * a question to an answer or a paragraph to the byline. False when the selection stays within one block.
 */
export function $deleteOverBlocks(selection: RangeSelection): boolean {
  if (!$spansBlocks(selection)) return false;
  const [start, end] = $orderedEnds(selection);
  if (!start || !end) return false;
  const wholeStart =
    start.leaf === null || ($isAtEdge(start.point, start.leaf, true) && start.leaf.is($leavesOf(start.top)[0]));
  const wholeEnd =
    end.leaf === null || ($isAtEdge(end.point, end.leaf, false) && end.leaf.is($leavesOf(end.top).at(-1)));
  if (!start.top.is(end.top)) {
    const between = start.top.getNextSiblings();
    for (const node of between.slice(
      0,
      between.findIndex((sibling) => sibling.is(end.top)),
    ))
      node.remove();
  }
  const before = start.top.getPreviousSibling();
  const after = end.top.getNextSibling();
  if (!start.top.is(end.top)) $trim(end, 'before');
  $trim(start, 'after');
  $closeGap(start.top, end.top, { wholeStart, wholeEnd, before, after });
  return true;
}

interface Gap {
  readonly wholeStart: boolean;
  readonly wholeEnd: boolean;
  readonly before: LexicalNode | null;
  readonly after: LexicalNode | null;
}

/** Joins the two halves where they may be one text, takes emptied blocks away, and sets the caret where the gap was. */
function $closeGap(first: LexicalNode, last: LexicalNode, gap: Gap): void {
  if (!first.is(last) && first.isAttached() && last.isAttached() && canJoin(first, last)) {
    if (!$isElementNode(first) || !$isElementNode(last)) return;
    const size = first.getChildrenSize();
    first.append(...last.getChildren());
    last.remove();
    first.select(size, size);
    return;
  }
  const emptied = (node: LexicalNode, whole: boolean) =>
    whole && node.isAttached() && !first.is(last) && $isEmptyBlock(node);
  // One of two emptied blocks stays, so that the caret keeps a line where the text was.
  if (emptied(first, gap.wholeStart) && last.isAttached() && !isTail(last) && !emptied(last, gap.wholeEnd))
    first.remove();
  else if (emptied(last, gap.wholeEnd) && first.isAttached() && !(last instanceof BylineNode)) last.remove();
  if (isTextBlock(first) && first.isAttached() && gap.wholeStart && $isEmptyBlock(first))
    $convert(first, $questionOf(first.getPreviousSibling()) ? 'answer' : 'paragraph').selectEnd();
  else if (first.isAttached()) $enterFromBelow(first);
  else if (last.isAttached() && !isTail(last)) $enterFromAbove(last);
  else {
    // Everything was whole blocks: an empty paragraph takes their place.
    const line = $createTextBlock($questionOf(gap.before) ? 'answer' : 'paragraph');
    const next = last.isAttached() ? last : gap.after;
    if (next) next.insertBefore(line);
    else $getRoot().append(line);
    line.selectStart();
  }
}

/** The same for whatever is selected now. */
export function $deleteSelectedBlocks(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && $deleteOverBlocks(selection);
}
