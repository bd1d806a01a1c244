import { $setSelection, $createRangeSelection } from 'lexical';
import type { ElementNode, LexicalEditor } from 'lexical';
import { emptyInterview } from '../../../shared/interview/build';
import { changesOf } from '../../../shared/review/suggest/changes';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import { $interview } from '../bridge/from-editor';
import { hostOf } from '../host';
import { $placedLeaves } from '../leaves';
import { $textNodesOf, stretches } from '../text-ranges';
import { drawNow } from './draw';

/** The text that a change stands in; for what is deleted at the end of the piece the last one. */
function $leafOfChange({ place }: OpenChange): ElementNode | null {
  const leaves = $placedLeaves();
  const ofBlock = leaves.filter(({ place: other }) => other.block === place.block);
  const found =
    ofBlock.find(({ place: other }) => other.part === place.part && (other.index ?? 0) === (place.index ?? 0)) ??
    (place.block === undefined ? leaves.find(({ place: other }) => other.part === place.part) : ofBlock[0]);
  return (found ?? leaves.at(-1))?.leaf ?? null;
}

/** Selects the words of a change, or puts the caret where its words were deleted. */
function $select(change: OpenChange): ElementNode | null {
  const leaf = $leafOfChange(change);
  if (!leaf) return null;
  const nodes = $textNodesOf(leaf);
  const size = leaf.getTextContentSize();
  const from = change.moved ? 0 : Math.min(change.from, size);
  const to = change.moved ? size : Math.min(change.from + change.length, size);
  const covered = stretches(nodes, from, Math.max(to, from));
  const [first] = covered;
  const last = covered.at(-1);
  if (!first || !last) {
    const here = stretches(nodes, Math.max(0, from - 1), from)[0] ?? stretches(nodes, from, from + 1)[0];
    if (!here) leaf.selectStart();
    else {
      const selection = $createRangeSelection();
      const offset = from === 0 ? here.from : here.to;
      selection.anchor.set(here.key, offset, 'text');
      selection.focus.set(here.key, offset, 'text');
      $setSelection(selection);
    }
    return leaf;
  }
  const selection = $createRangeSelection();
  selection.anchor.set(first.key, first.from, 'text');
  selection.focus.set(last.key, last.to, 'text');
  $setSelection(selection);
  return leaf;
}

/** Selects a change and brings it into view; false when it is no longer there. */
export function goToChange(editor: LexicalEditor, id: string, focus: boolean): boolean {
  const change = editor.read(() =>
    changesOf($interview(hostOf(editor).interview ?? emptyInterview())).find((one) => one.id === id),
  );
  if (!change) return false;
  let leaf: ElementNode | null = null;
  editor.update(() => void (leaf = $select(change)), {
    discrete: true,
    tag: focus ? 'skip-scroll-into-view' : ['skip-dom-selection', 'skip-scroll-into-view'],
  });
  const found = leaf as ElementNode | null;
  if (!found) return false;
  const show = () => editor.getElementByKey(found.getKey())?.scrollIntoView({ block: 'center' });
  show();
  drawNow(editor);
  // What was drawn above the words has moved them.
  show();
  if (focus) editor.focus();
  return true;
}
