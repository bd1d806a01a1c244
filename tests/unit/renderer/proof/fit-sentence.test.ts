import { expect, test } from 'vitest';
import { fitSentence } from '../../../../renderer/proof/fit-sentence';
import { amountOf } from '../../../../renderer/proof/assigned-amount';
import { translator } from '../../../../shared/i18n/translate';

const fit = (over: number | null, words = 0) => ({ lines: 158, over, words, longest: [] });

test('says exactly how much to cut or to add, in both languages', () => {
  const [vi, en] = [translator('vi'), translator('en')];
  expect(fitSentence(vi, fit(8, 56))).toBe('Thừa 8 dòng: bớt khoảng 56 tiếng');
  expect(fitSentence(en, fit(8, 56))).toBe('8 lines over: cut about 56 words');
  expect(fitSentence(en, fit(1, 7))).toBe('1 line over: cut about 7 words');
  expect(fitSentence(vi, fit(-3, 21))).toBe('Thiếu 3 dòng: thêm được khoảng 21 tiếng');
  expect(fitSentence(en, fit(-3, 21))).toBe('3 lines under: room for about 21 words');
  expect(fitSentence(vi, fit(0))).toBe('Vừa đủ dòng');
  expect(fitSentence(vi, fit(null))).toBeNull();
});

test('takes a figure as people write it', () => {
  expect(amountOf('lines', ' 120 ')).toEqual({ kind: 'lines', lines: 120 });
  expect(amountOf('lines', '12,6')).toEqual({ kind: 'lines', lines: 13 });
  expect(amountOf('column', '48,25')).toEqual({ kind: 'column', centimetres: 48.3 });
  for (const text of ['', '0', '-4', 'mười', '1.2.3']) expect(amountOf('lines', text)).toBeNull();
});
