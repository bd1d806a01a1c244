import { ElementNode } from 'lexical';
import { element } from './dom';
import { SlotHostNode } from './hosts';

/** A box beside the story: a heading in a slot, plain paragraphs as children. */
export class BoxNode extends SlotHostNode {
  readonly parts = ['heading'] as const;

  override $config() {
    return this.config('box', { extends: ElementNode, slots: ['heading'] });
  }
  override createDOM(): HTMLElement {
    return element('aside', 'galley-box');
  }
  override updateDOM(): boolean {
    return false;
  }
}
