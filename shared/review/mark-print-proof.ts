import { literal } from '../writers/print/literal';

/**
 * The Typst source of a page with `words` across every sheet and at its head: what an unapproved page looks like. The
 * letters across it are outlines, light under and dark over, that neither a dark picture nor a red one hides; the text
 * under them is read through them. They stand twice, so that half a page has them too, and are as large as the sheet bears.
 */
export function markPrintProof(source: string, words: string): string {
  const mark = [
    '#set page(foreground: {',
    '  layout(sheet => {',
    '    let face = ("Barlow", "Noto Serif")',
    `    let look(size, fill, stroke) = text(font: face, size: size, weight: 700, fill: fill, stroke: stroke, ${literal(words)})`,
    '    let size = 100pt * (0.8 * sheet.width / measure(look(100pt, black, none)).width)',
    '    let across = {',
    '      place(center + horizon, look(size, rgb(255, 255, 255, 0), 3pt + rgb(255, 255, 255, 110)))',
    '      place(center + horizon, look(size, rgb(156, 28, 28, 22), 1pt + rgb(156, 28, 28, 150)))',
    '    }',
    '    for part in (-0.23, 0.23) { place(center + horizon, dy: part * sheet.height, rotate(-24deg, across)) }',
    '  })',
    `  place(top + center, dy: 5pt, box(fill: rgb(156, 28, 28), inset: (x: 8pt, y: 3pt), text(font: ("Barlow", "Noto Serif"), size: 10pt, weight: 700, fill: white, ${literal(words)})))`,
    '})',
  ].join('\n');
  return `${mark}\n${source}`;
}
