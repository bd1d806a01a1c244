import { $isTextNode } from 'lexical';
import type { ElementNode } from 'lexical';

/** Puts the caret before a character of a text; false when the text is empty. */
export function $selectOffset(leaf: ElementNode, offset: number): boolean {
  let before = 0;
  for (const text of leaf.getAllTextNodes()) {
    const size = text.getTextContentSize();
    if ($isTextNode(text) && offset <= before + size) {
      text.select(offset - before, offset - before);
      return true;
    }
    before += size;
  }
  return false;
}
