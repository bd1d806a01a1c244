import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { $click, $refuseInput, focusSelectedBlock, focusTextAgain } from './block-focus';
import { $cut, $removeSelectedBlocks } from './cut';
import { $deleteCharacter, $deleteStretch } from './delete-character';
import { $deleteSelectedBlocks } from './delete-range';
import { $insertLineBreak, $insertParagraph, $walkParts } from './enter';
import { $refuseFormat } from './format';
import { registerRepair } from './normalise-root';

function $insertText(payload: InputEvent | string): boolean {
  if (!$deleteSelectedBlocks()) return false;
  const text = typeof payload === 'string' ? payload : (payload.data ?? '');
  const selection = $getSelection();
  if (text && $isRangeSelection(selection)) selection.insertText(text);
  return true;
}

function $removeOnKey(event: KeyboardEvent | null): boolean {
  if (!$isNodeSelection($getSelection())) return false;
  event?.preventDefault();
  return $removeSelectedBlocks();
}

function $enterOnBlock(event: KeyboardEvent | null): boolean {
  if (!$isNodeSelection($getSelection())) return false;
  event?.preventDefault();
  return $insertParagraph();
}

function $tab(event: KeyboardEvent): boolean {
  if (!$walkParts(event.shiftKey)) return false;
  event.preventDefault();
  return true;
}

function registerDeletion(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteCharacter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_WORD_COMMAND, $deleteStretch, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_LINE_COMMAND, $deleteStretch, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REMOVE_TEXT_COMMAND, $deleteSelectedBlocks, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $insertText, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CUT_COMMAND, (event) => $cut(event, editor), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $removeOnKey, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DELETE_COMMAND, $removeOnKey, COMMAND_PRIORITY_HIGH),
  );
}

/** Keeps the piece's form: a transform repairs the state, the commands decide what a key means at each border. */
export const GuardExtension = defineExtension({
  name: 'galley/guard',
  register: (editor) =>
    mergeRegister(
      registerRepair(editor),
      registerDeletion(editor),
      editor.registerUpdateListener(({ editorState, prevEditorState }) => {
        focusSelectedBlock(editor, editorState, prevEditorState);
        focusTextAgain(editor, editorState, prevEditorState);
      }),
      editor.registerCommand(BEFORE_INPUT_COMMAND, $refuseInput, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(CLICK_COMMAND, (event) => $click(event, editor), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $insertParagraph, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $insertLineBreak, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_ENTER_COMMAND, $enterOnBlock, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_TAB_COMMAND, $tab, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(FORMAT_TEXT_COMMAND, $refuseFormat, COMMAND_PRIORITY_HIGH),
      // Our texts know no alignment, indent or tab.
      editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INSERT_TAB_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
    ),
});
