import { $isLinkNode, $toggleLink } from '@lexical/link';
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical';
import type { RangeSelection } from 'lexical';
import { isSafeLink } from '../../../shared/interview/schema';
import type { Mark } from '../../../shared/interview/types';
import { $isPlainPlace } from '../guard/format';

/** Sets or takes off a mark; a character cannot stand both above and below the line. */
export function $toggleMark(mark: Mark): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $isPlainPlace()) return false;
  if (mark === 'superscript' && selection.hasFormat('subscript')) selection.formatText('subscript');
  if (mark === 'subscript' && selection.hasFormat('superscript')) selection.formatText('superscript');
  selection.formatText(mark);
  return true;
}

/** The address of the link that holds the caret or the start of the selection. */
export function $linkAt(selection: RangeSelection): string | null {
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  return link ? link.getURL() : null;
}

/** Links the selection, or takes the link off with null. False for an address that a page may not follow. */
export function $setLink(link: string | null): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $isPlainPlace()) return false;
  const address = link?.trim() ?? null;
  if (address !== null && !isSafeLink(address)) return false;
  if (selection.isCollapsed() && $linkAt(selection) === null) return false;
  if (selection.isCollapsed()) {
    const node = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
    if (address === null) $toggleLink(null);
    else node?.setURL(address);
  } else $toggleLink(address, { rel: null });
  return true;
}
