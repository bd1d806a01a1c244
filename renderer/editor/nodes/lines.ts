import { $create, $getState, $setState, createState, ParagraphNode } from 'lexical';
import { element } from './dom';

/** The single-line parts that live in slots: the head fields of the piece and the texts of photos, pull quotes and boxes. */
export type PartName =
  'kicker' | 'headline' | 'standfirst' | 'caption' | 'credit' | 'alt' | 'quote' | 'attribution' | 'heading';

const partName = createState('part', {
  parse: (value) => (typeof value === 'string' ? (value as PartName) : 'caption'),
});

/** One line: Enter never splits it, so a selection inside it stays one text. */
abstract class LineNode extends ParagraphNode {
  override updateDOM(): boolean {
    return false;
  }
  override insertNewAfter(): ParagraphNode {
    // The base class promises a node; Lexical itself reads null as "nothing new".
    return null as unknown as ParagraphNode;
  }
  override collapseAtStart(): true {
    return true;
  }
  override canIndent(): false {
    return false;
  }
}

/** The text of one slot. */
export class PartNode extends LineNode {
  override $config() {
    return this.config('part', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    const part = $partOf(this);
    const dom = element(part === 'headline' ? 'h1' : 'div', `galley-part galley-${part}`);
    dom.dataset['part'] = part;
    return dom;
  }
}

/** The line of thanks, last before the byline. */
export class ClosingNode extends LineNode {
  override $config() {
    return this.config('closing', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    return element('p', 'galley-closing');
  }
}

/** Who signs, as one line; it stands last in the editor and is no block of the body. */
export class BylineNode extends LineNode {
  override $config() {
    return this.config('byline', { extends: ParagraphNode });
  }
  override createDOM(): HTMLElement {
    return element('p', 'galley-byline');
  }
}

export function $createPart(part: PartName): PartNode {
  const node = $create(PartNode);
  $setState(node, partName, part);
  return node;
}

export function $partOf(node: PartNode): PartName {
  return $getState(node, partName);
}
