import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HISTORY_MERGE_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { idMint } from '../../shared/interview/build';
import type { Interview } from '../../shared/interview/types';
import { repairSuggestions } from '../../shared/review/suggest/repair-suggestions';
import { $fillRoot } from './bridge/to-editor';
import { ChangeFeedExtension } from './change-feed';
import { startHistory } from './history-baseline';
import { hostOf } from './host';
import { SKIP_SUGGEST_TAG } from './suggest/capture';

/** Shows an interview in place of whatever was there. It is the state that undo ends at, and nothing of it is handed out as a change. */
export function openInterview(editor: LexicalEditor, interview: Interview): void {
  const mark = { id: idMint(hostOf(editor).random)(), at: Date.now() };
  const { interview: sound, repaired } = repairSuggestions(interview, mark);
  if (repaired > 0)
    hostOf(editor).onRemarks([{ rule: 'suggestions-brought-up', severity: 'note', values: { count: repaired } }]);
  editor.update(() => $fillRoot(sound), { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_SUGGEST_TAG] });
  startHistory(editor);
  getExtensionDependencyFromEditor(editor, ChangeFeedExtension).output.start();
}
