import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { $getSelection, $setSelection, CLEAR_HISTORY_COMMAND } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { TypingBurstExtension } from './typing-burst';

/** Forgets what can be undone and makes the state of now the one that undo goes back to. */
export function startHistory(editor: LexicalEditor): void {
  getExtensionDependencyFromEditor(editor, TypingBurstExtension).output.close();
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  // After the clearing history has no entry to go back to; any update that sets a selection makes one.
  editor.update(
    () => {
      const selection = $getSelection();
      if (selection) $setSelection(selection.clone());
    },
    { discrete: true },
  );
}
