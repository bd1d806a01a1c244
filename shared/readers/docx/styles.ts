import { characterStyleOf, paragraphStyleOf } from '../../docx/style-ids';
import type { CharacterStyle, ParagraphStyle } from '../../writers/hand-off/styles';
import type { Element } from './parse-xml';
import { childOf, childrenOf, isOn, nameOf, valueOf } from './parse-xml';

export interface DocxStyle {
  readonly paragraph: ParagraphStyle | null;
  readonly character: CharacterStyle | null;
  readonly heading: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hyperlink: boolean;
}

const NONE: DocxStyle = {
  paragraph: null,
  character: null,
  heading: null,
  bold: false,
  italic: false,
  hyperlink: false,
};

/** The styles of a document by id. */
export type DocxStyles = ReadonlyMap<string, DocxStyle>;

export function styleWith(styles: DocxStyles, id: string): DocxStyle {
  return styles.get(id) ?? NONE;
}

export function readStyles(root: Element | null): DocxStyles {
  const elements = new Map<string, Element>();
  for (const child of root ? childrenOf(root) : [])
    if (nameOf(child) === 'w:style') elements.set(valueOf(child, 'styleId'), child);
  const read = new Map<string, DocxStyle>();
  // A style may be based on itself through others: each is followed a few steps and no further.
  const look = (id: string, property: string, steps = 0): boolean => {
    const element = elements.get(id);
    if (!element || steps > 10) return false;
    const own = isOn(childOf(element, 'w:rPr'), property);
    const base = childOf(element, 'w:basedOn');
    return own ?? (base ? look(valueOf(base, 'val'), property, steps + 1) : false);
  };
  for (const [id, element] of elements) {
    const nameElement = childOf(element, 'w:name');
    // LibreOffice counts up names that it already has: "caption1".
    const name = (nameElement ? valueOf(nameElement, 'val') : '').replace(/(?<=\p{L})\d+$/u, '');
    const full = nameElement ? valueOf(nameElement, 'val') : '';
    read.set(id, {
      paragraph: paragraphStyleOf(id, name),
      character: characterStyleOf(id, name),
      heading: headingOf(full),
      bold: look(id, 'w:b'),
      italic: look(id, 'w:i'),
      hyperlink: /^(hyperlink|internet link|internetlink)$/i.test(full) || /^(Hyperlink|InternetLink)$/.test(id),
    });
  }
  return read;
}

function headingOf(name: string): number | null {
  if (/^title$/i.test(name)) return 0;
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** By number of a list: whether its first level counts. */
export function readNumbering(root: Element | null): ReadonlyMap<string, boolean> {
  const kinds = new Map<string, boolean>();
  const lists = new Map<string, boolean>();
  for (const child of root ? childrenOf(root) : []) {
    if (nameOf(child) === 'w:abstractNum') {
      const level = childrenOf(child).find((each) => nameOf(each) === 'w:lvl');
      const format = level && childOf(level, 'w:numFmt');
      kinds.set(
        valueOf(child, 'abstractNumId'),
        format !== undefined && !/^(bullet|none)$/.test(valueOf(format, 'val')),
      );
    } else if (nameOf(child) === 'w:num') {
      const kind = childOf(child, 'w:abstractNumId');
      lists.set(valueOf(child, 'numId'), kind !== undefined && kinds.get(valueOf(kind, 'val')) === true);
    }
  }
  return lists;
}
