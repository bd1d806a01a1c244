import type { Translate } from '../../i18n/translate';
import type { Text } from '../../interview/types';
import { assertNever } from '../../result';
import { escapeText } from '../../writers/web/render-page';
import type { Piece } from './compare-texts';
import { COMPARISON_STYLE } from './comparison-style';
import type { Comparison, FactChange, Row, TextChange } from './comparison';
import { comparisonSummary } from './comparison-summary';
import { partTitle, rowTitle } from './row-words';
import { PARAGRAPH_END } from './tokens';

export interface ComparisonPage {
  /** What the two sides are called: file names, versions with their times. */
  readonly before: string;
  readonly after: string;
  /** The language of the piece, BCP 47. */
  readonly language: string;
  /** Every row's own words, so that what did not change can be read too: by place in the second body. */
  readonly unchanged: (place: number) => string;
}

/**
 * A comparison as one HTML page without scripts: in one column or side by side by a switch of its own, changes as ins and
 * del that are also spoken, what did not change folded away.
 */
export function comparisonAsHtml(comparison: Comparison, page: ComparisonPage, translate: Translate): string {
  const title = translate('review.compare');
  const says = (name: string, key: 'spoken-added' | 'spoken-removed' | 'spoken-end') =>
    `--${name}: "${translate(`review.${key}`).replace(/["\\]/g, '')} ";`;
  const spoken = [says('added', 'spoken-added'), says('removed', 'spoken-removed'), says('end', 'spoken-end')].join(
    ' ',
  );
  const summary = comparisonSummary(comparison, translate);
  return [
    '<!doctype html>',
    `<html lang="${translate.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(`${title}: ${page.before} → ${page.after}`)}</title>`,
    `<style>:root { ${spoken} }\n${COMPARISON_STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${escapeText(title)}</h1>`,
    `<p class="sides"><span>${escapeText(page.before)}</span> → <span>${escapeText(page.after)}</span></p>`,
    `<p class="counts">${escapeText(summary)}</p>`,
    moves(comparison, translate),
    '</header>',
    `<input type="radio" name="view" id="view-inline" checked><label for="view-inline">${escapeText(translate('review.view-inline'))}</label>`,
    `<input type="radio" name="view" id="view-sides"><label for="view-sides">${escapeText(translate('review.view-sides'))}</label>`,
    '<main>',
    `<div class="names" aria-hidden="true"><span>${escapeText(translate('review.side-before'))}</span><span>${escapeText(translate('review.side-after'))}</span></div>`,
    section(translate('review.head'), comparison.head, [], page, translate),
    section(translate('review.fields'), [], comparison.facts, page, translate),
    ...body(comparison.rows, page, translate),
    '</main>',
    '</body>',
    '</html>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function moves({ movedPairs }: Comparison, translate: Translate): string {
  if (movedPairs.length === 0) return '';
  const items = movedPairs.map(
    ({ from, to, words }) => `<li>${escapeText(translate('review.moved-pair', { from, to, words }))}</li>`,
  );
  return `<ul class="moves">${items.join('')}</ul>`;
}

/** Rows in order; what did not change between two changes is one fold. */
function body(rows: readonly Row[], page: ComparisonPage, translate: Translate): readonly string[] {
  const parts: string[] = [];
  let quiet: Row[] = [];
  const fold = () => {
    if (quiet.length > 0) {
      const words = quiet.map((row) => `<p>${escapeText(page.unchanged(row.after[0] ?? 0))}</p>`).join('');
      const label = escapeText(translate('review.unchanged', { count: quiet.length }));
      parts.push(
        `<details><summary>${label}</summary><div lang="${escapeText(page.language)}">${words}</div></details>`,
      );
    }
    quiet = [];
  };
  for (const row of rows) {
    if (row.change === 'same' && !row.moved) {
      quiet.push(row);
      continue;
    }
    fold();
    if (row.texts.length + row.facts.length > 0) {
      parts.push(section(rowTitle(row, translate), row.texts, row.facts, page, translate, row.change));
    } else {
      const words = escapeText(page.unchanged(row.after[0] ?? 0));
      parts.push(
        `<section class="row moved"><h2>${escapeText(rowTitle(row, translate))}</h2><p lang="${escapeText(page.language)}">${words}</p></section>`,
      );
    }
  }
  fold();
  return parts;
}

function section(
  title: string,
  texts: readonly TextChange[],
  facts: readonly FactChange[],
  page: ComparisonPage,
  translate: Translate,
  change: Row['change'] = 'changed',
): string {
  if (texts.length + facts.length === 0) return '';
  const blocks = texts.map((text) => {
    const name = partTitle(text, translate);
    const words = text.pieces.map(piece).join('');
    const language = escapeText(page.language);
    return [
      name === '' ? '' : `<h3>${escapeText(name)}</h3>`,
      // Two copies: beside each other one shows without what was added, the other without what was removed.
      `<div class="text"><p class="before" lang="${language}">${words}</p><p class="after" lang="${language}">${words}</p></div>`,
    ].join('');
  });
  const list = facts.map(({ fact, before, after }) => {
    const nothing = translate('review.nothing');
    const [was, is] = [escapeText(before ?? nothing), escapeText(after ?? nothing)];
    return `<dt>${escapeText(translate.loose(`review.fact-${fact}`))}</dt><dd><del>${was}</del> <ins>${is}</ins></dd>`;
  });
  return [
    `<section class="row ${change}">`,
    `<h2>${escapeText(title)}</h2>`,
    ...blocks,
    ...(list.length ? [`<dl>${list.join('')}</dl>`] : []),
    '</section>',
  ].join('\n');
}

function piece(each: Piece): string {
  switch (each.kind) {
    case 'same':
      return marked(each.text);
    case 'added':
      return `<ins>${marked(each.text)}</ins>`;
    case 'removed':
      return `<del>${marked(each.text)}</del>`;
    case 'look':
      return `<del class="look">${marked(each.before)}</del><ins class="look">${marked(each.text)}</ins>`;
    default:
      return assertNever(each);
  }
}

const ELEMENTS = { bold: 'strong', italic: 'em', superscript: 'sup', subscript: 'sub' } as const;

/** Links are shown, not followed: the page is for reading what changed. */
function marked(text: Text): string {
  return text
    .map(({ text: words, marks = [], link }) => {
      const plain = escapeText(words).replaceAll(PARAGRAPH_END, '<span class="end">¶</span><br>');
      const linked = link === undefined ? plain : `<span class="link" title="${escapeText(link)}">${plain}</span>`;
      return marks.reduceRight((inner, mark) => `<${ELEMENTS[mark]}>${inner}</${ELEMENTS[mark]}>`, linked);
    })
    .join('');
}
