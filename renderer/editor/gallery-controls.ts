import {
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  isHTMLElement,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { $movePicture, $removePicture, $setLayout } from './commands/gallery';
import { change } from './commands/run';
import { hostOf } from './host';
import { GalleryNode, GalleryPictureNode, LAYOUTS } from './nodes/gallery';
import type { GalleryAct } from './nodes/gallery';
import { $nameOfPicture } from './nodes/picture-name';
import { $idOf } from './nodes/state';
import { mayChangePhotos } from './suggest/photo-guard';
import { $topOf } from './nodes/where';

/** The buttons in a gallery; each does what a command does for the gallery or picture of the caret. */
function $press(event: MouseEvent, editor: LexicalEditor): boolean {
  const pressed = isHTMLElement(event.target) && event.target.closest<HTMLElement>('button');
  const node = pressed && $getNearestNodeFromDOMNode(pressed);
  const gallery = node && $topOf(node);
  if (!pressed || !(gallery instanceof GalleryNode)) return false;
  const picture = node instanceof GalleryPictureNode ? node : null;
  const act = pressed.dataset['gallery'] as GalleryAct | undefined;
  if (act === undefined) {
    if (picture && pressed.dataset['act'] === 'replace-picture')
      hostOf(editor).onReplacePicture($nameOfPicture(picture));
  } else if (act === 'add') hostOf(editor).onAddPictures($idOf(gallery));
  else if (mayChangePhotos(editor)) queueMicrotask(() => change(editor, () => $do(act, gallery, picture)));
  return true;
}

function $do(act: Exclude<GalleryAct, 'add'>, gallery: GalleryNode, picture: GalleryPictureNode | null): boolean {
  const layout = LAYOUTS.find((one) => one === act);
  if (layout) return $setLayout(layout, gallery.getLatest());
  if (!picture) return false;
  if (act === 'remove') return $removePicture(picture.getLatest());
  return $movePicture(act === 'later' ? 1 : -1, picture.getLatest());
}

export const GalleryControlsExtension = defineExtension({
  name: 'galley/gallery-controls',
  register: (editor) =>
    editor.registerCommand(CLICK_COMMAND, (event) => $press(event, editor), COMMAND_PRIORITY_CRITICAL),
});
