import { literal, settable } from '../../../shared/writers/print/literal';
import { MM, SLUG } from './sheet';
import type { TrimmedPage } from './sheet';

export interface SlugWords {
  /** What the sheet is: headline, paper, date, condition; parted by dots on the slug line. */
  readonly line: readonly string[];
  /** Printed across the foot of every page within the trim, so that it cannot be cut off; null when all is in order. */
  readonly warning: string | null;
  /** "page 1 of 2", with both numbers still open. */
  readonly page: (number: number, of: number) => string;
}

/**
 * The sheets that lie over the printed pages, in Typst: the slug line with colour patches outside the trim, the
 * warning inside it. One sheet to a page, of the size of the whole sheet.
 */
export function slugSource(pages: readonly TrimmedPage[], words: SlugWords): string {
  return [
    '#set text(font: ("Barlow", "Noto Serif"), stretch: 75%, size: 7pt, fill: cmyk(0%, 0%, 0%, 100%))',
    ...pages.map((page, index) => sheet(page, words, index + 1, pages.length)),
    '',
  ].join('\n');
}

const PATCH = 4.5;
const PATCHES = [
  'cmyk(100%, 0%, 0%, 0%)',
  'cmyk(0%, 100%, 0%, 0%)',
  'cmyk(0%, 0%, 100%, 0%)',
  'cmyk(0%, 0%, 0%, 100%)',
  'cmyk(0%, 0%, 0%, 50%)',
];

function sheet({ width, height }: TrimmedPage, words: SlugWords, number: number, of: number): string {
  const slug = SLUG * MM;
  const patches = PATCHES.map((fill) => `rect(width: ${PATCH}mm, height: ${PATCH}mm, fill: ${fill}, stroke: none)`);
  const line = [...words.line, words.page(number, of)].filter(Boolean).join('  ·  ');
  const parts = [
    `place(top + left, dx: ${pt(slug + 6 * MM)}, dy: 1.2mm, stack(dir: ltr, ${patches.join(', ')}))`,
    `place(top + left, dx: ${pt(slug + 6 * MM)}, dy: ${pt(height + slug + 5 * MM)}, ` +
      `box(width: ${pt(width - 12 * MM)}, height: 4mm, clip: true, text(${literal(settable(line))})))`,
  ];
  if (words.warning !== null) {
    const shown =
      `box(fill: cmyk(0%, 0%, 0%, 0%), stroke: 0.8pt + cmyk(0%, 100%, 95%, 8%), inset: (x: 3mm, y: 1.1mm), ` +
      `text(size: 9pt, weight: 700, fill: cmyk(0%, 100%, 95%, 8%), ${literal(settable(words.warning))}))`;
    parts.push(
      `place(top + left, dx: ${pt(slug)}, dy: ${pt(height + slug - 7 * MM)}, box(width: ${pt(width)}, align(center, ${shown})))`,
    );
  }
  return `#page(width: ${pt(width + 2 * slug)}, height: ${pt(height + 2 * slug)}, margin: 0pt, fill: none, {\n  ${parts.join('\n  ')}\n})`;
}

function pt(points: number): string {
  return `${points.toFixed(3)}pt`;
}
