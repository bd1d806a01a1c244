import type { Text } from '../../interview/types';
import type { RoundContent } from '../../review/round/round-content';
import { literal, settable } from './literal';
import { FACES } from './widths-source';

/** A round as Typst: A4 sheets with room to write, questions in grey. */
export function roundSource({ title, letterOnPaper, pairs, questionLabel, language }: RoundContent): string {
  const body = pairs.flatMap(({ number, question, answers }) => [
    `#asked[#${said(questionLabel(number))}${marked(question.text)}]`,
    ...answers.flatMap((block) => {
      if (block.kind === 'list')
        return block.items.map((item, at) => `#item(${literal(block.ordered ? `${at + 1}.` : '–')})[${marked(item)}]`);
      return 'text' in block ? [`#para[${marked(block.text)}]`] : [];
    }),
  ]);
  return [
    `${FACES}
#set document(title: ${said(title)}, date: none)
#set page(paper: "a4", margin: (left: 24mm, right: 36mm, y: 22mm), footer: context align(center, text(..faces.sans, size: 8pt, fill: luma(90), counter(page).display("1 / 1", both: true))))
#set text(..faces.text, size: 11.5pt, lang: ${literal(language)}, hyphenate: false)
#set par(leading: 0.8em, justify: false)
#let asked(body) = block(above: 22pt, below: 11pt, sticky: true, text(fill: luma(95), weight: 600, body))
#let para(body) = block(above: 13pt, below: 13pt, body)
#let item(mark, body) = block(above: 10pt, below: 10pt, grid(columns: (16pt, 1fr), text(mark), body))
#block(below: 10pt, text(..faces.headline, size: 18pt, weight: 700, ${said(title)}))`,
    ...letterOnPaper.map((line) => `#para[#${said(line)}]`),
    '#v(2pt)#line(length: 100%, stroke: 0.6pt)',
    ...body,
    '',
  ].join('\n');
}

function said(words: string): string {
  return literal(settable(words));
}

const CALLS = { bold: 'strong', italic: 'emph', superscript: 'super', subscript: 'sub' } as const;

function marked(text: Text): string {
  return text
    .map(({ text: words, marks = [] }) => marks.reduce((inner, mark) => `#${CALLS[mark]}[${inner}]`, `#${said(words)}`))
    .join('');
}
