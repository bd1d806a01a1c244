import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { $getEditor, $getSelection, $isRangeSelection } from 'lexical';
import type { Text } from '../../../shared/interview/types';
import { mapBlockTexts, textsOfBlock } from '../../../shared/interview/visit';
import { keepThreads } from '../../../shared/review/threads/repair-threads';
import { $placedLeaves } from '../leaves';
import { $threadsOf } from '../nodes/state';
import type { Pasted, PastedBlock } from '../paste/pasted';
import { $textNodesOf } from '../text-ranges';
import { CommentsExtension } from './comments-extension';

/**
 * Pasted words keep the threads they were cut with. A thread whose words still stand in the piece stays there, for copies are
 * not what was commented; threads of another piece are left behind.
 */
export function $withFreeThreads(pasted: Pasted): Pasted {
  if (!pasted.some((one) => textsIn(one).some(hasThreads))) return pasted;
  const { keeper } = getExtensionDependencyFromEditor($getEditor(), CommentsExtension).output;
  const taken = $threadsInText();
  return pasted.map((one) => mapTexts(one, (text) => keepThreads(text, (id) => keeper.knows(id) && !taken.has(id))));
}

function hasThreads(text: Text): boolean {
  return text.some(({ threads }) => threads !== undefined);
}

/** The threads on words that the paste does not replace. */
function $threadsInText(): ReadonlySet<string> {
  const selection = $getSelection();
  const replaced = new Set(
    $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getNodes().map((node) => node.getKey()) : [],
  );
  const nodes = $placedLeaves().flatMap(({ leaf }) => $textNodesOf(leaf));
  return new Set(nodes.flatMap((node) => (replaced.has(node.getKey()) ? [] : $threadsOf(node))));
}

function textsIn(pasted: PastedBlock): readonly Text[] {
  if (pasted.kind === 'own') return textsOfBlock(pasted.block).map(({ text }) => text);
  return pasted.kind === 'list' ? pasted.items : [pasted.text];
}

function mapTexts(pasted: PastedBlock, change: (text: Text) => Text): PastedBlock {
  if (pasted.kind === 'own') return { ...pasted, block: mapBlockTexts(pasted.block, change) };
  return pasted.kind === 'list'
    ? { ...pasted, items: pasted.items.map(change) }
    : { ...pasted, text: change(pasted.text) };
}
