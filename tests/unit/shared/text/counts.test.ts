import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBlock, countGraphemes, countInterview, countPlain } from '../../../../shared/text/counts';
import { words } from '../../../support/arbitraries';
import { a, bold, box, byline, id, interview, p, photo, q, text, title } from '../../../support/builders';

describe('counts', () => {
  it('counts tiếng by spaces, without punctuation standing alone', () => {
    expect(countPlain('Giảm 3 thôn, buôn – so với 2017: 104,17%.').syllables).toBe(8);
  });

  it('counts letters as readers see them, whatever their form', () => {
    for (const given of ['Đắk Lắk', 'Đắk Lắk'.normalize('NFD')])
      expect(countPlain(given)).toMatchObject({ characters: 7, charactersWithoutSpaces: 6, syllables: 2 });
    // Ê Đê and M'nông letters without a code point of their own, and a family of three.
    expect(countGraphemes('ơ̆ư̆')).toBe(2);
    expect(countGraphemes('👩‍🌾!')).toBe(2);
  });

  it('takes the same count by the short way and by the segmenter', () => {
    const slow = new Intl.Segmenter('vi', { granularity: 'grapheme' });
    fc.assert(
      fc.property(words, (line) => {
        expect(countGraphemes(line)).toBe([...slow.segment(line)].length);
      }),
    );
  });

  it('counts a word once over marks', () => {
    expect(countBlock(id('x', p(text('Bu', bold('ôn'), ' làng')))).syllables).toBe(2);
  });

  it('adds up what is printed: not the alt text', () => {
    const piece = interview(
      title('Một hai'),
      q('Ba?'),
      a('Bốn năm'),
      photo({ caption: 'Sáu', credit: 'Bảy', alt: 'không đếm' }),
      box('Tám', 'Chín'),
      byline('An Ba', 'ghi'),
    );
    expect(countInterview(piece).syllables).toBe(12);
  });

  it('counts words by the language', () => {
    expect(countPlain('It is a long day.', 'en').words).toBe(5);
    expect(countPlain('', 'vi')).toEqual({ words: 0, syllables: 0, characters: 0, charactersWithoutSpaces: 0 });
  });
});
