import type { Cut, WidthsWanted } from '../../print/metrics';
import { array, literal } from './literal';

/** A source that sets nothing and measures words; its query by WIDTHS gives, for each wanted cut, their widths in ems. */
export function widthsSource(wanted: readonly WidthsWanted[]): string {
  const lists = wanted.map(({ cut, words }) => `(${cutFields(cut)}, ${array(words.map(literal))})`);
  return `${FACES}
#set text(size: 100pt, hyphenate: false, number-type: "lining", lang: "vi")
#let wide(cut, s) = {
  let m(s) = measure(text(..cut, s)).width.pt()
  if s == " " { m("n n") - m("nn") } else { m(s) }
}
#context [#metadata(${array(lists)}.map(((cut, words)) => words.map(s => wide(cut, s) / 100)))<widths>]
`;
}

export const WIDTHS = '<widths>';

/** The fonts of the page by their names in the compiler: a condensed cut is a stretch of its family there. */
export const FACES = `#let faces = (
  text: (font: ("Source Serif 4", "Noto Serif"), stretch: 100%),
  headline: (font: ("Playfair Display", "Noto Serif"), stretch: 100%),
  sans: (font: ("Barlow", "Noto Serif"), stretch: 75%),
)`;

function cutFields({ face, weight, italic, small, oldStyle }: Cut): string {
  const drawn = `${small ? `, features: ${SMALL}` : ''}${oldStyle ? `, number-type: ${OLD_STYLE}` : ''}`;
  return `(..faces.${face}, weight: ${weight}, style: "${italic ? 'italic' : 'normal'}"${drawn})`;
}

/** The compiler's names for small capitals and for figures that have ascenders and descenders. */
export const SMALL = '("smcp",)';
export const OLD_STYLE = '"old-style"';
