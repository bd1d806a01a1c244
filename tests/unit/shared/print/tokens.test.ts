import { describe, expect, test } from 'vitest';
import { splitLongTokens, tokenWidth } from '../../../../shared/print/token-width';
import { tokensOf, tokenText } from '../../../../shared/print/tokens';
import * as make from '../../../support/builders';
import { EVEN } from './even-widths';

/** The places where a line may end as bars; a space stays a space. */
function shown(plain: string): string {
  return tokensOf(make.text(plain))
    .map(
      (token, at, all) =>
        tokenText(token) + (token.space ? ' ' : '') + (at < all.length - 1 && !token.bound ? '|' : ''),
    )
    .join('');
}

describe('tokens', () => {
  test.each([
    ['Quy định số 04-QĐ/TU ngày 5-12-2017', 'Quy |định |số 04-QĐ/TU |ngày 5-12-2017'],
    ['đạt 104,17% với 73.860 người', 'đạt |104,17% |với |73.860 |người'],
    ['chính trị - xã hội', 'chính |trị - |xã |hội'],
    ['đồng chí Lê Năng Hảo', 'đồng |chí Lê |Năng |Hảo'],
    ['gặp bà H’Nhung, ông Nam', 'gặp |bà H’Nhung, |ông Nam'],
    ['well-known and/or e-mail', 'well-|known |and/|or |e-mail'],
    ['trước–sau', 'trước–|sau'],
    ['漢字。文', '漢|字。|文'],
    ['khó khăn  nhằm\tgiữ', 'khó |khăn |nhằm |giữ'],
    ['Gửi {{tên báo}} nhé', 'Gửi |{{tên báo}} |nhé'],
  ])('%j', (plain, expected) => {
    expect(shown(plain)).toBe(expected);
  });

  test('each knows where it starts in the text as it was written', () => {
    const tokens = tokensOf(make.text('Một  ', make.bold('hai'), ' ba'));
    expect(tokens.map(({ start }) => start)).toEqual([0, 5, 9]);
  });

  test('marks part a token into fragments, not into tokens', () => {
    const [first] = tokensOf(make.text('CO', make.sub('2'), ' nhiều'));
    expect(first?.fragments).toEqual([
      { text: 'CO', style: {} },
      { text: '2', style: { raise: 'sub' } },
    ]);
  });

  test('a label stands before the text, in bold, and belongs to no place of it', () => {
    const tokens = tokensOf(make.text('Từ lâu.'), { label: 'Ông Nam:' });
    expect(tokens.map(({ start }) => start)).toEqual([-1, -1, 0, 3]);
    expect(tokens[0]?.fragments[0]?.style.bold).toBe(true);
  });

  test('a word longer than a line is parted between letters and loses none', () => {
    const type = { face: 'text', size: 10, weight: 400 } as const;
    const parts = splitLongTokens(tokensOf(make.text('x'.repeat(200))), 100, type, EVEN);
    expect(parts.map(tokenText).join('')).toBe('x'.repeat(200));
    expect(Math.max(...parts.map((part) => tokenWidth(part, type, EVEN)))).toBeLessThanOrEqual(100);
    expect(parts.map(({ start }) => start)).toEqual([...parts.keys()].map((part) => part * 16));
  });
});
