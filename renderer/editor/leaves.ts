import { $getRoot, $getSlot, $isElementNode } from 'lexical';
import type { ElementNode, LexicalNode } from 'lexical';
import { PICTURE_PARTS } from '../../shared/interview/shown-pictures';
import type { Place } from '../../shared/interview/visit';
import { GalleryNode, GalleryPictureNode } from './nodes/gallery';
import { $partIn, FIELD_NAMES, FIELD_SLOTS, SlotHostNode } from './nodes/hosts';
import { BylineNode } from './nodes/lines';
import { $idOf } from './nodes/state';
import { $leavesOf } from './nodes/where';
import { $isListNode } from './nodes/list';
import { BoxNode } from './nodes/box';

/** One editable text and where it stands. */
export interface PlacedLeaf {
  readonly leaf: ElementNode;
  readonly place: Place;
}

/** The texts of one block in the order in which the caret walks them. */
export function $placedLeavesOf(top: LexicalNode): readonly PlacedLeaf[] {
  if (top instanceof BylineNode) return [{ leaf: top, place: { part: 'byline' } }];
  const block = $idOf(top);
  if (top instanceof GalleryNode) return $leavesOfGallery(top, block);
  const slots =
    top instanceof SlotHostNode
      ? top.parts
          .flatMap((part) => $partIn(top, part) ?? [])
          .map((leaf, index) => ({ leaf, place: { block, part: top.parts[index] ?? 'text' } }))
      : [];
  const part = top instanceof BoxNode ? 'paragraphs' : $isListNode(top) ? 'items' : null;
  const leaves = $leavesOf(top).map((leaf, index) => ({
    leaf,
    place: part ? { block, part, index } : { block, part: 'text' },
  }));
  return [...slots, ...leaves];
}

/** The texts of each picture, then those of all. */
function $leavesOfGallery(gallery: GalleryNode, block: string): readonly PlacedLeaf[] {
  const pictures = gallery.getChildren().filter((child) => child instanceof GalleryPictureNode);
  return [
    ...pictures.flatMap((picture, index) =>
      picture.parts.flatMap((part) => {
        const leaf = $partIn(picture, part);
        return leaf ? [{ leaf, place: { block, part: PICTURE_PARTS[part], index } }] : [];
      }),
    ),
    ...gallery.parts.flatMap((part) => {
      const leaf = $partIn(gallery, part);
      return leaf ? [{ leaf, place: { block, part } }] : [];
    }),
  ];
}

/** Every editable text of the piece: kicker, headline, standfirst, the body, the byline. */
export function $placedLeaves(): readonly PlacedLeaf[] {
  const root = $getRoot();
  const head = FIELD_NAMES.flatMap((part) => {
    const leaf = $getSlot(root, FIELD_SLOTS[part]);
    return $isElementNode(leaf) ? [{ leaf, place: { part } }] : [];
  });
  return [...head, ...root.getChildren().flatMap($placedLeavesOf)];
}
