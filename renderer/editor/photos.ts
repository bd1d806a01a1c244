import { $getNodeByKey, $getRoot, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { equalData } from '../../shared/interview/equal';
import { isBlank, toText } from '../../shared/interview/text';
import type { PhotoBlock, Text } from '../../shared/interview/types';
import type { TakenPhoto } from '../../shared/ipc/contract';
import { $inlineNodes, $textOf } from './bridge/runs';
import { $nodeOf } from './bridge/to-editor';
import { change } from './commands/run';
import type { PhotoChange } from './contract';
import { GalleryNode, GalleryPictureNode } from './nodes/gallery';
import { $partIn } from './nodes/hosts';
import { PhotoNode } from './nodes/photo';
import { $pictureNamed } from './nodes/picture-name';
import { $restOf, $setRest } from './nodes/state';
import { $insertBelowCaret } from './paste/insert';

/** A photo block for a picture just taken in; two columns wide, one for upright pictures. */
function photoBlock({ photo, texts }: TakenPhoto): PhotoBlock {
  return { kind: 'photo', id: '', photoId: photo.id, span: photo.width >= photo.height ? 2 : 1, ...texts };
}

/** Photos that are put in at once. */
const AT_ONCE = 4;
/** Milliseconds between them, for a frame or two. */
const BREATH = 30;

/**
 * Puts photos below the caret's block and the caret into the first one's caption: that is what is written next. The others
 * follow behind it few at a time, as one undo step with it: no frame waits for a hundred of them.
 */
export async function insertPhotos(editor: LexicalEditor, taken: readonly TakenPhoto[]): Promise<void> {
  let last: NodeKey | null = null;
  change(editor, () => {
    const nodes = $insertBelowCaret(taken.slice(0, AT_ONCE).map(photoBlock));
    const [first] = nodes;
    if (first instanceof PhotoNode) $partIn(first, 'caption')?.selectEnd();
    last = nodes.at(-1)?.getKey() ?? null;
    return taken.length > 0;
  });
  for (let at = AT_ONCE; at < taken.length; at += AT_ONCE) {
    await new Promise((resolve) => setTimeout(resolve, BREATH));
    const behind = last;
    last = null;
    editor.update(
      () => {
        // Gone when somebody undid it meanwhile, or closed the piece.
        let cursor: LexicalNode | null = behind === null ? null : $getNodeByKey(behind);
        if (!cursor?.isAttached()) return;
        for (const photo of taken.slice(at, at + AT_ONCE))
          cursor = cursor.insertAfter($nodeOf(photoBlock(photo)), false);
        last = cursor.getKey();
      },
      { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
    );
    if (last === null) return;
  }
}

function $write(photo: PhotoNode, part: 'caption' | 'credit' | 'alt', text: Text): void {
  $partIn(photo, part)
    ?.clear()
    .append(...$inlineNodes(text));
}

/** Puts another picture into a photo block, or into a gallery by its name (keyOfPicture); texts that somebody wrote stay, empty ones take what the file says. */
export function $replacePhoto(block: string, { photo, texts }: TakenPhoto): boolean {
  const node = $pictureNamed(block);
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
  const node = $pictureNamed(block);
  if (!node) return false;
  let changed = false;
  // A gallery is as wide as a whole: one picture in it has no width of its own.
  const wide = node instanceof GalleryPictureNode ? node.getParent() : node;
  if (change.span !== undefined && wide && $restOf(wide)['span'] !== change.span) {
    $setRest(wide, { ...$restOf(wide), span: change.span });
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
    const tops = $getRoot().getChildren();
    for (const node of [...tops, ...tops.flatMap((top) => (top instanceof GalleryNode ? top.getChildren() : []))]) {
      const dom = editor.getElementByKey(node.getKey());
      if (dom && node instanceof PhotoNode) node.showPicture(dom);
      if (dom && node instanceof GalleryNode) node.showGallery(dom);
    }
  });
}
