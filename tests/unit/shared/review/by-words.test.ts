import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../../../shared/interview/build';
import { byWords } from '../../../../shared/review/suggest/by-words';
import { hunksOf, marksOf } from '../../../../shared/review/suggest/hunks';
import { drawingsOf } from '../../../../shared/review/suggest/layout';
import { updateWeave } from '../../../../shared/review/suggest/update';
import { baseOf, currentOf, isEnd, weaveOf } from '../../../../shared/review/suggest/weave';
import type { Paragraph, Weave } from '../../../../shared/review/suggest/weave';

const story = (...texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text, at) => ({ id: `b${at}`, kind: 'answer', text: asText(text) }));
const changed = (before: string, ...steps: readonly (readonly [by: string, text: string])[]): Weave =>
  steps.reduce<Weave>(
    (weave, [by, text], at) => updateWeave(weave, story(text), { id: `m${at}`, by, at: at * 100_000 }),
    weaveOf(story(before)),
  );
const show = (weave: Weave) =>
  weave
    .map((item) => {
      const text = isEnd(item) ? '¶' : item.text;
      return item.ins && item.del ? `{-${text}-}` : item.ins ? `{+${text}+}` : item.del ? `[-${text}-]` : text;
    })
    .join('');

/** Stretches beside each other as one. */
const inOne = (shown: string) => shown.replaceAll('-][-', '').replaceAll('+}{+', '');

describe('a weave by words', () => {
  it.each([
    ['phần bửa, xin', 'phần nửa, xin', 'phần [-bửa-]{+nửa+}, xin¶'],
    ['một tiêng nói', 'một tiếng nói', 'một [-tiêng-]{+tiếng+} nói¶'],
    ['ba hòn', 'ba hòn đảo', 'ba hòn{+ đảo+}¶'],
    ['năm 2018', 'năm 2019', 'năm [-2018-]{+2019+}¶'],
    ['(đồng)', '(đống)', '([-đồng-]{+đống+})¶'],
    ['lối tưới tràn đã', 'lối tràn đã', 'lối [-tưới -]tràn đã¶'],
    ['ở cuối nguồn', 'ở cũng cuối nguồn', 'ở {+cũng +}cuối nguồn¶'],
    ['một hai', 'mộthai', 'một[- -]hai¶'],
  ])('%s → %s', (before, after, seen) => {
    expect(show(byWords(changed(before, ['Hà', after])))).toBe(seen);
  });

  it('leaves a word that two people changed to both of them', () => {
    const weave = changed('đồng lòng', ['Hà', 'đồngs lòng'], ['Mai', 'Xđồngs lòng']);
    expect(byWords(weave)).toEqual(weave);
  });

  it('gives list and drawing whole words', () => {
    const weave = changed('phần bửa, xin', ['Hà', 'phần nửa, xin']);
    expect(hunksOf(weave)).toMatchObject([{ inserted: 'nửa', deleted: 'bửa', from: 5, length: 3 }]);
    expect(drawingsOf(weave)[0]).toMatchObject({
      inserted: [{ from: 5, to: 8, by: 'Hà' }],
      gaps: [{ at: 5, words: 'bửa', by: 'Hà' }],
    });
  });

  it('tells the same text, the same base and the same proposals, whatever was changed by whom', () => {
    const words = fc.array(fc.constantFrom('tiếng', 'tiêng', 'b', 'nửa', ' ', ',', '2018', 'ơ̆', '👩‍🌾'), {
      maxLength: 9,
    });
    const text = words.map((parts) => parts.join('').trim());
    const step = fc.tuple(fc.constantFrom('Hà', 'Mai'), text);
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 5 }), (before, steps) => {
        const weave = changed(before, ...steps);
        const seen = byWords(weave);
        expect([currentOf(seen), baseOf(seen)]).toEqual([currentOf(weave), baseOf(weave)]);
        const ids = (each: Weave) => new Set(each.flatMap(marksOf).map(({ id }) => id));
        expect(ids(seen)).toEqual(ids(weave));
        expect(byWords(seen)).toEqual(seen);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a paragraph that went together with another change', () => {
  it('is seen to go from its first letter to its end', () => {
    const before = weaveOf(story('Đoạn một còn đây.', 'Đoạn hai bỏ đi.', 'Đoạn ba ở cuối cùng.', 'Hết.'));
    const next = story('Chương một còn đây.', '', 'Đoạn ba ở cuối bài.', 'Hết.').toSpliced(1, 1);
    const weave = updateWeave(before, next, { id: 'm', by: 'Hà', at: 0 });
    expect(inOne(show(weave))).toContain('¶[-Đoạn hai bỏ đi.¶-]Đoạn ba');
    expect(baseOf(weave)).toEqual(baseOf(before));
  });

  it('and one that came, from its first letter too', () => {
    const before = weaveOf(story('Đoạn một còn đây.', '', 'Đoạn ba ở cuối cùng.', 'Hết.').toSpliced(1, 1));
    const next = story('Chương một còn đây.', 'Câu hai thêm vào.', 'Đoạn ba ở cuối bài.', 'Hết.');
    const weave = updateWeave(before, next, { id: 'm', by: 'Hà', at: 0 });
    expect(inOne(show(weave))).toContain('¶{+Câu hai thêm vào.¶+}Đoạn ba');
    expect(currentOf(weave)).toEqual(next);
  });

  it('does not take its full stop from the paragraph before', () => {
    const before = weaveOf(story('A, xin hết lời một.', 'Không đáng nói.', 'Còn nữa.', 'Z xong rồi.'));
    const next = story('B, xin hết lời một.', '', 'Còn nữa.', 'Y xong rồi.').toSpliced(1, 1);
    const weave = updateWeave(before, next, { id: 'm', by: 'Hà', at: 0 });
    expect(inOne(show(weave))).toContain('một.¶[-Không đáng nói.¶-]Còn');
  });
});
