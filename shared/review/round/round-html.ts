import { escapeText } from '../../writers/web/render-page';
import type { Text } from '../../interview/types';
import type { RoundContent } from './round-content';
import type { ReceiptContent } from './receipt';

const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1a17; --soft: #5f5a52; --rule: #d8d3c8; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #e9e5dc; --soft: #aaa499; --rule: #3b3832; } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #555; } }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.65 'Source Serif 4', 'Noto Serif', Georgia, serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; }
header { border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; padding-bottom: 0.5rem; }
h2 { font-size: 1.0625rem; color: var(--soft); margin: 1.75rem 0 0.5rem; break-after: avoid; }
h3 { font: 600 0.875rem/1.4 'Be Vietnam Pro', system-ui, sans-serif; color: var(--soft); margin: 0.75rem 0 0.25rem; }
p, li { margin: 0 0 0.6rem; }
.outcome { font: 600 0.9375rem/1.4 'Be Vietnam Pro', system-ui, sans-serif; }
`.trim();

function page(language: string, title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>\n',
  ].join('\n');
}

/** A round as one page to read: questions in grey, answers under them. */
export function roundAsHtml({ language, title, letterOnPaper, pairs, questionLabel }: RoundContent): string {
  return page(language, title, [
    `<header><h1>${escapeText(title)}</h1>`,
    ...letterOnPaper.map((line) => `<p>${escapeText(line)}</p>`),
    '</header>',
    ...pairs.flatMap(({ number, question, answers }) => [
      `<h2>${escapeText(questionLabel(number))}${inline(question.text)}</h2>`,
      ...answers.map((block) => {
        if (block.kind === 'list') {
          const name = block.ordered ? 'ol' : 'ul';
          return `<${name}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${name}>`;
        }
        return 'text' in block ? `<p>${inline(block.text)}</p>` : '';
      }),
    ]),
  ]);
}

/** A receipt as one page. */
export function receiptAsHtml({ language, title, letter, rows }: ReceiptContent): string {
  return page(language, title, [
    `<header><h1>${escapeText(title)}</h1>`,
    ...letter.map((line) => `<p>${escapeText(line)}</p>`),
    '</header>',
    ...rows.flatMap(({ question, outcome, texts, reason }) => [
      `<h2>${escapeText(question)}</h2>`,
      `<p class="outcome">${escapeText(outcome)}</p>`,
      ...(reason === '' ? [] : [`<p>${escapeText(reason)}</p>`]),
      ...texts.flatMap(({ title: name, lines }) => [
        `<h3>${escapeText(name)}</h3>`,
        ...lines.map((line) => `<p>${escapeText(line)}</p>`),
      ]),
    ]),
  ]);
}

const ELEMENTS = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

function inline(text: Text): string {
  return text
    .map(({ text: words, marks = [] }) =>
      marks.reduce((inner, mark) => `<${ELEMENTS[mark]}>${inner}</${ELEMENTS[mark]}>`, escapeText(words)),
    )
    .join('');
}
