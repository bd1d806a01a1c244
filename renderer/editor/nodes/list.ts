import { $create, $getState, $setState, createState, ElementNode, ParagraphNode } from 'lexical';
import type { LexicalNode, RangeSelection } from 'lexical';
import { element } from './dom';

const ordered = createState('ordered', { parse: (value) => value === true });

/** A list of one level. Not Lexical's own: that joins two lists that follow each other, which would take a block away. */
export class ListNode extends ElementNode {
  override $config() {
    return this.config('flat-list', { extends: ElementNode });
  }
  override createDOM(): HTMLElement {
    return element($isOrdered(this) ? 'ol' : 'ul', 'galley-list');
  }
  override updateDOM(previous: this): boolean {
    return $isOrdered(previous) !== $isOrdered(this);
  }
  override canBeEmpty(): false {
    return false;
  }
  override canIndent(): false {
    return false;
  }
}

/** One item of a list. */
export class ItemNode extends ParagraphNode {
  override $config() {
    return this.config('item', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    return element('li', 'galley-item');
  }
  override updateDOM(): boolean {
    return false;
  }
  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const item = $create(ItemNode);
    this.insertAfter(item, restoreSelection);
    return item;
  }
}

export function $createList(isOrdered: boolean, items: readonly ItemNode[]): ListNode {
  const list = $create(ListNode);
  $setState(list, ordered, isOrdered);
  return list.append(...items);
}

export function $isOrdered(list: ListNode): boolean {
  return $getState(list, ordered);
}

export function $isListNode(node: LexicalNode | null | undefined): node is ListNode {
  return node instanceof ListNode;
}
