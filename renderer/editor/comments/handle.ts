import { getExtensionDependencyFromEditor } from '@lexical/extension';
import type { LexicalEditor } from 'lexical';
import { $hangOn, $nodesOfThread, $releaseAll } from './anchor-words';
import { CommentsExtension } from './comments-extension';
import type { EditorComments, Hung } from './contract';
import { $findWords } from './find-words';
import { elementOfAnchor } from './paint-comments';
import { $selectedTarget } from './selected-target';

export function commentsOf(editor: LexicalEditor): EditorComments {
  const comments = getExtensionDependencyFromEditor(editor, CommentsExtension).output;
  const { keeper } = comments;
  const wordsElement = (thread: string) => {
    const key = editor.read(() => $nodesOfThread(thread)[0]?.getKey());
    return key === undefined ? null : editor.getElementByKey(key);
  };
  return {
    hang(thread) {
      keeper.settle();
      const target = editor.read($selectedTarget);
      if (!target) return null;
      keeper.write(() => {
        $releaseAll(thread);
        $hangOn(thread, target.where);
      });
      return { anchor: target.anchor, quote: target.quote };
    },
    release(thread) {
      if (editor.read(() => $nodesOfThread(thread).length > 0)) keeper.write(() => $releaseAll(thread));
      comments.paintLater();
    },
    findAgain(thread): Hung | null {
      const known = comments.index.byId.get(thread);
      const found = known ? editor.read(() => $findWords(known, 'part')) : null;
      if (!found) return null;
      keeper.write(() => $hangOn(thread, found.where));
      comments.paintLater();
      return { anchor: { kind: 'words', place: found.place }, quote: found.words };
    },
    reveal(thread, caret = false) {
      const anchor = comments.index.byId.get(thread)?.anchor;
      const element = wordsElement(thread) ?? elementOfAnchor(editor, anchor);
      element?.scrollIntoView({ block: 'center' });
      comments.paint();
      if (caret && wordsElement(thread)) {
        editor.update(() => void $nodesOfThread(thread)[0]?.select(0, 0), { discrete: true });
        editor.getRootElement()?.focus({ preventScroll: true });
      }
    },
    show: (threads, active) => comments.show(threads, active),
  };
}
