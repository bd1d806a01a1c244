import { signal } from '@lexical/extension';
import type { Signal } from '@lexical/extension';
import { $getNearestNodeFromDOMNode, $getSelection, $isRangeSelection, $isTextNode, defineExtension } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { Thread } from '../../../shared/interview/threads';
import { DrawnAttributes } from '../drawn-attributes';
import { hostOf } from '../host';
import { whenViewMoves } from '../in-view';
import { $threadsOf } from '../nodes/state';
import { AnchorKeeper } from './anchor-keeper';
import { marginMarks } from './margin-marks';
import type { MarginMark } from './margin-marks';
import { $commentedElements, markActiveBlock } from './paint-comments';
import { indexThreads, isShown } from './thread-index';
import type { ThreadIndex } from './thread-index';

/** From so many threads on only blocks near the view are laid out, as in a very long piece: each parts its text in three. */
const MANY = 200;
/** Painting after a scroll waits this many milliseconds for the next one. */
const PAINT_DELAY = 60;

/** The comment threads in one editor: what keeps them on their words, and what shows them. */
export class CommentsInEditor {
  readonly keeper: AnchorKeeper;
  readonly marks: Signal<readonly MarginMark[]> = signal<readonly MarginMark[]>([]);
  index: ThreadIndex = indexThreads([], null);
  private readonly words = new DrawnAttributes();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly editor: LexicalEditor) {
    this.keeper = new AnchorKeeper(editor, () => this.paintLater());
  }

  show(threads: readonly Thread[], active: string | null): void {
    this.index = indexThreads(threads, active);
    this.keeper.know(this.index.byId);
    this.editor.getRootElement()?.classList.toggle('galley-commented', threads.length > MANY);
    this.paint();
  }

  paintLater(): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => this.paint(), PAINT_DELAY);
  }

  paint(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.words.draw(this.editor.read(() => $commentedElements(this.editor, this.index)));
    markActiveBlock(this.editor, this.index);
    const marks = marginMarks(this.editor, this.index);
    if (marks.length > 0 || this.marks.peek().length > 0) this.marks.value = marks;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.keeper.stop();
    this.words.draw(new Map());
  }
}

/** A click on commented words, with nothing selected by it, brings their thread up; of several the one that is not yet shown. */
function clicked(editor: LexicalEditor, { index }: CommentsInEditor, target: EventTarget | null): void {
  const threads = editor.read(() => {
    const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null;
    const selection = $getSelection();
    if (!$isTextNode(node) || ($isRangeSelection(selection) && !selection.isCollapsed())) return [];
    return $threadsOf(node).filter((id) => isShown(index, id));
  });
  const next = threads[(threads.indexOf(index.active ?? '') + 1) % threads.length];
  if (next !== undefined) hostOf(editor).onThread(next);
}

export const CommentsExtension = defineExtension({
  name: 'galley/comments',
  build: (editor) => new CommentsInEditor(editor),
  register: (editor, _config, state) => {
    const comments = state.getOutput();
    const later = () => comments.paintLater();
    const stops = [
      editor.registerUpdateListener((payload) => comments.keeper.note(payload)),
      editor.registerRootListener((root) => {
        if (root === null) return;
        const click = (event: MouseEvent) => clicked(editor, comments, event.target);
        root.addEventListener('click', click);
        return () => root.removeEventListener('click', click);
      }),
      whenViewMoves(editor, later),
    ];
    return () => {
      for (const stop of stops) stop();
      comments.stop();
    };
  },
});
