import { $addUpdateTag, $getNodeByKey, $getRoot, $isElementNode, defineExtension, HISTORY_MERGE_TAG } from 'lexical';
import type { ElementNode, LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { AUTHOR_SLOTS, authorSlots } from '../../../shared/review/suggest/author-slots';
import { marksOf } from '../../../shared/review/suggest/hunks';
import { drawingsOf } from '../../../shared/review/suggest/layout';
import type { Drawing } from '../../../shared/review/suggest/layout';
import type { Weave } from '../../../shared/review/suggest/weave';
import { hostOf } from '../host';
import { $leavesInView, whenViewMoves } from '../in-view';
import { $placedLeavesOf } from '../leaves';
import { BylineNode, PartNode } from '../nodes/lines';
import { $fieldLeaves, $linesOf, $movedOf, $tailOf, $weaveOf, linesPart } from '../nodes/suggestions';
import { $topOf, isTextBlock } from '../nodes/where';
import { $textNodesOf, paint, rangeOf, stretches } from '../text-ranges';
import { SKIP_SUGGEST_TAG } from './capture';
import { $cutAtGaps, $gapsAtNodes, $isCut } from './cuts';
import type { DrawnGap } from './cuts';

/** Drawing waits this many milliseconds for the typing to pause: to draw while somebody types would be felt. */
const IDLE = 300;
/** From so many marks on only blocks near the view are laid out, as in a very long piece. */
const MANY = 200;
/** After a scroll. */
const SCROLLED = 80;
/** What we set on the editor's elements; Lexical does not look at attributes. */
const ATTRIBUTES = ['gap', 'gapEnd', 'gapBy', 'newEnd'] as const;
const BLOCK_ATTRIBUTES = ['changed', 'changeNote'] as const;

/** One leaf near the view with what is to be drawn in it. */
interface Sheet {
  readonly leaf: NodeKey;
  readonly drawing: Drawing;
}

/** Draws open proposals: insertions and changed looks as highlights, deleted words by the style sheet, a bar beside the block. */
class SuggestionDrawer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly marked = new Set<HTMLElement>();

  constructor(private readonly editor: LexicalEditor) {}

  later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(), delay);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.wipe();
    for (let slot = 0; slot < AUTHOR_SLOTS; slot++)
      for (const kind of ['ins', 'look']) paint(`galley-${kind}-${slot}`, []);
  }

  private draw(): void {
    const { editor } = this;
    // A word that is being composed must not be cut: the draft would be written twice.
    if (editor.isComposing()) return this.later(IDLE);
    const sheets = editor.read(() => $sheets(editor));
    const uncut = editor.read(() =>
      sheets.filter(({ leaf, drawing }) => {
        const node = $getNodeByKey(leaf);
        return $isElementNode(node) && !$isCut(node, drawing);
      }),
    );
    if (uncut.length > 0) this.cut(uncut);
    this.wipe();
    const slots = editor.read($authorSlots);
    this.paintWords(sheets, slots);
    this.drawGaps(sheets, slots);
    this.markBlocks(slots);
  }

  private cut(sheets: readonly Sheet[]): void {
    const { editor } = this;
    const hasFocus = editor.getRootElement()?.contains(document.activeElement) ?? false;
    editor.update(
      () => {
        if (!hasFocus) $addUpdateTag('skip-dom-selection');
        for (const { leaf, drawing } of sheets) {
          const node = $getNodeByKey(leaf);
          if ($isElementNode(node)) $cutAtGaps(node, drawing);
        }
      },
      { discrete: true, tag: [SKIP_SUGGEST_TAG, HISTORY_MERGE_TAG, 'skip-scroll-into-view'] },
    );
  }

  private wipe(): void {
    for (const element of this.marked) {
      for (const name of [...ATTRIBUTES, ...BLOCK_ATTRIBUTES]) delete element.dataset[name];
      element.removeAttribute('title');
    }
    this.marked.clear();
  }

  private mark(element: HTMLElement | null, set: { readonly [name: string]: string }, title?: string): void {
    if (!element) return;
    Object.assign(element.dataset, set);
    if (title) element.title = title;
    this.marked.add(element);
  }

  private paintWords(sheets: readonly Sheet[], slots: ReadonlyMap<string, number>): void {
    const { editor } = this;
    const ranges = new Map<string, Range[]>();
    editor.read(() => {
      for (const { leaf, drawing } of sheets) {
        const node = $getNodeByKey(leaf);
        if (!$isElementNode(node)) continue;
        const texts = $textNodesOf(node);
        const add = (kind: string, list: Drawing['inserted']) => {
          for (const { from, to, by } of list) {
            const name = `galley-${kind}-${slots.get(by) ?? 0}`;
            const found = stretches(texts, from, to).flatMap((stretch) => rangeOf(editor, stretch) ?? []);
            ranges.set(name, [...(ranges.get(name) ?? []), ...found]);
          }
        };
        add('ins', drawing.inserted);
        add('look', drawing.restyled);
      }
    });
    for (let slot = 0; slot < AUTHOR_SLOTS; slot++) {
      for (const kind of ['ins', 'look']) paint(`galley-${kind}-${slot}`, ranges.get(`galley-${kind}-${slot}`) ?? []);
    }
  }

  private drawGaps(sheets: readonly Sheet[], slots: ReadonlyMap<string, number>): void {
    const { editor } = this;
    const slotOf = (by: string) => String(slots.get(by) ?? 0);
    for (const { leaf, drawing } of sheets) {
      const drawn = editor.read((): readonly DrawnGap[] => {
        const node = $getNodeByKey(leaf);
        return $isElementNode(node) ? $gapsAtNodes(node, drawing) : [];
      });
      for (const { key, side, words, by } of drawn) {
        const shown = side === 'before' ? { gap: words } : { gapEnd: words };
        this.mark(editor.getElementByKey(key), { ...shown, gapBy: slotOf(by) }, by);
      }
      const [first] = drawing.gaps;
      if (drawing.length === 0 && first)
        this.mark(editor.getElementByKey(leaf), { gap: first.words, gapBy: slotOf(first.by) });
      if (drawing.newEnd !== null && drawing.length > 0 && !drawn.some(({ side }) => side === 'behind')) {
        const last = editor.read(() => {
          const node = $getNodeByKey(leaf);
          return $isElementNode(node) ? $textNodesOf(node).at(-1)?.getKey() : undefined;
        });
        if (last) this.mark(editor.getElementByKey(last), { newEnd: '¶', gapBy: slotOf(drawing.newEnd) });
      }
    }
  }

  /** The bar beside each block with a proposal, who made it, and what else than words is proposed. */
  private markBlocks(slots: ReadonlyMap<string, number>): void {
    const { editor } = this;
    const { translate } = hostOf(editor);
    const found = editor.read(() => $changedNodes());
    const many = found.reduce((sum, { count }) => sum + count, 0) > MANY;
    editor.getRootElement()?.classList.toggle('galley-many', many);
    for (const { key, authors, moved, kind, fresh } of found) {
      const slot = authors.length === 1 ? String(slots.get(authors[0] ?? '') ?? 0) : 'many';
      const notes = [
        moved && translate('suggest.note-moved'),
        kind &&
          translate('suggest.note-kind', {
            from: translate.loose(`suggest.kind-${kind.from}`),
            to: translate.loose(`suggest.kind-${kind.to}`),
          }),
        fresh && translate('suggest.note-new'),
      ].filter((note) => typeof note === 'string');
      const names = authors.map((author) => (author === '?' ? translate('suggest.unknown-author') : author)).join(', ');
      this.mark(
        editor.getElementByKey(key),
        { changed: slot, ...(notes.length > 0 ? { changeNote: `${notes.join(' · ')} — ${names}` } : {}) },
        translate('suggest.by', { names }),
      );
    }
  }
}

/** The texts near the view that have something to draw, and those that are still cut for what is decided now. */
function $sheets(editor: LexicalEditor): readonly Sheet[] {
  return $leavesInView(editor).map((leaf) => ({ leaf: leaf.getKey(), drawing: $drawingOf(leaf) }));
}

const EMPTY: Drawing = {
  length: -1,
  inserted: [],
  restyled: [],
  gaps: [],
  newEnd: null,
  kindBy: null,
  authors: [],
};

function $drawingOf(leaf: ElementNode): Drawing {
  const top = $topOf(leaf);
  if (leaf instanceof BylineNode) {
    const own = first($weaveOf(leaf));
    const tail = first($tailOf($getRoot()));
    if (!tail) return own ?? EMPTY;
    const length = own?.length ?? leaf.getTextContentSize();
    return { ...(own ?? EMPTY), length, gaps: [...tail.gaps.map((gap) => ({ ...gap, at: 0 })), ...(own?.gaps ?? [])] };
  }
  if (leaf instanceof PartNode || isTextBlock(leaf)) return first($weaveOf(leaf)) ?? EMPTY;
  const lines = top && linesPart(top) ? $linesOf(top) : null;
  if (!lines || !$isElementNode(top)) return EMPTY;
  const at = top.getChildren().findIndex((child) => child.is(leaf));
  return drawingsOf(lines)[at] ?? EMPTY;
}

function first(weave: Weave | null): Drawing | null {
  return weave ? (drawingsOf(weave)[0] ?? null) : null;
}

interface ChangedNode {
  readonly key: NodeKey;
  readonly authors: readonly string[];
  readonly moved: boolean;
  readonly kind: { readonly from: string; readonly to: string } | null;
  readonly fresh: boolean;
  /** How many marks are in it. */
  readonly count: number;
}

/** Every weave of a block: its stretch of the body, those of its slots, of its lines. */
function $weavesOf(top: LexicalNode): readonly Weave[] {
  const slots = $placedLeavesOf(top).flatMap(({ leaf }) => (leaf instanceof PartNode ? ($weaveOf(leaf) ?? []) : []));
  return [...($weaveOf(top) ? [$weaveOf(top) ?? []] : []), ...($linesOf(top) ? [$linesOf(top) ?? []] : []), slots];
}

function $changedNodes(): readonly ChangedNode[] {
  const fields = $fieldLeaves($getRoot()).map(([, leaf]) => leaf as LexicalNode);
  const nodes = [...fields, ...$getRoot().getChildren()];
  return nodes.flatMap((node) => {
    const stretch = $weaveOf(node);
    const moved = $movedOf(node);
    const marks = $weavesOf(node).flatMap((weave) => weave.flatMap(marksOf));
    if (marks.length === 0 && !moved) return [];
    const end = stretch?.at(-1);
    const atEnd = end && 'end' in end ? end : null;
    const was = atEnd?.end.was;
    return [
      {
        key: node.getKey(),
        count: marks.length,
        authors: [...new Set([...marks, ...(moved ? [moved] : [])].map(({ by }) => by))],
        moved: moved !== null,
        kind: was && atEnd ? { from: was.kind, to: atEnd.end.kind } : null,
        // A block without words has nothing to underline.
        fresh: atEnd?.ins !== undefined && !isTextBlock(node),
      },
    ];
  });
}

function $authorSlots(): ReadonlyMap<string, number> {
  return authorSlots($changedNodes().flatMap(({ authors }) => authors));
}

export const SuggestDrawExtension = defineExtension({
  name: 'galley/suggest-draw',
  register: (editor) => {
    if (typeof window === 'undefined') return () => undefined;
    const drawer = new SuggestionDrawer(editor);
    const stops = [
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has(SKIP_SUGGEST_TAG) && tags.has(HISTORY_MERGE_TAG) && tags.has('skip-scroll-into-view')) return;
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) drawer.later(IDLE);
      }),
      editor.registerRootListener(() => drawer.later(0)),
      whenViewMoves(editor, () => drawer.later(SCROLLED)),
    ];
    return () => {
      for (const stop of stops) stop();
      drawer.stop();
    };
  },
});
