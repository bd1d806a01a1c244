import { literal } from '../writers/print/literal';

/** The Typst source of a page with `words` across every sheet and at its head: what an unapproved page looks like. */
export function markPrintProof(source: string, words: string): string {
  const mark = [
    '#set page(foreground: {',
    `  place(center + horizon, rotate(-35deg, text(font: ("Barlow", "Noto Serif"), size: 64pt, weight: 700, fill: rgb(156, 28, 28, 48), ${literal(words)})))`,
    `  place(top + center, dy: 6pt, text(font: ("Barlow", "Noto Serif"), size: 9pt, weight: 700, fill: rgb(156, 28, 28), ${literal(words)}))`,
    '})',
  ].join('\n');
  return `${mark}\n${source}`;
}
