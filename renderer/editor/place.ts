import { $getRoot, $getSlotHost } from 'lexical';
import type { LexicalNode } from 'lexical';
import type { Place } from '../../shared/interview/visit';
import { $placedLeaves, $placedLeavesOf } from './leaves';
import { SlotHostNode } from './nodes/hosts';
import { PartNode } from './nodes/lines';
import { $idOf } from './nodes/state';
import { $selectOffset } from './select-offset';
import { $fieldOf, $leafOf, $topOf } from './nodes/where';

/** Where a node stands in the piece. */
export function $placeOf(node: LexicalNode): Place | null {
  const leaf = $leafOf(node);
  if (leaf instanceof PartNode && !($getSlotHost(leaf) instanceof SlotHostNode)) {
    const field = $fieldOf($getRoot(), leaf);
    return field ? { part: field } : null;
  }
  const top = $topOf(node);
  if (!top) return null;
  const placed = leaf && $placedLeavesOf(top).find((one) => one.leaf.is(leaf));
  return placed?.place ?? { block: $idOf(top), part: 'text' };
}

/** Puts the caret to the end of the text at a place, or of the first text of its block; or before its character `offset`. */
export function $enterPlace(place: Place, offset?: number): boolean {
  const leaves = $placedLeaves();
  const sameBlock = leaves.filter(
    (one) => one.place.block === place.block && (place.block !== undefined || one.place.part === place.part),
  );
  const found =
    sameBlock.find((one) => one.place.part === place.part && (one.place.index ?? 0) === (place.index ?? 0)) ??
    sameBlock[0];
  if (!found || offset === undefined || !$selectOffset(found.leaf, offset)) found?.leaf.selectEnd();
  return found !== undefined;
}
