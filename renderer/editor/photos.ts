import { $getRoot, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { equalData } from '../../shared/interview/equal';
import { isBlank, toText } from '../../shared/interview/text';
import type { PhotoBlock, Text } from '../../shared/interview/types';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { $inlineNodes, $textOf } from './bridge/runs';
import type { PhotoChange } from './contract';
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

/** False when the block is gone or is already so. */
export function $updatePhoto(block: string, change: Omit<PhotoChange, 'block'>): boolean {
  const node = $photo(block);
  if (!node) return false;
  let changed = false;
  if (change.span !== undefined && $restOf(node)['span'] !== change.span) {
    $setRest(node, { ...$restOf(node), span: change.span });
    changed = true;
  }
  const alt = change.alt === undefined ? undefined : toText(change.alt);
  const texts = { caption: change.caption, credit: change.credit, alt };
  for (const part of node.parts) {
    const slot = $partIn(node, part);
    const text = texts[part];
    if (text === undefined || !slot || equalData($textOf(slot), text)) continue;
    $write(node, part, text);
    changed = true;
  }
  return changed;
}

/** Changes several photo blocks in one undo step; whoever types elsewhere keeps the focus. */
export function updatePhotos(editor: LexicalEditor, changes: readonly PhotoChange[]): boolean {
  let changed = false;
  editor.update(
    () => {
      for (const { block, ...change } of changes) changed = $updatePhoto(block, change) || changed;
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
  return changed;
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
