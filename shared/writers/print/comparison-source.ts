import type { Translate } from '../../i18n/translate';
import type { Text } from '../../interview/types';
import { assertNever } from '../../result';
import type { Piece } from '../../review/compare/compare-texts';
import type { Comparison, FactChange, TextChange } from '../../review/compare/comparison';
import { comparisonSummary } from '../../review/compare/comparison-summary';
import type { ComparisonPage } from '../../review/compare/comparison-as-html';
import { isChangedRow } from '../../review/compare/places';
import { partTitle, rowTitle } from '../../review/compare/row-words';
import { PARAGRAPH_END } from '../../review/compare/tokens';
import { literal, settable } from './literal';
import { FACES } from './widths-source';

/** A comparison as Typst: A4 sheets to read and mark with a pen; what is added is underlined, what is gone struck through. */
export function comparisonSource(comparison: Comparison, page: ComparisonPage, translate: Translate): string {
  const { head, facts, rows, movedPairs } = comparison;
  const summary = comparisonSummary(comparison, translate);
  const parts = [
    SET_UP,
    `#set document(title: ${literal(`${translate('review.compare')}: ${page.before} → ${page.after}`)}, date: none)`,
    `#heading1(${said(translate('review.compare'))})`,
    `#quiet(${said(`${page.before} → ${page.after}`)})`,
    `#quiet(${said(summary)})`,
    ...movedPairs.map(({ from, to, words }) => `#quiet(${said(translate('review.moved-pair', { from, to, words }))})`),
    '#v(4pt)#line(length: 100%, stroke: 0.6pt)#v(4pt)',
    ...section(translate('review.head'), head, [], translate),
    ...section(translate('review.fields'), [], facts, translate),
  ];
  for (const row of rows) {
    if (!isChangedRow(row)) continue;
    const title = rowTitle(row, translate);
    if (row.texts.length + row.facts.length > 0) parts.push(...section(title, row.texts, row.facts, translate));
    else parts.push(`#title(${said(title)})`, `#words(${said(page.unchanged(row.after[0] ?? 0))})`);
  }
  return `${parts.join('\n')}\n`;
}

const SET_UP = `${FACES}
#set page(paper: "a4", margin: (x: 24mm, y: 22mm), footer: context align(center, text(..faces.sans, size: 8pt, fill: luma(90), counter(page).display("1 / 1", both: true))))
#set text(..faces.text, size: 10.5pt, lang: "vi", hyphenate: false)
#set par(leading: 0.62em, justify: false)
#let heading1(s) = block(below: 6pt, text(..faces.headline, size: 19pt, weight: 700, s))
#let quiet(s) = block(above: 3pt, below: 3pt, text(..faces.sans, size: 9pt, fill: luma(70), s))
#let title(s) = block(above: 11pt, below: 4pt, sticky: true, text(..faces.sans, size: 9pt, weight: 600, fill: luma(70), s))
#let words(body) = block(above: 3pt, below: 5pt, body)
#let ins(body) = underline(offset: 2.2pt, stroke: 0.8pt + rgb("#0b5c2e"), text(fill: rgb("#0b5c2e"), body))
#let del(body) = strike(stroke: 0.7pt + rgb("#9c1c1c"), text(fill: rgb("#9c1c1c"), body))
#let look(body) = underline(offset: 2.2pt, stroke: (paint: rgb("#1d4f91"), thickness: 0.7pt, dash: "dotted"), body)`;

/** A string value: nothing in it is markup. */
function said(words: string): string {
  return literal(settable(words));
}

function section(
  title: string,
  texts: readonly TextChange[],
  facts: readonly FactChange[],
  translate: Translate,
): readonly string[] {
  if (texts.length + facts.length === 0) return [];
  const nothing = translate('review.nothing');
  return [
    `#title(${said(title)})`,
    ...texts.flatMap((text) => {
      const name = partTitle(text, translate);
      return [...(name === '' ? [] : [`#quiet(${said(name)})`]), `#words[${text.pieces.map(piece).join('')}]`];
    }),
    ...facts.map(({ fact, before, after }) => {
      const name = `${translate.loose(`review.fact-${fact}`)}: `;
      return `#words[#${said(name)}#del(${said(before ?? nothing)})#" "#ins(${said(after ?? nothing)})]`;
    }),
  ];
}

function piece(each: Piece): string {
  switch (each.kind) {
    case 'same':
      return marked(each.text);
    case 'added':
      return `#ins[${marked(each.text)}]`;
    case 'removed':
      return `#del[${marked(each.text)}]`;
    case 'look':
      return `#look[${marked(each.text)}]`;
    default:
      return assertNever(each);
  }
}

const CALLS = { bold: 'strong', italic: 'emph', superscript: 'super', subscript: 'sub' } as const;

function marked(text: Text): string {
  return text
    .map(({ text: words, marks = [] }) => {
      const plain = words.split(PARAGRAPH_END).map((part) => (part === '' ? '' : `#${literal(part)}`));
      return marks.reduce((inner, mark) => `#${CALLS[mark]}[${inner}]`, plain.join('#" ¶"#linebreak()'));
    })
    .join('');
}
