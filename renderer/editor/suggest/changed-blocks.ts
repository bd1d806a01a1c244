import { $getRoot } from 'lexical';
import type { LexicalNode, NodeKey } from 'lexical';
import { marksOf } from '../../../shared/review/suggest/hunks';
import type { Weave } from '../../../shared/review/suggest/weave';
import { $placedLeavesOf } from '../leaves';
import { PartNode } from '../nodes/lines';
import { $fieldLeaves, $linesOf, $movedOf, $weaveOf } from '../nodes/suggestions';
import { isTextBlock } from '../nodes/where';

/** A block or head field with open proposals. */
export interface ChangedBlock {
  readonly key: NodeKey;
  readonly authors: readonly string[];
  readonly moved: boolean;
  readonly kind: { readonly from: string; readonly to: string } | null;
  readonly fresh: boolean;
  /** How many marks are in it. */
  readonly count: number;
}

interface Marked {
  readonly authors: readonly string[];
  readonly count: number;
}

/** A weave is never written into: it is counted once. */
const counted = new WeakMap<Weave, Marked>();

function markedIn(weave: Weave): Marked {
  const before = counted.get(weave);
  if (before) return before;
  const marks = weave.flatMap(marksOf);
  const made = { count: marks.length, authors: [...new Set(marks.map(({ by }) => by))] };
  counted.set(weave, made);
  return made;
}

/** Every weave of a block: its stretch of the body, that of its lines, those of its slots. */
function $weavesOf(top: LexicalNode): readonly Weave[] {
  const slots = isTextBlock(top)
    ? []
    : $placedLeavesOf(top).flatMap(({ leaf }) => (leaf instanceof PartNode ? [$weaveOf(leaf)] : []));
  return [$weaveOf(top), $linesOf(top), ...slots].filter((weave) => weave !== null);
}

/** The blocks and head fields with open proposals, in the order of the piece. */
export function $changedBlocks(): readonly ChangedBlock[] {
  const fields = $fieldLeaves($getRoot()).map(([, leaf]) => leaf as LexicalNode);
  return [...fields, ...$getRoot().getChildren()].flatMap((node) => {
    const moved = $movedOf(node);
    const marked = $weavesOf(node).map(markedIn);
    const count = marked.reduce((sum, one) => sum + one.count, 0);
    if (count === 0 && !moved) return [];
    const end = $weaveOf(node)?.at(-1);
    const atEnd = end && 'end' in end ? end : null;
    const was = atEnd?.end.was;
    return [
      {
        key: node.getKey(),
        count,
        authors: [...new Set([...marked.flatMap(({ authors }) => authors), ...(moved ? [moved.by] : [])])],
        moved: moved !== null,
        kind: was && atEnd ? { from: was.kind, to: atEnd.end.kind } : null,
        // A block without words has nothing to underline.
        fresh: atEnd?.ins !== undefined && !isTextBlock(node),
      },
    ];
  });
}
