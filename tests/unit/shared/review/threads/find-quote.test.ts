import { describe, expect, test } from 'vitest';
import { findQuote } from '../../../../../shared/review/threads/find-quote';

const at = (block: string) => ({ block, part: 'text' });
const TEXTS = [
  { place: { part: 'headline' }, text: 'Lúa được mùa' },
  { place: at('b1'), text: 'Năm nay lúa được mùa, toàn xã mừng.' },
  { place: at('b2'), text: 'Sang năm lúa được mùa nữa thì tốt.' },
  { place: at('b3'), text: 'Giá lúa xuống dưới bảy nghìn đồng một cân.' },
];
const find = (quote: string, block: string | null = null) => findQuote(TEXTS, quote, block === null ? null : at(block));

describe('finding the words of a thread again', () => {
  test('takes the match nearest to where they stood', () => {
    expect(find('lúa được mùa', 'b2')).toEqual({ place: at('b2'), from: 9, to: 21, how: 'exact' });
    expect(find('lúa được mùa', 'b1')).toMatchObject({ place: at('b1'), from: 8 });
    expect(find('lúa được mùa', 'b3')).toMatchObject({ place: at('b2') });
    expect(find('lúa được mùa')).toMatchObject({ place: at('b1') });
  });

  test('passes over case and accents only when nothing fits by the letter', () => {
    expect(find('NAM NAY', 'b3')).toEqual({ place: at('b1'), from: 0, to: 7, how: 'alike' });
  });

  test('is content with half of the words, not with less', () => {
    expect(find('dưới bảy nghìn đồng một tạ')).toMatchObject({ place: at('b3'), how: 'part', from: 14, to: 37 });
    expect(find('chỉ còn là bảy nghìn')).toBeNull();
  });

  test('finds no word inside another', () => {
    expect(find('an')).toBeNull();
    expect(find('x')).toBeNull();
    expect(find('')).toBeNull();
  });

  test('takes the longest line of a quote over two paragraphs', () => {
    expect(find('mùa\nGiá lúa xuống', 'b1')).toMatchObject({ place: at('b3'), from: 0, to: 13 });
  });
});
