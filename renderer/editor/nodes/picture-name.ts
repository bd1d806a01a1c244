import { $getRoot } from 'lexical';
import { keyOfPicture } from '../../../shared/interview/shown-pictures';
import { GalleryNode, GalleryPictureNode } from './gallery';
import { PhotoNode } from './photo';
import { $idOf } from './state';

/** What the window calls a picture: the id of its block, in a gallery with its number (keyOfPicture). */
export function $nameOfPicture(node: PhotoNode): string {
  const parent = node.getParent();
  if (!(node instanceof GalleryPictureNode) || !(parent instanceof GalleryNode)) return $idOf(node);
  return keyOfPicture({ block: $idOf(parent), index: node.getIndexWithinParent() });
}

/** The picture of that name. */
export function $pictureNamed(name: string): PhotoNode | null {
  for (const top of $getRoot().getChildren()) {
    const pictures = top instanceof GalleryNode ? top.getChildren() : [top];
    for (const node of pictures) if (node instanceof PhotoNode && $nameOfPicture(node) === name) return node;
  }
  return null;
}
