import type { SuggestionMark } from '../../interview/suggestions';
import { changeIn, type ChangeMarks } from './change-marks';
import type { DocxParagraph } from './document';
import { childOf, valueOf } from './parse-xml';
import type { Element } from './parse-xml';
import { styleWith } from './styles';
import type { DocxStyle, DocxStyles } from './styles';

/** What the properties of a paragraph say of it, apart from its words and its style. */
export interface ParagraphProperties {
  /** Proposed for the end of the paragraph. */
  readonly ins: SuggestionMark | undefined;
  readonly del: SuggestionMark | undefined;
  /** The style it had before a tracked change, when that was another. */
  readonly was: DocxParagraph['was'];
  /** LibreOffice writes no range round a move, only the mark at its end. */
  readonly move: DocxParagraph['move'];
  readonly list: DocxParagraph['list'];
}

export function styleOf(paragraph: Element, styles: DocxStyles): DocxStyle {
  return styleIn(childOf(paragraph, 'w:pPr'), styles);
}

/** To be asked when the words are read: the marks of changes are numbered in the order of reading, and these stand at the end. */
export function propertiesOf(
  paragraph: Element,
  { styles, numbering }: { readonly styles: DocxStyles; readonly numbering: ReadonlyMap<string, boolean> },
  marks: ChangeMarks,
): ParagraphProperties {
  const properties = childOf(paragraph, 'w:pPr');
  const end = childOf(properties, 'w:rPr');
  const change = childOf(properties, 'w:pPrChange');
  const [ins, del] = [changeIn(end, ['w:ins', 'w:moveTo']), changeIn(end, ['w:del', 'w:moveFrom'])].map((each) =>
    each ? marks.of(each) : undefined,
  );
  const was = change && {
    ...marks.of(change),
    style: childOf(childOf(change, 'w:pPr'), 'w:pStyle') ? styleIn(childOf(change, 'w:pPr'), styles).paragraph : null,
  };
  return {
    ins,
    del,
    was: was && was.style !== styleIn(properties, styles).paragraph ? was : undefined,
    move: moveAt(end),
    list: listIn(properties, numbering),
  };
}

function styleIn(properties: Element | undefined, styles: DocxStyles): DocxStyle {
  const named = childOf(properties, 'w:pStyle');
  return styleWith(styles, named ? valueOf(named, 'val') : '');
}

function moveAt(end: Element | undefined): DocxParagraph['move'] {
  if (changeIn(end, ['w:moveTo'])) return { name: '', way: 'to' };
  return changeIn(end, ['w:moveFrom']) ? { name: '', way: 'from' } : undefined;
}

function listIn(properties: Element | undefined, numbering: ReadonlyMap<string, boolean>): DocxParagraph['list'] {
  const named = childOf(childOf(properties, 'w:numPr'), 'w:numId');
  const id = named ? valueOf(named, 'val') : '';
  return id === '' || id === '0' ? null : { id, ordered: numbering.get(id) === true };
}
