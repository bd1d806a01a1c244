import { $getRoot, $getSelection, $getSlotHost, $isRangeSelection, $isRootNode } from 'lexical';
import type { LexicalNode } from 'lexical';
import { note } from '../../../shared/checks/remark';
import type { Remark } from '../../../shared/checks/remark';
import { joinPhotos, layoutFor, MOST_PICTURES, partGallery } from '../../../shared/interview/gallery';
import type { Block, Gallery, GalleryLayout, GalleryPicture, PhotoBlock } from '../../../shared/interview/types';
import type { TakenPhoto } from '../../../shared/ipc/contract';
import { $blockOf } from '../bridge/from-editor';
import { $galleryPicture, $nodeOf } from '../bridge/to-editor';
import { $replaceByLine } from '../guard/delete-character';
import { GalleryNode, GalleryPictureNode } from '../nodes/gallery';
import { $partIn } from '../nodes/hosts';
import { PhotoNode } from '../nodes/photo';
import { $restOf, $setRest } from '../nodes/state';
import { $partAround, $topOf } from '../nodes/where';
import { $insertBelowCaret } from '../paste/insert';

/** How wide a new gallery is, in columns of the printed page. */
const SPAN = 3;

function pictureOf({ photo, texts }: TakenPhoto): GalleryPicture {
  return { photoId: photo.id, ...texts };
}

/** Puts pictures just taken in below the caret as a gallery, or as several when they are too many for one. */
export function $insertGallery(taken: readonly TakenPhoto[]): boolean {
  const galleries: Gallery[] = [];
  for (let at = 0; at < taken.length; at += MOST_PICTURES) {
    const pictures = taken.slice(at, at + MOST_PICTURES).map(pictureOf);
    const layout = layoutFor(pictures.length);
    galleries.push({ kind: 'gallery', id: '', layout, span: SPAN, pictures, caption: [], credit: [] });
  }
  const [first] = $insertBelowCaret(galleries);
  $enterFirst(first);
  return taken.length > 0;
}

function $enterFirst(node: LexicalNode | null | undefined): void {
  const photo = node instanceof GalleryNode ? node.getFirstChild() : node;
  if (photo instanceof PhotoNode) $partIn(photo, 'caption')?.selectEnd();
}

/** The gallery of the caret, or the one that is selected. */
export function $galleryAt(): GalleryNode | null {
  const node = $getSelection()?.getNodes()[0];
  const top = node ? $topOf(node) : null;
  return top instanceof GalleryNode ? top : null;
}

/** The picture of a gallery that holds the caret. */
export function $galleryPictureAt(): GalleryPictureNode | null {
  const selection = $getSelection();
  const part = $isRangeSelection(selection) ? $partAround(selection.anchor.getNode()) : null;
  const host = part && $getSlotHost(part);
  return host instanceof GalleryPictureNode ? host : null;
}

/** Puts more pictures behind the caret's one, or at the end; false when not all of them have room. */
export function $addToGallery(taken: readonly TakenPhoto[], gallery = $galleryAt()): boolean {
  if (!gallery || taken.length === 0 || gallery.getChildrenSize() + taken.length > MOST_PICTURES) return false;
  const nodes = taken.map((each) => $galleryPicture(pictureOf(each)));
  const at = $galleryPictureAt();
  if (at && at.getParent()?.is(gallery)) for (const node of nodes.toReversed()) at.insertAfter(node, false);
  else gallery.append(...nodes);
  $enterFirst(nodes[0]);
  return true;
}

/** Photos and galleries that stand behind each other, with the one at the caret or from the first that is selected. */
function $run(): readonly LexicalNode[] {
  const selected = new Set(
    $getSelection()
      ?.getNodes()
      .flatMap((node) => $topOf(node)?.getKey() ?? []),
  );
  const tops = $getRoot().getChildren();
  const isPicture = (node: LexicalNode | undefined) => node instanceof PhotoNode || node instanceof GalleryNode;
  const chosen = tops.filter((top) => isPicture(top) && selected.has(top.getKey()));
  const [first] = chosen;
  if (!first) return [];
  let from = tops.indexOf(first);
  // One picture means its neighbours too; several mean those that follow each other from the first.
  if (chosen.length === 1) while (isPicture(tops[from - 1])) from--;
  const run: LexicalNode[] = [];
  for (let at = from; isPicture(tops[at]); at++) {
    const node = tops[at];
    if (!node || (chosen.length > 1 && !selected.has(node.getKey()))) break;
    run.push(node);
  }
  return run;
}

function picturesIn(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((sum, node) => sum + (node instanceof GalleryNode ? node.getChildrenSize() : 1), 0);
}

/** Why the pictures here cannot become one gallery; null when they can. */
export function $whyNotJoined(run = $run()): Remark | null {
  if (run.length < 2) return note('join-alone');
  const count = picturesIn(run);
  return count > MOST_PICTURES ? note('join-too-many', { count, most: MOST_PICTURES }) : null;
}

/** Whether words under the pictures that would be joined or parted wait for a decision. */
export function $isUndecided(): boolean {
  return [...$run(), $galleryAt()].some((node) => {
    const block = node && $blockOf(node);
    if (!block || block.kind === 'unknown') return false;
    return Object.keys(block.suggestions ?? {}).some((part) => part !== 'text');
  });
}

/** Makes one gallery of neighbouring photos, in their order; every text stays with its picture. */
export function $joinPhotos(): boolean {
  const run = $run();
  if ($whyNotJoined(run)) return false;
  const [head, ...others] = run.flatMap((node): readonly (PhotoBlock | Gallery)[] => {
    const block: Block | null = $blockOf(node);
    return block?.kind === 'photo' || block?.kind === 'gallery' ? [block] : [];
  });
  const [first, ...rest] = run;
  if (!head || !first || others.length !== rest.length) return false;
  const node = $nodeOf(joinPhotos([head, ...others]));
  for (const each of rest) each.remove();
  first.insertBefore(node);
  first.remove();
  $enterFirst(node);
  return true;
}

/** Makes photos of their own again out of the caret's gallery. */
export function $partGallery(): boolean {
  const gallery = $galleryAt();
  const block = gallery && $blockOf(gallery);
  if (!gallery || block?.kind !== 'gallery') return false;
  const nodes = partGallery(block).map($nodeOf);
  for (const node of nodes) gallery.insertBefore(node);
  gallery.remove();
  $enterFirst(nodes[0]);
  return true;
}

export function $setLayout(layout: GalleryLayout, gallery = $galleryAt()): boolean {
  if (!gallery || $restOf(gallery)['layout'] === layout) return false;
  $setRest(gallery, { ...$restOf(gallery), layout });
  return true;
}

/** Moves a picture within its gallery; the caret stays in its text. */
export function $movePicture(by: 1 | -1, picture = $galleryPictureAt()): boolean {
  const neighbour = by > 0 ? picture?.getNextSibling() : picture?.getPreviousSibling();
  if (!picture || !neighbour) return false;
  if (by > 0) picture.insertBefore(neighbour, false);
  else picture.insertAfter(neighbour, false);
  return true;
}

/** Takes a picture with its texts out of its gallery; the last one takes the gallery with it. */
export function $removePicture(picture = $galleryPictureAt()): boolean {
  if (!picture) return false;
  const gallery = picture.getParent();
  const next = picture.getNextSibling() ?? picture.getPreviousSibling();
  if (!(gallery instanceof GalleryNode) || !$isRootNode(gallery.getParent())) return false;
  if (next) {
    $enterFirst(next);
    picture.remove();
  } else $replaceByLine(gallery);
  return true;
}
