import { $getClipboardDataFromSelection, setLexicalClipboardDataTransfer } from '@lexical/clipboard';
import { $addUpdateTag, $getSelection, $isNodeSelection, $isRangeSelection, COPY_COMMAND, CUT_TAG } from 'lexical';
import type { LexicalEditor, PasteCommandType } from 'lexical';
import { $replaceByLine } from './delete-character';
import { $deleteOverBlocks, $spansBlocks } from './delete-range';
import { $topOf } from '../nodes/where';

/**
 * Puts what is selected on the clipboard now. Lexical's own copying runs as an update behind this one: by then a cut has
 * taken the selection away, and nothing would be copied.
 */
function $copy(event: PasteCommandType | KeyboardEvent | null, editor: LexicalEditor): void {
  const clipboard = event && 'clipboardData' in event ? event.clipboardData : null;
  if (!clipboard) editor.dispatchCommand(COPY_COMMAND, event as ClipboardEvent | null);
  else {
    event?.preventDefault();
    setLexicalClipboardDataTransfer(clipboard, $getClipboardDataFromSelection($getSelection()));
  }
}

/** Cut over several blocks, or of a selected photo: Lexical's own cut would join the ends or leave the caret on the root. */
export function $cut(event: PasteCommandType | KeyboardEvent | null, editor: LexicalEditor): boolean {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && $spansBlocks(selection)) {
    $copy(event, editor);
    $addUpdateTag(CUT_TAG);
    const still = $getSelection();
    if ($isRangeSelection(still)) $deleteOverBlocks(still);
    return true;
  }
  if (!$isNodeSelection(selection)) return false;
  $copy(event, editor);
  $addUpdateTag(CUT_TAG);
  return $removeSelectedBlocks();
}

/** Takes the selected photos and quotes away and leaves the caret on a line in their place. */
export function $removeSelectedBlocks(): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return false;
  const tops = selection.getNodes().flatMap((node) => $topOf(node) ?? []);
  const last = tops.at(-1);
  if (!last) return false;
  for (const top of tops.slice(0, -1)) top.remove();
  $replaceByLine(last);
  return true;
}
