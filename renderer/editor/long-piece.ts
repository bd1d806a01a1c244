import { $getRoot, defineExtension } from 'lexical';

/** From this many blocks on, about 20,000 words, only blocks near the view are laid out. */
const MANY_BLOCKS = 300;

/**
 * Marks a long piece for the style sheet, which then skips the layout of unseen blocks (`content-visibility`): in 50,000
 * words the browser's layout, not the editor, is what a key waits for. Short pieces keep exact scroll heights instead.
 */
export const LongPieceExtension = defineExtension({
  name: 'galley/long-piece',
  register: (editor) =>
    editor.registerUpdateListener(({ editorState, dirtyElements }) => {
      if (!dirtyElements.has('root')) return;
      const root = editor.getRootElement();
      const long = editorState.read(() => $getRoot().getChildrenSize()) > MANY_BLOCKS;
      if (root && root.classList.contains('galley-long') !== long) root.classList.toggle('galley-long', long);
    }),
});
