import type { Translate } from '../../i18n/translate';
import { plainText } from '../../interview/text';
import { assertNever } from '../../result';
import type { Piece } from './compare-texts';
import type { Comparison, FactChange, TextChange } from './comparison';
import { comparisonSummary } from './comparison-summary';
import { partTitle, rowTitle } from './row-words';
import { PARAGRAPH_END } from './tokens';

/** Words of kept text shown on each side of a change. */
const CONTEXT = 6;

/** A comparison for a terminal: one line per change, removed words as [-so-], added ones as {+so+}. */
export function comparisonAsText(comparison: Comparison, translate: Translate): string {
  if (comparison.same) return `${translate('review.compare-same')}\n`;
  const lines = [comparisonSummary(comparison, translate)];
  for (const { from, to, words } of comparison.movedPairs)
    lines.push(`~ ${translate('review.moved-pair', { from, to, words })}`);
  for (const text of comparison.head) lines.push(line('*', partTitle(text, translate), text));
  for (const fact of comparison.facts) lines.push(factLine(fact, translate));
  for (const row of comparison.rows) {
    if (row.change === 'same' && !row.moved) continue;
    const sign = { same: '~', changed: '*', added: '+', removed: '-', split: '*', merged: '*' }[row.change];
    const title = rowTitle(row, translate);
    if (row.texts.length + row.facts.length === 0) lines.push(`${sign} ${title}`);
    for (const text of row.texts)
      lines.push(line(sign, [title, partTitle(text, translate)].filter(Boolean).join(' · '), text));
    for (const fact of row.facts) lines.push(`${sign} ${title} · ${factLine(fact, translate).slice(2)}`);
  }
  return lines.map((each) => `${each}\n`).join('');
}

function line(sign: string, title: string, { pieces }: TextChange): string {
  const words = pieces.map((piece, index) => show(piece, index > 0, index < pieces.length - 1)).join('');
  return `${sign} ${title}: ${words.replaceAll(PARAGRAPH_END, ' ¶ ')}`;
}

function show(piece: Piece, afterChange: boolean, beforeChange: boolean): string {
  const words = plainText(piece.text);
  switch (piece.kind) {
    case 'added':
      return `{+${words}+}`;
    case 'removed':
      return `[-${words}-]`;
    case 'look':
      return `{~${words}~}`;
    case 'same':
      return shorten(words, afterChange, beforeChange);
    default:
      return assertNever(piece);
  }
}

function shorten(words: string, afterChange: boolean, beforeChange: boolean): string {
  const parts = words.split(' ');
  const left = afterChange ? CONTEXT : 0;
  const right = beforeChange ? CONTEXT : 0;
  if (parts.length <= left + right + 1) return words;
  return [...parts.slice(0, left), '…', ...parts.slice(parts.length - right)].join(' ');
}

function factLine({ fact, before, after }: FactChange, translate: Translate): string {
  const nothing = translate('review.nothing');
  return `* ${translate.loose(`review.fact-${fact}`)}: ${before ?? nothing} → ${after ?? nothing}`;
}
