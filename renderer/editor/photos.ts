import { $getRoot } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { isBlank, plainText, toText } from '../../shared/interview/text';
import type { PhotoBlock, Text } from '../../shared/interview/types';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { $inlineNodes, $textOf } from './bridge/runs';
import { $partIn } from './nodes/hosts';
import { PhotoNode } from './nodes/photo';
import { $idOf, $restOf, $setRest } from './nodes/state';
import { $insertBelowCaret } from './paste/insert';

/** A photo block for a picture just taken in; two columns wide, one for upright pictures. */
function photoBlock({ photo, texts }: TakenPhoto): PhotoBlock {
  return { kind: 'photo', id: '', photoId: photo.id, span: photo.width >= photo.height ? 2 : 1, ...texts };
}

/** Puts photos below the caret's block and the caret into the first one's caption: that is what is written next. */
export function $insertPhotos(taken: readonly TakenPhoto[]): boolean {
  const [first] = $insertBelowCaret(taken.map(photoBlock));
  if (first instanceof PhotoNode) $partIn(first, 'caption')?.selectEnd();
  return taken.length > 0;
}

function $photo(block: string): PhotoNode | null {
  const node = $getRoot()
    .getChildren()
    .find((child) => $idOf(child) === block);
  return node instanceof PhotoNode ? node : null;
}

function $write(photo: PhotoNode, part: 'caption' | 'credit' | 'alt', text: Text): void {
  $partIn(photo, part)
    ?.clear()
    .append(...$inlineNodes(text));
}

/** Puts another picture into a photo block; texts that somebody wrote stay, empty ones take what the file says. */
export function $replacePhoto(block: string, { photo, texts }: TakenPhoto): boolean {
  const node = $photo(block);
  if (!node) return false;
  $setRest(node, { ...$restOf(node), photoId: photo.id });
  const found = { caption: texts.caption, credit: texts.credit, alt: toText(texts.alt) };
  for (const part of node.parts) {
    const slot = $partIn(node, part);
    if (slot && isBlank($textOf(slot))) $write(node, part, found[part]);
  }
  return true;
}

export function $updatePhoto(block: string, change: Partial<Pick<PhotoBlock, 'span' | 'alt'>>): boolean {
  const node = $photo(block);
  if (!node) return false;
  if (change.span !== undefined) $setRest(node, { ...$restOf(node), span: change.span });
  const slot = $partIn(node, 'alt');
  if (change.alt !== undefined && slot && plainText($textOf(slot)) !== change.alt)
    $write(node, 'alt', toText(change.alt));
  return true;
}

/** Asks again where each picture is shown from: after one was found, or the language changed. */
export function refreshPictures(editor: LexicalEditor): void {
  editor.read(() => {
    for (const node of $getRoot().getChildren()) {
      const dom = node instanceof PhotoNode ? editor.getElementByKey(node.getKey()) : null;
      if (dom && node instanceof PhotoNode) node.showPicture(dom);
    }
  });
}
