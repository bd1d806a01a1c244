import { defineExtension, RootNode } from 'lexical';
import { idMint } from '../../shared/interview/build';
import { CheckedRoots } from './checked-roots';
import { hostOf } from './host';
import { BylineNode } from './nodes/lines';
import { $idOf, $setId } from './nodes/state';

/** Gives every block of the body an id of its own: new ones have none, copies repeat one. The first in order keeps it. */
export const BlockIdsExtension = defineExtension({
  name: 'galley/ids',
  register: (editor) => {
    const named = new CheckedRoots(editor);
    return editor.registerNodeTransform(RootNode, (root) => {
      // A block gets another id only on its way into the list.
      if (named.isKnown(root)) return;
      const mint = idMint(hostOf(editor).random);
      const seen = new Set<string>();
      for (const node of root.getChildren()) {
        if (node instanceof BylineNode) continue;
        if ($idOf(node) === '' || seen.has($idOf(node))) $setId(node, mint());
        seen.add($idOf(node));
      }
      named.note(root);
    });
  },
});
