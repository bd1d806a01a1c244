import { configExtension, defineExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { DOMRenderExtension } from '@lexical/html';
import { RichTextExtension } from '@lexical/rich-text';
import { ChangeFeedExtension } from './change-feed';
import { ClipboardOnBlockExtension } from './clipboard-on-block';
import { CommentsExtension } from './comments/comments-extension';
import { CopyExtension } from './copy';
import { FindExtension } from './find';
import { GalleryControlsExtension } from './gallery-controls';
import { GuardExtension } from './guard/guard-extension';
import { HostExtension } from './host';
import { BlockIdsExtension } from './ids';
import { LinkFieldExtension } from './link-field';
import { LinksExtension } from './links';
import { LongPieceExtension } from './long-piece';
import { NODES } from './nodes/all';
import { PasteExtension } from './paste/paste-extension';
import { RevealUndoneExtension } from './reveal-undone';
import { RENDERING } from './slot-render';
import { StateFeedExtension } from './state-feed';
import { SuggestCaptureExtension } from './suggest/capture';
import { SuggestDrawExtension } from './suggest/draw';
import { TypingBurstExtension } from './typing-burst';
import { VariablesExtension } from './variables';

/** A thousand steps back: with Vietnamese input a hundred would be a few sentences. */
const MOST_UNDO_STEPS = 1000;

/**
 * The editor, as one constant: a new object would make a new editor. The order of guard, ids, typing burst and
 * suggest capture is the order of their transforms: the last two must see the structure repaired.
 */
export const InterviewExtension = defineExtension({
  name: 'galley/interview',
  namespace: 'galley',
  dependencies: [
    HostExtension,
    RichTextExtension,
    LinksExtension,
    LinkFieldExtension,
    configExtension(HistoryExtension, { maxDepth: MOST_UNDO_STEPS, delay: 300 }),
    configExtension(DOMRenderExtension, { overrides: RENDERING }),
    GuardExtension,
    GalleryControlsExtension,
    BlockIdsExtension,
    TypingBurstExtension,
    SuggestCaptureExtension,
    PasteExtension,
    CopyExtension,
    ClipboardOnBlockExtension,
    FindExtension,
    SuggestDrawExtension,
    VariablesExtension,
    CommentsExtension,
    RevealUndoneExtension,
    LongPieceExtension,
    ChangeFeedExtension,
    StateFeedExtension,
  ],
  nodes: () => [...NODES],
  theme: {
    paragraph: 'galley-paragraph',
    link: 'galley-link',
    text: { bold: 'galley-bold', italic: 'galley-italic' },
  },
  // Lexical reports some caret moves between slots as errors; the text is right. Never unmount for one.
  onError: (error) => {
    // oxlint-disable-next-line no-console -- the window's log listens to the console
    console.error('[editor]', error);
  },
  // The piece is put in by whoever builds the editor, in one update of its own.
  $initialEditorState: null,
});
