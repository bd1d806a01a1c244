import { HISTORY_PUSH_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { emptyInterview, idMint } from '../../../shared/interview/build';
import { changesOf } from '../../../shared/review/suggest/changes';
import type { OpenChange } from '../../../shared/review/suggest/changes';
import { decideSuggestions } from '../../../shared/review/suggest/decide';
import type { Decision } from '../../../shared/review/suggest/resolve';
import { $interview } from '../bridge/from-editor';
import type { WhichChanges } from '../contract';
import { REWRITTEN_TAG } from '../comments/anchor-tag';
import { hostOf } from '../host';
import { SKIP_SUGGEST_TAG } from './capture';
import { $changeAtCaret } from './at-caret';
import { $showPiece } from './show-piece';

/** The changes that are meant, of all that are open. */
function $chosen(changes: readonly OpenChange[], which: WhichChanges): readonly OpenChange[] {
  switch (which.kind) {
    case 'all':
      return changes;
    case 'change':
      return changes.filter(({ id }) => id === which.id);
    case 'author':
      return changes.filter(({ authors }) => authors.includes(which.author));
    case 'block':
      return changes.filter(({ place }) => place.block === which.block);
    case 'caret': {
      const at = $changeAtCaret(changes);
      return at ? [at] : [];
    }
  }
}

/** Accepts or refuses open changes, as one undo step; returns how many. */
export function decide(editor: LexicalEditor, decision: Decision, which: WhichChanges): number {
  let count = 0;
  // Decided from a list, the keyboard stays there: drawing the caret would take it into the text.
  const root = editor.getRootElement();
  const hasFocus = root === null || root.contains(root.ownerDocument.activeElement);
  editor.update(
    () => {
      const host = hostOf(editor);
      const before = $interview(host.interview ?? emptyInterview());
      const chosen = $chosen(changesOf(before), which);
      count = chosen.length;
      if (count === 0) return;
      const marks = new Set(chosen.flatMap((change) => change.marks));
      const isMeant = ({ id, by }: { readonly id: string; readonly by: string }) =>
        marks.has(id) && (which.kind !== 'author' || by === which.author);
      $showPiece(before, decideSuggestions(before, decision, isMeant, idMint(host.random)));
    },
    {
      discrete: true,
      tag: [SKIP_SUGGEST_TAG, HISTORY_PUSH_TAG, REWRITTEN_TAG, ...(hasFocus ? [] : ['skip-dom-selection'])],
    },
  );
  return count;
}
