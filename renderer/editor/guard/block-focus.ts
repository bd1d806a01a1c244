import {
  $createRangeSelectionFromDom,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  isHTMLElement,
} from 'lexical';
import type { EditorState, LexicalEditor } from 'lexical';
import { hostOf } from '../host';
import { $selectBlock } from '../nodes/select';
import { $idOf } from '../nodes/state';
import { $topOf, isAtomic } from '../nodes/where';

function selectedKeys(state: EditorState): string {
  return state.read(() => {
    const selection = $getSelection();
    return $isNodeSelection(selection)
      ? selection
          .getNodes()
          .map((node) => node.getKey())
          .join()
      : '';
  });
}

/**
 * A selected photo takes the DOM focus (its picture is not editable) when it becomes selected: with the focus left on the
 * root, Chromium puts plain letters and composed text into the kicker.
 */
export function focusSelectedBlock(editor: LexicalEditor, state: EditorState, previous: EditorState): void {
  const keys = selectedKeys(state);
  if (keys === '' || keys === selectedKeys(previous)) return;
  const dom = editor.getElementByKey(keys.split(',')[0] ?? '');
  const target = dom?.matches('[tabindex]') ? dom : dom?.querySelector<HTMLElement>('[tabindex="-1"]');
  if (target && target.ownerDocument.activeElement !== target) target.focus({ preventScroll: true });
}

/** Gives the focus back to the text when a caret follows a selected block. */
export function focusTextAgain(editor: LexicalEditor, state: EditorState, previous: EditorState): void {
  if (selectedKeys(state) !== '' || selectedKeys(previous) === '') return;
  const root = editor.getRootElement();
  const active = root?.ownerDocument.activeElement;
  if (root && active && active !== root && root.contains(active)) root.focus({ preventScroll: true });
}

/** Typing on a selected photo does nothing: its letters have no place. */
export function $refuseInput(event: InputEvent): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection) || !event.inputType.startsWith('insert') || event.inputType === 'insertFromPaste')
    return false;
  event.preventDefault();
  return true;
}

/** A click on a picture selects it, on its button asks for another one, and beside a selected block puts the caret there. */
export function $click(event: MouseEvent, editor: LexicalEditor): boolean {
  const target = event.target;
  if (isHTMLElement(target) && target.closest('[contenteditable="false"]')) {
    const node = $getNearestNodeFromDOMNode(target);
    const top = node && $topOf(node);
    if (!isAtomic(top)) return false;
    $selectBlock(top);
    if (target.closest('[data-act="replace-picture"]')) hostOf(editor).onReplacePicture($idOf(top));
    return true;
  }
  if (!$isNodeSelection($getSelection())) return false;
  // The stock handler clears the selection after the browser has set its caret: the next letters would land in the kicker.
  const dom = target instanceof Node ? target.ownerDocument?.getSelection() : null;
  const inside = dom?.anchorNode && editor.getRootElement()?.contains(dom.anchorNode);
  const caret = dom && inside ? $createRangeSelectionFromDom(dom, editor) : null;
  if (caret) $setSelection(caret);
  return caret !== null;
}
