import { expect, test } from 'vitest';
import { tokensOf } from '../../../../../shared/print/tokens';
import type { Text } from '../../../../../shared/interview/types';
import { lineSource } from '../../../../../shared/writers/print/line-source';
import * as make from '../../../../support/builders';

const source = (text: Text, endMark = false) => lineSource({ tokens: tokensOf(text, { endMark }) }, '#M(0)');

test('plain words are one string, with the mark behind it', () => {
  expect(source(make.text('Khi ấy trường còn vách nứa.'))).toBe('#"Khi ấy trường còn vách nứa."#M(0)');
});

test('words in a style of their own stand alone, with plain spaces round them', () => {
  const text = make.text('Từ ', make.bold('năm 1996'), ', 04-QĐ/TU');
  expect(source(text)).toBe('#"Từ "#s(weight: 700, "năm");#" "#s(weight: 700, "1996");#", 04-QĐ/TU"#M(0)');
});

test('the square that ends the piece is part of the line that the mark ends', () => {
  expect(source(make.text('Cảm ơn thầy!'), true)).toBe('#"Cảm ơn thầy!"#E#M(0)');
});
