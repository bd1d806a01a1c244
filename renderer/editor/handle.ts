import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { $getRoot } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { emptyInterview } from '../../shared/interview/build';
import { applyChangeToEditor } from './apply-change';
import { $interview } from './bridge/from-editor';
import { ChangeFeedExtension } from './change-feed';
import { $addQuestion } from './commands/insert-block';
import { $addToGallery, $galleryAt, $insertGallery } from './commands/gallery';
import { $setLink } from './commands/marks';
import { $movePair } from './commands/move-pair';
import { $caretSpot } from './caret';
import { commentsOf } from './comments/handle';
import { change, runCommand } from './commands/run';
import type { EditorHandle } from './contract';
import { FindExtension } from './find';
import { hostOf } from './host';
import { GalleryNode } from './nodes/gallery';
import { $idOf } from './nodes/state';
import { QuestionNode } from './nodes/text-blocks';
import { $replacePhoto, $updatePhoto, insertPhotos, updatePhotos } from './photos';
import { $enterPlace } from './place';
import { decide } from './suggest/decide';
import { goToChange } from './suggest/go-to';
import { mayChangePhotos } from './suggest/photo-guard';
import { $fillBlanks } from './variables';

/** What the window may do with a mounted editor. */
export function handleFor(editor: LexicalEditor): EditorHandle {
  const feed = getExtensionDependencyFromEditor(editor, ChangeFeedExtension).output;
  const finder = getExtensionDependencyFromEditor(editor, FindExtension).output;
  const focus: EditorHandle['focus'] = (place, offset) => {
    if (place) editor.update(() => void $enterPlace(place, offset), { discrete: true });
    editor.focus();
    if (place?.block)
      editor
        .getRootElement()
        ?.querySelector(`[data-block="${CSS.escape(place.block)}"]`)
        ?.scrollIntoView({ block: 'nearest' });
  };
  return {
    run: (command) => runCommand(editor, command),
    flush: () => feed.flush(),
    focus,
    caret: () => editor.read($caretSpot),
    insertPhotos: async (taken) => {
      if (mayChangePhotos(editor)) await insertPhotos(editor, taken);
    },
    replacePhoto: (block, taken) => void (mayChangePhotos(editor) && change(editor, () => $replacePhoto(block, taken))),
    updatePhoto: (block, update) => void (mayChangePhotos(editor) && change(editor, () => $updatePhoto(block, update))),
    // Words under a picture can be proposed, its width on the page cannot.
    updatePhotos: (changes) =>
      (changes.every(({ span }) => span === undefined) || mayChangePhotos(editor)) && updatePhotos(editor, changes),
    insertGallery: (taken) => void (mayChangePhotos(editor) && change(editor, () => $insertGallery(taken))),
    addToGallery: (block, taken) =>
      mayChangePhotos(editor) &&
      change(editor, () => {
        const node = $getRoot()
          .getChildren()
          .find((child) => $idOf(child) === block);
        return node instanceof GalleryNode && $addToGallery(taken, node);
      }),
    gallery: () =>
      editor.read(() => {
        const gallery = $galleryAt();
        return gallery && $idOf(gallery);
      }),
    movePair: (question, to) =>
      void change(editor, () => {
        const node = $getRoot()
          .getChildren()
          .find((child) => $idOf(child) === question);
        return node instanceof QuestionNode && $movePair(node, to);
      }),
    addQuestion: () => {
      change(editor, () => {
        $addQuestion();
        return true;
      });
      editor.focus();
    },
    fillVariables: (values) => {
      const byLabel = new Map(values.map(({ label, value }) => [label.trim().normalize('NFC'), value]));
      change(editor, () => $fillBlanks(byLabel) > 0);
    },
    find: (query) => finder.find(query),
    findNext: (step) => finder.step(step),
    replaceCurrent: (by) => finder.replaceCurrent(by),
    replaceAll: (by) => finder.replaceAll(by),
    setLink: (link) => void change(editor, () => $setLink(link)),
    apply: (made) => {
      applyChangeToEditor(editor, made);
      feed.flush();
    },
    composing: () => editor.isComposing(),
    decide: (decision, which) => decide(editor, decision, which),
    goToChange: (id, withFocus = true) => goToChange(editor, id, withFocus),
    comments: commentsOf(editor),
    read: () => editor.read(() => $interview(hostOf(editor).interview ?? emptyInterview())),
  };
}
