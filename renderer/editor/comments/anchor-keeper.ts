import {
  $getNodeByKey,
  $isElementNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { ElementNode, LexicalEditor, NodeKey, UpdateListener } from 'lexical';
import type { Thread } from '../../../shared/interview/threads';
import { changedKeys } from '../changed-nodes';
import { $placedLeaves } from '../leaves';
import { $leafOf } from '../nodes/where';
import { ANCHOR_TAG, REWRITTEN_TAG } from './anchor-tag';
import { $anchorsIn, $dropThread, $hangOn, $releaseAll } from './anchor-words';
import { $findWords } from './find-words';
import { $closeGaps, $followRewritten, $remember, $trimGrowth } from './keep-shape';
import type { LeafMemory } from './keep-shape';

/**
 * The anchors are put right after this many milliseconds without a change: before the change feed hands the text out, and
 * never between the Backspaces and letters of an input method.
 */
const QUIET = 220;
/** Words that were written over go on growing until nothing was added for this many milliseconds. */
const STILL_WRITING = 1500;

/**
 * Keeps threads on their words. A key only notes which text it touched; all else waits for a pause, and for the end of a
 * composition: nodes are never divided while a word is being composed.
 */
export class AnchorKeeper {
  private readonly dirty = new Set<NodeKey>();
  private memory = new Map<NodeKey, LeafMemory>();
  private readonly rewritten = new Map<string, number>();
  private threads: ReadonlyMap<string, Thread> | null = null;
  private undone = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly editor: LexicalEditor,
    private readonly settled: () => void,
  ) {}

  /** Which threads there are; the first time also finds words that a file has lost. */
  know(threads: ReadonlyMap<string, Thread>): void {
    const first = this.threads === null;
    this.threads = threads;
    if (!first) return;
    this.lookAtAll();
    const present = this.present();
    const unknown = [...present].filter((id) => !threads.has(id));
    // Words of a comment that was never sent, left by a crash.
    if (unknown.length > 0) this.write(() => unknown.forEach($releaseAll));
    const lost = this.lost(present);
    if (lost.length > 0) this.write(() => this.$findAgain(lost, 'same-text', new Map()));
  }

  /** True for threads of this piece; before they are known, for all. */
  knows(thread: string): boolean {
    return this.threads?.has(thread) ?? true;
  }

  note({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }: Parameters<UpdateListener>[0]): void {
    if (tags.has(ANCHOR_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
    for (const key of dirtyLeaves) this.dirty.add(key);
    for (const [key, real] of dirtyElements) if (real) this.dirty.add(key);
    if (tags.has(REWRITTEN_TAG)) this.undone = true;
    if (tags.has(HISTORIC_TAG)) {
      this.undone = true;
      for (const key of changedKeys(editorState, prevEditorState)) this.dirty.add(key);
    }
    this.later();
  }

  /** Puts the anchors right at once, except while a word is being composed. */
  settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.dirty.size === 0) return;
    if (this.editor.isComposing()) return this.later();
    const before = this.wordsByThread();
    const leaves = this.editor.read(() => this.$dirtyLeaves());
    const { undone } = this;
    this.dirty.clear();
    this.undone = false;
    if (this.editor.read(() => leaves.some((leaf) => this.needsWriting(leaf, undone))))
      this.write(() => this.$putRight(leaves, undone));
    this.look(leaves);
    const present = this.present();
    const lost = undone
      ? [...before.keys()].flatMap((id) => (present.has(id) ? [] : (this.threads?.get(id) ?? [])))
      : [];
    if (lost.length > 0) this.write(() => this.$findAgain(lost, 'alike', before));
    // Words that a refused proposal had taken out are back where they stood.
    const away = undone ? this.lost(this.present()).filter(({ id }) => !before.has(id)) : [];
    if (away.length > 0) this.write(() => this.$findAgain(away, 'same-text', before));
    this.settled();
  }

  /** An update of the anchors alone; what it leaves behind is what they say from now on. */
  write($change: () => void): void {
    const root = this.editor.getRootElement();
    const focused = root?.contains(root.ownerDocument.activeElement) ?? false;
    const tag = [ANCHOR_TAG, HISTORY_MERGE_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
    // Elsewhere somebody is writing a comment: the caret must not be fetched back into the text.
    this.editor.update($change, { discrete: true, tag: focused ? tag : [...tag, SKIP_DOM_SELECTION_TAG] });
    this.lookAtAll();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), QUIET);
  }

  private $dirtyLeaves(): readonly ElementNode[] {
    const leaves = new Map<NodeKey, ElementNode>();
    for (const key of this.dirty) {
      const node = $getNodeByKey(key);
      const leaf = node && $leafOf(node);
      if (leaf?.isAttached()) leaves.set(leaf.getKey(), leaf);
    }
    return [...leaves.values()];
  }

  private needsWriting(leaf: ElementNode, undone: boolean): boolean {
    const before = this.memory.get(leaf.getKey());
    const { threads } = $remember(leaf);
    return (
      [...threads].some(([id, { words }]) => undone || !this.knows(id) || before?.threads.get(id)?.words !== words) ||
      [...(before?.threads.keys() ?? [])].some((id) => !threads.has(id))
    );
  }

  private $putRight(leaves: readonly ElementNode[], undone: boolean): void {
    const moved = this.$moved();
    const now = performance.now();
    for (const leaf of leaves) {
      for (const [id, nodes] of $anchorsIn(leaf)) if (!this.knows(id)) for (const node of nodes) $dropThread(node, id);
      $closeGaps(leaf);
      const before = this.memory.get(leaf.getKey());
      // What undo brings back was right when it was left.
      if (!before || undone) continue;
      for (const id of $followRewritten(leaf, before)) this.rewritten.set(id, now);
      $trimGrowth(leaf, before, (id) => moved.has(id) || this.isBeingWritten(id, now));
    }
  }

  /** Threads that have left a text, as when two paragraphs become one: where they are now they have not grown by typing. */
  private $moved(): ReadonlySet<string> {
    const moved = new Set<string>();
    for (const [key, { threads }] of this.memory) {
      const leaf = $getNodeByKey(key);
      const present = $isElementNode(leaf) && leaf.isAttached() ? $anchorsIn(leaf) : null;
      for (const id of threads.keys()) if (!present?.has(id)) moved.add(id);
    }
    return moved;
  }

  private isBeingWritten(id: string, now: number): boolean {
    const last = this.rewritten.get(id);
    if (last === undefined) return false;
    if (now - last < STILL_WRITING) this.rewritten.set(id, now);
    else this.rewritten.delete(id);
    return this.rewritten.has(id);
  }

  private $findAgain(lost: readonly Thread[], sure: 'same-text' | 'alike', before: ReadonlyMap<string, string>): void {
    for (const thread of lost) {
      const found = $findWords(thread, sure, before.get(thread.id));
      if (found) $hangOn(thread.id, found.where);
    }
  }

  private look(leaves: readonly ElementNode[]): void {
    this.editor.read(() => {
      for (const leaf of leaves) this.memory.set(leaf.getKey(), $remember(leaf));
      for (const [key, { threads }] of this.memory)
        if (threads.size === 0 || !$getNodeByKey(key)?.isAttached()) this.memory.delete(key);
    });
  }

  private lookAtAll(): void {
    this.look(this.editor.read(() => $placedLeaves().map(({ leaf }) => leaf)));
  }

  /** The open threads about words that hang on none. */
  private lost(present: ReadonlySet<string>): readonly Thread[] {
    return [...(this.threads?.values() ?? [])].filter(
      ({ id, anchor, resolved }) => anchor.kind === 'words' && !resolved && !present.has(id),
    );
  }

  private present(): ReadonlySet<string> {
    return new Set([...this.memory.values()].flatMap(({ threads }) => [...threads.keys()]));
  }

  private wordsByThread(): ReadonlyMap<string, string> {
    return new Map(
      [...this.memory.values()].flatMap(({ threads }) => [...threads].map(([id, { words }]) => [id, words] as const)),
    );
  }
}
