import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HISTORY_MERGE_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { Interview } from '../../shared/interview/types';
import { $fillRoot } from './bridge/to-editor';
import { ChangeFeedExtension } from './change-feed';
import { startHistory } from './history-baseline';

/** Shows an interview in place of whatever was there. It is the state that undo ends at, and nothing of it is handed out as a change. */
export function openInterview(editor: LexicalEditor, interview: Interview): void {
  editor.update(() => $fillRoot(interview), { discrete: true, tag: HISTORY_MERGE_TAG });
  startHistory(editor);
  getExtensionDependencyFromEditor(editor, ChangeFeedExtension).output.start();
}
