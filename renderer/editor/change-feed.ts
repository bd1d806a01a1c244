import { $getNodeByKey, $getRoot, $getSlotHost, defineExtension, HISTORIC_TAG } from 'lexical';
import type { EditorState, LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { isEmptyChange } from '../../shared/interview/change';
import type { Change, FieldChanges } from '../../shared/interview/change';
import { equalData } from '../../shared/interview/equal';
import type { Block, BlockId } from '../../shared/interview/types';
import { $blockOf, $byline, $field } from './bridge/from-editor';
import { changedKeys } from './changed-nodes';
import { hostOf } from './host';
import { FIELD_NAMES } from './nodes/hosts';
import type { FieldName } from './nodes/hosts';
import { BylineNode, PartNode } from './nodes/lines';
import { $idOf } from './nodes/state';
import { $pieceSuggestions } from './nodes/suggestions';
import { $fieldOf, $leafOf, $topOf } from './nodes/where';

/** A change is handed out after this many milliseconds without another one… */
const QUIET = 300;
/** …and while the typing goes on, at the latest after this many. */
const LONGEST = 1000;

type Field = FieldName | 'byline' | 'suggestions';

/** Collects what was typed and hands it out as whole blocks and fields. Only what is dirty is read. */
export class ChangeFeed {
  private readonly dirty = new Set<NodeKey>();
  private readonly dirtyFields = new Set<Field>();
  private blocks = new Map<BlockId, Block>();
  private order: readonly BlockId[] = [];
  private fields: FieldChanges = {};
  private first = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly editor: LexicalEditor) {}

  /** Takes the state of now as handed out. */
  start(): void {
    this.stop();
    this.editor.read(() => {
      const blocks = $getRoot()
        .getChildren()
        .flatMap((node) => $blockOf(node) ?? []);
      this.blocks = new Map(blocks.map((block) => [block.id, block]));
      this.order = blocks.map(({ id }) => id);
      this.fields = $fields(new Set<Field>([...FIELD_NAMES, 'byline', 'suggestions']));
    });
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.first = 0;
    this.dirty.clear();
    this.dirtyFields.clear();
  }

  note(state: EditorState, keys: Iterable<NodeKey>): void {
    state.read(() => {
      for (const key of keys) this.noteKey(key);
    });
    const now = performance.now();
    if (this.first === 0) this.first = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), Math.max(0, Math.min(QUIET, this.first + LONGEST - now)));
  }

  /** Hands out at once what has not been handed out yet. */
  flush(): void {
    if (this.first === 0) return;
    clearTimeout(this.timer);
    const change = this.editor.read(() => this.$change());
    this.stop();
    if (!isEmptyChange(change)) hostOf(this.editor).onChange(change);
  }

  private noteKey(key: NodeKey): void {
    const node = $getNodeByKey(key);
    if (!node || key === 'root') return;
    const top = $topOf(node);
    const leaf = $leafOf(node);
    const field = leaf instanceof PartNode && $getSlotHost(leaf)?.is($getRoot()) ? $fieldOf($getRoot(), leaf) : null;
    if (field) this.dirtyFields.add(field);
    else if (top instanceof BylineNode) this.dirtyFields.add('byline');
    else if (top) this.dirty.add(top.getKey());
  }

  private $change(): Change {
    const fields = this.$changedFields();
    const blocks: Record<BlockId, Block> = {};
    for (const key of this.dirty) {
      const node = $getNodeByKey(key);
      const block = node?.isAttached() ? $blockOf(node) : null;
      if (!block || equalData(this.blocks.get(block.id), block)) continue;
      blocks[block.id] = block;
      this.blocks.set(block.id, block);
    }
    const order = this.$changedOrder(blocks);
    return {
      ...(Object.keys(fields).length ? { fields } : {}),
      ...(Object.keys(blocks).length ? { blocks } : {}),
      ...(order ? { order } : {}),
    };
  }

  private $changedFields(): FieldChanges {
    // Proposals outside the blocks may change with any text: a deleted block goes into the tail.
    const now = $fields(this.dirtyFields.add('suggestions'));
    const changed = Object.entries(now).filter(([name, value]) => !equalData(this.fields[name as Field], value));
    this.fields = { ...this.fields, ...now };
    return Object.fromEntries(changed) as FieldChanges;
  }

  /** The ids of the body when they differ from the last ones; blocks that came back, as by undo, are given along. */
  private $changedOrder(blocks: Record<BlockId, Block>): readonly BlockId[] | null {
    const nodes = $getRoot().getChildren().filter(isInBody);
    const order = nodes.map($idOf);
    if (order.length === this.order.length && order.every((id, index) => id === this.order[index])) return null;
    for (const node of nodes) {
      if (this.blocks.has($idOf(node))) continue;
      const block = $blockOf(node);
      if (block) {
        blocks[block.id] = block;
        this.blocks.set(block.id, block);
      }
    }
    const ids = new Set(order);
    for (const id of this.blocks.keys()) if (!ids.has(id)) this.blocks.delete(id);
    this.order = order;
    return order;
  }
}

function isInBody(node: LexicalNode): boolean {
  return $blockOf(node) !== null;
}

function $fields(names: ReadonlySet<Field>): FieldChanges {
  return Object.fromEntries([...names].map((name) => [name, $fieldValue(name)])) as FieldChanges;
}

function $fieldValue(name: Field) {
  if (name === 'suggestions') return $pieceSuggestions($getRoot());
  return name === 'byline' ? $byline() : ($field(name) ?? null);
}

export const ChangeFeedExtension = defineExtension({
  name: 'galley/change-feed',
  build: (editor) => new ChangeFeed(editor),
  register: (editor, _config, state) => {
    const feed = state.getOutput();
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const elements = [...dirtyElements].filter(([, real]) => real).map(([key]) => key);
      const undone = tags.has(HISTORIC_TAG) ? changedKeys(editorState, prevEditorState) : [];
      feed.note(editorState, [...elements, ...dirtyLeaves, ...undone]);
    });
    return () => {
      stop();
      feed.flush();
      feed.stop();
    };
  },
});
