import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { $getRoot } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { emptyInterview } from '../../shared/interview/build';
import { applyChangeToEditor } from './apply-change';
import { $interview } from './bridge/from-editor';
import { ChangeFeedExtension } from './change-feed';
import { $addQuestion } from './commands/insert-block';
import { $setLink } from './commands/marks';
import { $movePair } from './commands/move-pair';
import { $caretSpot } from './caret';
import { change, runCommand } from './commands/run';
import type { EditorHandle } from './contract';
import { FindExtension } from './find';
import { hostOf } from './host';
import { $idOf } from './nodes/state';
import { QuestionNode } from './nodes/text-blocks';
import { $insertPhotos, $replacePhoto, $updatePhoto } from './photos';
import { $enterPlace } from './place';
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
    insertPhotos: (taken) => void change(editor, () => $insertPhotos(taken)),
    replacePhoto: (block, taken) => void change(editor, () => $replacePhoto(block, taken)),
    updatePhoto: (block, update) => void change(editor, () => $updatePhoto(block, update)),
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
    read: () => editor.read(() => $interview(hostOf(editor).interview ?? emptyInterview())),
  };
}
