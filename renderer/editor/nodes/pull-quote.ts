import { ElementNode } from 'lexical';
import type { ElementDOMSlot } from 'lexical';
import { chrome, element } from './dom';
import { SlotHostNode } from './hosts';

/** Words set large, with whose they are. */
export class PullQuoteNode extends SlotHostNode {
  readonly parts = ['quote', 'attribution'] as const;

  override $config() {
    return this.config('pull-quote', { extends: ElementNode, slots: ['quote', 'attribution'] });
  }
  override createDOM(): HTMLElement {
    const dom = element('blockquote', 'galley-pull-quote');
    const mark = chrome('span', 'galley-quote-mark');
    mark.textContent = '“';
    mark.ariaHidden = 'true';
    // What takes the focus while the whole quote is selected.
    mark.tabIndex = -1;
    dom.append(mark);
    return dom;
  }
  override updateDOM(): boolean {
    return false;
  }
  override getDOMSlot(dom: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(dom);
    const mark = dom.querySelector<HTMLElement>(':scope > .galley-quote-mark');
    return mark ? slot.withAfter(mark) : slot;
  }
}
