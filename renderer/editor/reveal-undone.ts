import { $getSelection, defineExtension, HISTORIC_TAG } from 'lexical';
import type { EditorState, LexicalEditor } from 'lexical';
import { changedKeys } from './changed-nodes';

function isBefore(one: Element, other: Element): boolean {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The element of the change: of a block that came or changed, the first one; of a block that went, where the caret now is. */
function elementOf(editor: LexicalEditor, now: EditorState, before: EditorState): Element | null {
  const elements = changedKeys(now, before).flatMap((key) => editor.getElementByKey(key) ?? []);
  // Blocks beside a change are changed too, as they point to their neighbours: the innermost, the words, tell best.
  const words = elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)));
  const first = words.reduce<Element | null>(
    (found, one) => (found === null || isBefore(one, found) ? one : found),
    null,
  );
  if (first) return first;
  const key = now.read(() => $getSelection()?.getNodes()[0]?.getKey());
  return key === undefined ? null : editor.getElementByKey(key);
}

/** Scrolls what an undo or redo changed into view. Only scrolls: caret and focus stay where they are. */
export const RevealUndoneExtension = defineExtension({
  name: 'galley/reveal-undone',
  register: (editor) =>
    editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
      if (!tags.has(HISTORIC_TAG)) return;
      const element = elementOf(editor, editorState, prevEditorState);
      if (!element) return;
      const { top, bottom } = element.getBoundingClientRect();
      const hidden = bottom < 0 || top > window.innerHeight;
      element.scrollIntoView({ block: hidden ? 'center' : 'nearest' });
    }),
});
