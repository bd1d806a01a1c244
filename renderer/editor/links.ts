import { $isLinkNode, LinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
} from 'lexical';
import { isSafeLink } from '../../shared/interview/schema';
import { hostOf } from './host';

/** Links open with the modifier key only: a plain click puts the caret into the words. */
export const LinksExtension = defineExtension({
  name: 'galley/links',
  nodes: [LinkNode],
  register: (editor) =>
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return false;
        const node = $getNearestNodeFromDOMNode(event.target);
        const link = node && $findMatchingParent(node, $isLinkNode);
        if (!link || !isSafeLink(link.getURL())) return false;
        event.preventDefault();
        hostOf(editor).onOpenLink(link.getURL());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});
