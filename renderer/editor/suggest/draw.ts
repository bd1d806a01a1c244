import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  defineExtension,
  HISTORY_MERGE_TAG,
} from 'lexical';
import type { ElementNode, LexicalEditor, NodeKey } from 'lexical';
import { AUTHOR_SLOTS, authorSlots } from '../../../shared/review/suggest/author-slots';
import { DrawnAttributes } from '../drawn-attributes';
import type { Attributes } from '../drawn-attributes';
import { hostOf } from '../host';
import { $leavesInView, whenViewMoves } from '../in-view';
import { $leafOf } from '../nodes/where';
import { paint } from '../text-ranges';
import { SKIP_SUGGEST_TAG } from './capture';
import { $changedBlocks } from './changed-blocks';
import type { ChangedBlock } from './changed-blocks';
import { $cutFor, $isCut } from './cuts';
import { DRAW_TAG } from './draw-tag';
import { $drawingOf } from './drawings';
import { $holds, $sheet, nameOf, partsOf } from './sheets';
import type { Sheet, Slots } from './sheets';

/** Drawing waits this many milliseconds for the typing to pause: to draw while somebody types would be felt. */
const IDLE = 300;
/** From so many marks on only blocks near the view are laid out, as in a very long piece. */
const MANY = 200;
/** While the view moves, so many milliseconds lie between two drawings. */
const SCROLLED = 80;

/**
 * Draws open proposals where they can be seen: added words and changed looks on text nodes of their own, deleted words by the
 * style sheet, a bar beside the block. Highlights would be simpler, but the browser goes through all of them at every key; in
 * the text with the caret they cost less than the many text nodes that would be laid out anew, and leave the typing alone.
 */
class SuggestionDrawer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private changedAt = 0;
  private sheets = new Map<NodeKey, Sheet>();
  private colours = '';
  private caret: NodeKey | null = null;
  private readonly attributes = new DrawnAttributes();

  constructor(private readonly editor: LexicalEditor) {}

  /** After a change: once the typing pauses. */
  changed(): void {
    this.changedAt = performance.now();
    this.later(IDLE);
  }

  /** After the view moved; what was typed just before still waits for its pause. */
  moved(): void {
    if (this.timer !== undefined) return;
    this.later(Math.max(SCROLLED, this.changedAt + IDLE - performance.now()));
  }

  /** After the caret went elsewhere: the text that it left and the one that it came to are drawn in the other way. */
  caretMoved(leaf: () => NodeKey | null): void {
    if (this.timer === undefined && leaf() !== this.caret) this.later(IDLE);
  }

  later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), delay);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.attributes.draw(new Map());
    paintWords([]);
  }

  /** Draws what can be seen now. */
  draw(): void {
    const { editor } = this;
    clearTimeout(this.timer);
    this.timer = undefined;
    // A word that is being composed must not be cut: the draft would be written twice.
    if (editor.isComposing()) return this.later(IDLE);
    const leaves = editor.read(() => $leavesInView(editor).map((leaf) => leaf.getKey()));
    this.caret = editor.read($caretLeaf);
    this.cut(leaves);
    editor.read(() => {
      const blocks = $changedBlocks();
      const slots = authorSlots(blocks.flatMap(({ authors }) => authors));
      this.sheets = this.$sheets(leaves, slots);
      const drawn = new Map<HTMLElement, Attributes>();
      const draw = (element: HTMLElement, attributes: Attributes) =>
        drawn.set(element, { ...drawn.get(element), ...attributes });
      for (const { attributes } of this.sheets.values()) for (const one of attributes) draw(...one);
      for (const block of blocks) {
        const element = editor.getElementByKey(block.key);
        if (element) draw(element, blockAttributes(editor, block, slots));
      }
      this.attributes.draw(drawn);
      const many = blocks.reduce((sum, { count }) => sum + count, 0) > MANY;
      editor.getRootElement()?.classList.toggle('galley-many', many);
    });
    paintWords(leaves.flatMap((key) => this.sheets.get(key)?.painted ?? []));
  }

  /** Parts the texts as their drawings ask for. Nothing is written where they are parted so already. */
  private cut(keys: readonly NodeKey[]): void {
    const { editor } = this;
    const $leaf = (key: NodeKey) => $getNodeByKey<ElementNode>(key);
    const $parts = (leaf: ElementNode) => partsOf($drawingOf(leaf), leaf.getKey() === this.caret);
    const uncut = editor.read(() =>
      keys.filter((key) => {
        const leaf = $leaf(key);
        return leaf !== null && !$isCut(leaf, $parts(leaf));
      }),
    );
    if (uncut.length === 0) return;
    const hasFocus = editor.getRootElement()?.contains(document.activeElement) ?? false;
    editor.update(
      () => {
        if (!hasFocus) $addUpdateTag('skip-dom-selection');
        for (const key of uncut) {
          const leaf = $leaf(key);
          if (leaf) $cutFor(leaf, $parts(leaf));
        }
      },
      { discrete: true, tag: [SKIP_SUGGEST_TAG, DRAW_TAG, HISTORY_MERGE_TAG, 'skip-scroll-into-view'] },
    );
  }

  private $sheets(inView: readonly NodeKey[], slots: Slots): Map<NodeKey, Sheet> {
    const colours = [...slots].flat().join();
    const before = colours === this.colours ? this.sheets : new Map<NodeKey, Sheet>();
    this.colours = colours;
    const sheets = new Map<NodeKey, Sheet>();
    const { caret } = this;
    for (const [key, sheet] of before)
      if (sheet.hasCaret === (key === caret) && $holds(key, sheet)) sheets.set(key, sheet);
    for (const key of inView) {
      const leaf = $getNodeByKey(key);
      if (!sheets.has(key) && $isElementNode(leaf)) sheets.set(key, $sheet(this.editor, leaf, key === caret, slots));
    }
    return sheets;
  }
}

function paintWords(painted: Sheet['painted']): void {
  for (let slot = 0; slot < AUTHOR_SLOTS; slot++) {
    for (const kind of ['ins', 'look']) {
      const name = `galley-${kind}-${slot}`;
      paint(
        name,
        painted.flatMap(([of, range]) => (of === name ? [range] : [])),
      );
    }
  }
}

function $caretLeaf(): NodeKey | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? ($leafOf(selection.focus.getNode())?.getKey() ?? null) : null;
}

/** The bar beside a block with a proposal, who made it, and what else than words is proposed. */
function blockAttributes(editor: LexicalEditor, block: ChangedBlock, slots: Slots): Attributes {
  const { translate } = hostOf(editor);
  const { authors, moved, kind, fresh } = block;
  const notes = [
    moved && translate('suggest.note-moved'),
    kind &&
      translate('suggest.note-kind', {
        from: translate.loose(`suggest.kind-${kind.from}`),
        to: translate.loose(`suggest.kind-${kind.to}`),
      }),
    fresh && translate('suggest.note-new'),
  ].filter((note) => typeof note === 'string');
  const names = authors.map((author) => nameOf(editor, author)).join(', ');
  return {
    'data-changed': authors.length === 1 ? String(slots.get(authors[0] ?? '') ?? 0) : 'many',
    title: translate('suggest.by', { names }),
    ...(notes.length > 0 ? { 'data-change-note': `${notes.join(' · ')} — ${names}` } : {}),
  };
}

/** Draws the proposals that can be seen at once, as after a jump to them. */
export function drawNow(editor: LexicalEditor): void {
  getExtensionDependencyFromEditor(editor, SuggestDrawExtension).output.draw();
}

export const SuggestDrawExtension = defineExtension({
  name: 'galley/suggest-draw',
  build: (editor) => new SuggestionDrawer(editor),
  register: (editor, _config, state) => {
    if (typeof window === 'undefined') return () => undefined;
    const drawer = state.getOutput();
    const stops = [
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, tags }) => {
        if (tags.has(DRAW_TAG)) return;
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) drawer.changed();
        else drawer.caretMoved(() => editorState.read($caretLeaf));
      }),
      editor.registerRootListener(() => drawer.later(0)),
      whenViewMoves(editor, () => drawer.moved()),
    ];
    return () => {
      for (const stop of stops) stop();
      drawer.stop();
    };
  },
});
