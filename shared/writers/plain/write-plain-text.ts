import type { HandOff, HandOffGallery, HandOffParagraph, HandOffPicture } from '../hand-off/story';
import type { ParagraphStyle } from '../hand-off/styles';
import { cleaned } from '../hand-off/typeable';
import { handOffWords } from '../hand-off/words';
import type { HandOffLabel } from '../hand-off/words';

/** Which paragraphs say in words what they are; the others follow from where they stand. */
const LABELLED: { readonly [style in ParagraphStyle]?: HandOffLabel } = {
  kicker: 'kicker',
  headline: 'headline',
  sapo: 'standfirst',
  question: 'question',
  answerFirst: 'answer',
  pullQuote: 'pullQuote',
  boxHeading: 'box',
  byline: 'byline',
  caption: 'caption',
  credit: 'credit',
  relatedHeading: 'related',
};

const RAISED: { readonly [char: string]: string } = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
};
const LOWERED: { readonly [char: string]: string } = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
};

/** The words with raised and lowered figures kept: "m3" would be another unit than m³. Other signs stand on the line. */
function plainWords({ runs }: HandOffParagraph): string {
  return runs
    .map(({ text, position }) => {
      if (!position) return text;
      const figures = position === 'superscript' ? RAISED : LOWERED;
      return [...text].map((char) => figures[char] ?? char).join('');
    })
    .join('');
}

/** The piece as plain text in which every part says what it is: for systems that take nothing else. Ends with a line end. */
export function writePlainText(handOff: HandOff): string {
  const { labels } = handOffWords(handOff.language);
  const said = (paragraph: HandOffParagraph | null): readonly string[] => {
    if (!paragraph) return [];
    const label = LABELLED[paragraph.style];
    // Words of the piece's own label style already say who speaks.
    const spoken = paragraph.runs[0]?.style === 'label';
    const words = plainWords(paragraph);
    return [label && !spoken ? `[${labels[label]}] ${words}` : words];
  };
  const shown = ({ alt, photo, caption, credit }: HandOffPicture, label: string): readonly string[] => [
    `[${label}] ${cleaned(photo?.name ?? photo?.file ?? '–').text}`,
    ...said(caption),
    ...said(credit),
    ...(alt.trim() === '' ? [] : [`[${labels.alt}] ${cleaned(alt).text.trim()}`]),
  ];
  // Which picture of how many: without the page nothing else says that they belong together.
  const together = ({ pictures, caption, credit }: HandOffGallery): readonly string[] => [
    ...pictures.flatMap((picture, at) => shown(picture, `${labels.photo} ${at + 1}/${pictures.length}`)),
    ...said(caption),
    ...said(credit),
  ];
  const parts = [
    ...[handOff.kicker, handOff.headline, handOff.sapo].map(said),
    ...handOff.body.map((part) => {
      if (part.kind === 'paragraph') return said(part.paragraph);
      return [(part.kind === 'picture' ? shown(part.picture, labels.photo) : together(part.gallery)).join('\n')];
    }),
    ...handOff.related.map(said),
  ].flat();
  return `${parts.join('\n\n')}\n`;
}
