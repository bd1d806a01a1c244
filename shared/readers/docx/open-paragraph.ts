import type { Place } from '../../interview/visit';
import type { DocxParagraph, DocxPicture, DocxSpan } from './document';
import type { Element } from './parse-xml';
import type { DocxStyle } from './styles';

/** The paragraph that is being read. */
export interface OpenParagraph {
  readonly style: DocxStyle;
  places: Place[];
  label: string;
  spans: DocxSpan[];
  pictures: DocxPicture[];
  /** Every word so far is bold. */
  bold: boolean;
  /** There are words. */
  words: boolean;
  move?: DocxParagraph['move'];
  /** Paragraphs of text boxes: they stand behind the one that holds the box. */
  behind: Element[];
}

export function openParagraph(
  style: DocxStyle,
  { places, move }: { readonly places: Place[]; readonly move: DocxParagraph['move'] },
): OpenParagraph {
  return {
    style,
    places,
    label: '',
    spans: [],
    pictures: [],
    bold: true,
    words: false,
    behind: [],
    ...(move ? { move } : {}),
  };
}
