import { describe, expect, test } from 'vitest';
import { plainText, toText } from '../../../../shared/interview/text';
import { compareTexts } from '../../../../shared/review/compare/compare-texts';
import { ELLIPSIS, foldUnchanged } from '../../../../shared/review/compare/fold-unchanged';

const LONG = 'Người già nhìn cái vòi nhỏ giọt bé bằng đầu đũa rồi lắc đầu. '.repeat(6).trim();

const fold = (before: string, after: string) => foldUnchanged(compareTexts(toText(before), toText(after)));
const words = (pieces: ReturnType<typeof fold>) => pieces.map(({ text }) => plainText(text)).join('');

describe('what did not change in a long answer', () => {
  test('is left out but for the words near a change, which is all there', () => {
    const shown = fold(`${LONG} Vườn thiếu một phần ba nước. ${LONG}`, `${LONG} Vườn thiếu một nửa nước. ${LONG}`);
    expect(shown.filter(({ kind }) => kind !== 'same').map(({ text }) => plainText(text))).toEqual(['phần ba', 'nửa']);
    expect(words(shown).length).toBeLessThan(260);
    expect(words(shown)).toMatch(/^… .*Vườn thiếu một phần banửa nước\. .* … $/);
  });

  test('stays whole between two changes that are near each other, and is cut between words', () => {
    const shown = fold(`một hai ${LONG} ba bốn năm sáu`, `một 2 ${LONG} ba 4 năm sáu`);
    const middle = shown.filter(({ kind }) => kind === 'same').map(({ text }) => plainText(text));
    expect(middle).toEqual(['một ', expect.stringContaining(ELLIPSIS), ' năm sáu']);
    for (const word of (middle[1] ?? '').split(' ').filter((each) => each !== '' && each !== ELLIPSIS))
      expect(` ${LONG} ba `).toContain(` ${word} `);
  });

  test('of a short answer is all shown, as the very same pieces', () => {
    const pieces = compareTexts(toText('Mùa khô này ra sao?'), toText('Mùa khô này thế nào?'));
    expect(foldUnchanged(pieces)).toBe(pieces);
  });
});
