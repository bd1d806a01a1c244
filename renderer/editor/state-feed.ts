import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $getSelection, $isNodeSelection, $isRangeSelection, defineExtension } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { note } from '../../shared/checks/remark';
import type { Remark } from '../../shared/checks/remark';
import type { CommandId } from '../../shared/commands/table';
import type { Place } from '../../shared/interview/visit';
import { MARKS } from './bridge/runs';
import { $galleryAt, $galleryPictureAt, $whyNotJoined } from './commands/gallery';
import { $linkAt } from './commands/marks';
import { $pairAt } from './commands/move-pair';
import type { EditorState } from './contract';
import { $isPlainPlace } from './guard/format';
import { hostOf } from './host';
import { $threadsOf } from './nodes/state';
import { $layoutOf, LAYOUTS } from './nodes/gallery';
import { QuestionNode } from './nodes/text-blocks';
import { $topOf, isTail, isTextBlock } from './nodes/where';
import { $placeOf } from './place';

const ALWAYS: readonly CommandId[] = [
  'insert-question',
  'insert-photo',
  'insert-gallery',
  'insert-pull-quote',
  'insert-box',
  'insert-list',
  'insert-closing',
  'add-comment',
  'select-all',
  'paste',
  'paste-plain',
];

const IN_GALLERY: readonly CommandId[] = [
  'part-gallery',
  'add-to-gallery',
  'picture-earlier',
  'picture-later',
  'remove-picture',
  ...LAYOUTS.map((layout) => `gallery-${layout}` as const),
];

function $galleryCommands(active: Set<CommandId>, enabled: Set<CommandId>, refused: Map<CommandId, Remark>): void {
  const whyNotJoined = $whyNotJoined();
  if (whyNotJoined) refused.set('join-photos', whyNotJoined);
  else enabled.add('join-photos');
  const gallery = $galleryAt();
  if (!gallery) {
    for (const command of IN_GALLERY) refused.set(command, note('needs-gallery'));
    return;
  }
  for (const layout of LAYOUTS) enabled.add(`gallery-${layout}`);
  active.add(`gallery-${$layoutOf(gallery)}`);
  enabled.add('part-gallery');
  enabled.add('add-to-gallery');
  const picture = $galleryPictureAt();
  if (picture) enabled.add('remove-picture');
  if (picture?.getPreviousSibling()) enabled.add('picture-earlier');
  if (picture?.getNextSibling()) enabled.add('picture-later');
}

function $blockCommands(active: Set<CommandId>, enabled: Set<CommandId>, refused: Map<CommandId, Remark>): void {
  const node = $getSelection()?.getNodes()[0];
  const top = node ? $topOf(node) : null;
  if (isTextBlock(top) && !isTail(top)) {
    for (const command of ['toggle-question', 'make-subhead', 'make-paragraph'] as const) enabled.add(command);
    if (top instanceof QuestionNode) active.add('toggle-question');
    else if (top.getType() === 'subhead') active.add('make-subhead');
    else active.add('make-paragraph');
  }
  $galleryCommands(active, enabled, refused);
  const { at, count } = $pairAt();
  if (at > 0) enabled.add('move-pair-up');
  if (at >= 0 && at < count - 1) enabled.add('move-pair-down');
}

function $state(editor: LexicalEditor): EditorState {
  const selection = $getSelection();
  const active = new Set<CommandId>();
  const enabled = new Set<CommandId>();
  const refused = new Map<CommandId, Remark>();
  const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
  if (history.canUndo.peek()) enabled.add('undo');
  if (history.canRedo.peek()) enabled.add('redo');
  let place: Place | null = null;
  let selectedCharacters = 0;
  let threads: readonly string[] = [];
  if (selection) {
    for (const command of ALWAYS) enabled.add(command);
    $blockCommands(active, enabled, refused);
    const node = $isRangeSelection(selection) ? selection.anchor.getNode() : selection.getNodes()[0];
    place = node ? $placeOf(node) : null;
  }
  if ($isRangeSelection(selection)) {
    if (!$isPlainPlace()) for (const mark of MARKS) enabled.add(mark);
    for (const mark of MARKS) if (selection.hasFormat(mark)) active.add(mark);
    const link = $linkAt(selection);
    if (link !== null) active.add('link');
    if (!$isPlainPlace() && (link !== null || !selection.isCollapsed())) enabled.add('link');
    threads = $threadsOf(selection.anchor.getNode());
    selectedCharacters = selection.isCollapsed() ? 0 : selection.getTextContent().length;
  }
  if (selectedCharacters > 0 || $isNodeSelection(selection))
    for (const command of ['cut', 'copy'] as const) enabled.add(command);
  return { place, selectedCharacters, threads, active, enabled, refused };
}

function fingerprint({ place, selectedCharacters, threads, active, enabled, refused }: EditorState): string {
  return JSON.stringify([place, selectedCharacters, threads, [...active], [...enabled], [...refused]]);
}

/** The window may learn this much later, in milliseconds, where the caret is: the frame that shows the key comes first. */
const LATEST = 150;

/** Tells the window where the caret is and which commands apply: in idle time, and only when it changed. */
export const StateFeedExtension = defineExtension({
  name: 'galley/state-feed',
  register: (editor) => {
    if (typeof requestIdleCallback === 'undefined') return () => undefined;
    let waiting = 0;
    let last = '';
    const tell = () => {
      waiting = 0;
      const state = editor.read(() => $state(editor));
      const print = fingerprint(state);
      if (print === last) return;
      last = print;
      hostOf(editor).onState(state);
    };
    const stop = editor.registerUpdateListener(() => {
      if (waiting === 0) waiting = requestIdleCallback(tell, { timeout: LATEST });
    });
    return () => {
      stop();
      cancelIdleCallback(waiting);
    };
  },
});
