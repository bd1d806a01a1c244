import { FORMAT_TEXT_COMMAND, HISTORY_PUSH_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { CommandId } from '../../../shared/commands/table';
import { note } from '../../../shared/checks/remark';
import { hostOf } from '../host';
import {
  $isUndecided,
  $joinPhotos,
  $movePicture,
  $partGallery,
  $removePicture,
  $setLayout,
  $whyNotJoined,
} from './gallery';
import {
  $insertBox,
  $insertClosing,
  $insertList,
  $insertPullQuote,
  $insertQuestion,
  $makeParagraph,
  $toggleQuestion,
  $toggleSubhead,
} from './insert-block';
import { $toggleMark } from './marks';
import { openLinkField } from '../link-field';
import { $moveCurrentPair } from './move-pair';
import { mayChangePhotos } from '../suggest/photo-guard';
import { $selectAll } from './select-all';

/** The commands that change the text, each as one update. Clipboard commands are the window's: they need the system's own events. */
export const TEXT_COMMANDS: { readonly [Id in CommandId]?: () => boolean } = {
  'select-all': $selectAll,
  'insert-question': $insertQuestion,
  'insert-pull-quote': $insertPullQuote,
  'insert-box': $insertBox,
  'insert-list': $insertList,
  'insert-closing': $insertClosing,
  'join-photos': $joinPhotos,
  'part-gallery': $partGallery,
  'gallery-pair': () => $setLayout('pair'),
  'gallery-triptych': () => $setLayout('triptych'),
  'gallery-strip': () => $setLayout('strip'),
  'picture-earlier': () => $movePicture(-1),
  'picture-later': () => $movePicture(1),
  'remove-picture': () => $removePicture(),
  'toggle-question': $toggleQuestion,
  'make-subhead': $toggleSubhead,
  'make-paragraph': $makeParagraph,
  'move-pair-up': () => $moveCurrentPair(-1),
  'move-pair-down': () => $moveCurrentPair(1),
};

/** What they change cannot be proposed. */
const PICTURE_COMMANDS: ReadonlySet<CommandId> = new Set([
  'join-photos',
  'part-gallery',
  'gallery-pair',
  'gallery-triptych',
  'gallery-strip',
  'picture-earlier',
  'picture-later',
  'remove-picture',
]);

const MARK_COMMANDS = ['bold', 'italic', 'superscript', 'subscript'] as const;

/** Makes a change as one undo step of its own; false when it did nothing. */
export function change(editor: LexicalEditor, $change: () => boolean): boolean {
  if (!editor.isEditable()) return false;
  let done = false;
  editor.update(
    () => {
      done = $change();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return done;
}

/** Runs an editor command; false when it does not apply here, and nothing has happened then. */
export function runCommand(editor: LexicalEditor, command: CommandId): boolean {
  if (!editor.isEditable()) return false;
  if (command === 'undo') return editor.dispatchCommand(UNDO_COMMAND, undefined);
  if (command === 'redo') return editor.dispatchCommand(REDO_COMMAND, undefined);
  if (command === 'link') return openLinkField(editor);
  const mark = MARK_COMMANDS.find((one) => one === command);
  if (mark)
    return mark === 'bold' || mark === 'italic' ? toggleMark(editor, mark) : change(editor, () => $toggleMark(mark));
  const $command = TEXT_COMMANDS[command];
  if (PICTURE_COMMANDS.has(command) && !mayChangePhotos(editor)) return true;
  if ((command === 'join-photos' || command === 'part-gallery') && editor.read($isUndecided)) {
    // The new block could not keep them: they would be taken as accepted.
    hostOf(editor).onRemarks([note('gallery-undecided')]);
    return true;
  }
  const tooMany = command === 'join-photos' ? editor.read(() => $whyNotJoined()) : null;
  if (tooMany?.rule === 'join-too-many') {
    // Whoever asks for it stands among pictures: the number alone is in the way, which nobody sees.
    hostOf(editor).onRemarks([tooMany]);
    return true;
  }
  return $command !== undefined && change(editor, $command);
}

/** Through Lexical's command, so that a caret keeps the mark for what is typed next. */
function toggleMark(editor: LexicalEditor, mark: 'bold' | 'italic'): boolean {
  return editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark);
}
