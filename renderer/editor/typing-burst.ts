import {
  $addUpdateTag,
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  BLUR_COMMAND,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  CUT_TAG,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  PASTE_TAG,
  RootNode,
} from 'lexical';
import type { EditorState, LexicalCommand, LexicalEditor, NodeKey } from 'lexical';
import { isListUntouched } from './checked-roots';
import { ANCHOR_TAG } from './comments/anchor-tag';
import { $leafOf } from './nodes/where';
import { DRAW_TAG } from './suggest/draw-tag';

/** A burst ends after this many milliseconds without a key. */
const PAUSE = 1000;
/** …and after growing by this many characters, so that one undo never takes a whole paragraph. */
const LONGEST = 80;
/** An update that changes the text by more characters than a rewritten syllable is no typing. */
const LARGEST_STEP = 8;

const OWN_STEP_TAGS = [PASTE_TAG, CUT_TAG, HISTORIC_TAG, HISTORY_PUSH_TAG];

interface Burst {
  readonly leaf: NodeKey;
  readonly startLength: number;
  readonly last: number;
}

/** What the update that is under way does to the text that holds the caret; null when it is no typing. */
interface Step {
  readonly leaf: NodeKey;
  readonly length: number;
  readonly lengthBefore: number;
}

function $step(editor: LexicalEditor, root: RootNode, before: EditorState): Step | null {
  const selection = $getSelection();
  // A composition carries the range it replaces as its selection: that is typing all the same.
  if (!$isRangeSelection(selection) || (!selection.isCollapsed() && !editor.isComposing())) return null;
  const leaf = $leafOf(selection.anchor.getNode());
  if (!leaf) return null;
  const keys = isListUntouched(editor, root) ? null : root.getChildrenKeys().join();
  const length = leaf.getTextContentSize();
  return before.read(() => {
    const rootBefore = before._nodeMap.get('root');
    const leafBefore = before._nodeMap.get(leaf.getKey());
    if (!$isRootNode(rootBefore) || !$isElementNode(leafBefore)) return null;
    if (keys !== null && rootBefore.getChildrenKeys().join() !== keys) return null;
    const lengthBefore = leafBefore.getTextContentSize();
    return Math.abs(length - lengthBefore) <= LARGEST_STEP ? { leaf: leaf.getKey(), length, lengthBefore } : null;
  });
}

/**
 * Joins the keys of one pause-free stretch of typing into one undo step, whichever way a Vietnamese word is put together:
 * by composition, by injected backspaces, or by selecting back and typing over.
 */
export const TypingBurstExtension = defineExtension({
  name: 'galley/typing-burst',
  build: () => {
    const state: { burst: Burst | null } = { burst: null };
    return { close: () => void (state.burst = null), state };
  },
  register: (editor, _config, extension) => {
    const { state } = extension.getOutput();
    let seen: EditorState | null = null;
    const close = (event?: Partial<KeyboardEvent>) => {
      // Selecting back over the last letters is how some input methods rewrite a syllable.
      const rewriting = event?.shiftKey === true && event.key === 'ArrowLeft';
      if (!rewriting) state.burst = null;
      return false;
    };
    const $decide = (root: RootNode) => {
      // Hanging a comment on words or parting them for drawing is no typing, and no end of it.
      if ($hasUpdateTag(ANCHOR_TAG) || $hasUpdateTag(DRAW_TAG)) return;
      // Transforms run in several passes; a second decision would see the burst that the first one opened.
      const pending = editor._pendingEditorState;
      if (pending === seen) return;
      seen = pending;
      const step = OWN_STEP_TAGS.some((tag) => $hasUpdateTag(tag))
        ? null
        : $step(editor, root, editor.getEditorState());
      if (step === null) {
        close();
        return;
      }
      const { burst } = state;
      const now = performance.now();
      const goes =
        burst !== null &&
        burst.leaf === step.leaf &&
        now - burst.last < PAUSE &&
        step.length - burst.startLength < LONGEST;
      if (goes) {
        $addUpdateTag(HISTORY_MERGE_TAG);
        state.burst = { ...burst, last: now };
        // History discards composing states: a burst opened there would merge over the only good baseline.
      } else state.burst = editor.isComposing() ? null : { leaf: step.leaf, startLength: step.lengthBefore, last: now };
    };
    const closing = [
      CLICK_COMMAND,
      BLUR_COMMAND,
      FORMAT_TEXT_COMMAND,
      KEY_ENTER_COMMAND,
      KEY_ARROW_LEFT_COMMAND,
      KEY_ARROW_RIGHT_COMMAND,
      KEY_ARROW_UP_COMMAND,
      KEY_ARROW_DOWN_COMMAND,
    ] as const;
    return mergeRegister(
      editor.registerNodeTransform(RootNode, $decide),
      ...closing.map((command) =>
        editor.registerCommand(command as LexicalCommand<Partial<KeyboardEvent>>, close, COMMAND_PRIORITY_CRITICAL),
      ),
    );
  },
});
