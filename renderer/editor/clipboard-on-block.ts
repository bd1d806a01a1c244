import { $getSelection, $isNodeSelection, CUT_COMMAND, defineExtension, PASTE_COMMAND } from 'lexical';

/**
 * Cut and paste while a photo or quote is selected. The focus is then on something that is not editable, and Chromium
 * sends the clipboard's events to the page instead of the editor.
 */
export const ClipboardOnBlockExtension = defineExtension({
  name: 'galley/clipboard-on-block',
  register: (editor) =>
    editor.registerRootListener((root) => {
      if (root === null) return;
      const page = root.ownerDocument;
      const pass = (event: ClipboardEvent) => {
        const reached = event.target instanceof Node && root.contains(event.target);
        const held = root.contains(page.activeElement) && editor.read(() => $isNodeSelection($getSelection()));
        if (reached || !held) return;
        event.preventDefault();
        editor.dispatchCommand(event.type === 'cut' ? CUT_COMMAND : PASTE_COMMAND, event);
      };
      page.addEventListener('cut', pass);
      page.addEventListener('paste', pass);
      return () => {
        page.removeEventListener('cut', pass);
        page.removeEventListener('paste', pass);
      };
    }),
});
