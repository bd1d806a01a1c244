import { $getEditor, DecoratorNode } from 'lexical';
import { hostOf } from '../host';
import { chrome } from './dom';
import { $restOf } from './state';

/** A block of a later version: shown as one quiet line, kept and moved as it came. */
export class UnknownNode extends DecoratorNode<null> {
  override $config() {
    return this.config('unknown-block', { extends: DecoratorNode });
  }
  override createDOM(): HTMLElement {
    const dom = chrome('div', 'galley-unknown');
    dom.tabIndex = -1;
    const { raw } = $restOf(this);
    const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? String(raw.kind) : '';
    dom.textContent = hostOf($getEditor()).translate('editor.unknownBlock', { kind });
    return dom;
  }
  override updateDOM(): boolean {
    return false;
  }
  override decorate(): null {
    return null;
  }
  override isInline(): false {
    return false;
  }
}
