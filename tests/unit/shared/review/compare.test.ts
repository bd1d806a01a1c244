import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../../shared/i18n/translate';
import { asText } from '../../../../shared/interview/build';
import { joinRuns, plainText } from '../../../../shared/interview/text';
import type { Block, Interview } from '../../../../shared/interview/types';
import { compareInterviews } from '../../../../shared/review/compare/compare-interviews';
import { compareTexts } from '../../../../shared/review/compare/compare-texts';
import { comparisonSummary } from '../../../../shared/review/compare/comparison-summary';
import { tokensOf } from '../../../../shared/review/compare/tokens';
import { anyInterview, richText } from '../../../support/arbitraries';
import { answer, paragraph, question, smallPiece, withBlock, withText } from './builders';

const say = (before: string, after: string) =>
  compareTexts(asText(before), asText(after)).map(({ kind, text }) => `${kind[0]}:${plainText(text)}`);

const changed = (a: Interview, b: Interview) =>
  compareInterviews(a, b).rows.filter((row) => row.change !== 'same' || row.moved);

describe('two texts', () => {
  it('are told apart by whole words', () => {
    expect(say('Bà con đồng ý.', 'Bà con đồng lòng.')).toEqual(['s:Bà con đồng ', 'r:ý', 'a:lòng', 's:.']);
    expect(say('ăn cơm', 'ăn cớm')).toEqual(['s:ăn ', 'r:cơm', 'a:cớm']);
  });

  it('do not hold on to a lone space or comma between two changed words', () => {
    expect(say('một hai ba', 'bốn năm ba')).toEqual(['r:một hai', 'a:bốn năm', 's: ba']);
  });

  it('show other marks on the same words as another look', () => {
    const pieces = compareTexts(asText('rất đẹp'), [{ text: 'rất ' }, { text: 'đẹp', marks: ['bold'] }]);
    expect(pieces.map(({ kind, text }) => [kind, plainText(text)])).toEqual([
      ['same', 'rất '],
      ['look', 'đẹp'],
    ]);
  });

  it('can both be read back from the pieces', () => {
    fc.assert(
      fc.property(richText, richText, (a, b) => {
        const pieces = compareTexts(a, b);
        const before = pieces.flatMap((piece) =>
          piece.kind === 'added' ? [] : piece.kind === 'look' ? piece.before : piece.text,
        );
        const after = pieces.flatMap((piece) => (piece.kind === 'removed' ? [] : piece.text));
        expect(joinRuns(before)).toEqual(a);
        expect(joinRuns(after)).toEqual(b);
      }),
      { numRuns: 400 },
    );
  });

  it('are cut into tokens that lose nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => tokensOf(text).join('') === text));
  });
});

describe('two interviews', () => {
  const piece = smallPiece();

  it('are the same when they are', () => {
    fc.assert(
      fc.property(anyInterview, (interview) => {
        expect(compareInterviews(interview, interview)).toMatchObject({ same: true, head: [], facts: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('show the changed block alone', () => {
    const rows = changed(piece, withText(piece, 'a2', 'Là chia nước cho hợp lý giữa ba thôn.'));
    expect(rows.map(({ id, change }) => [id, change])).toEqual([['a2', 'changed']]);
  });

  it('show what became of captions, pictures and fields', () => {
    const later = {
      ...withBlock(piece, 'f', (block) => ({ ...block, alt: 'Hồ cạn giữa mùa khô', span: 4 }) as Block),
      section: 'Kinh tế',
    };
    const { rows, facts } = compareInterviews(piece, later);
    expect(facts).toEqual([{ fact: 'section', after: 'Kinh tế' }]);
    const photo = rows.find(({ id }) => id === 'f');
    expect(photo?.texts.map(({ part }) => part)).toEqual(['alt']);
    expect(photo?.facts).toEqual([{ fact: 'span', before: '2', after: '4' }]);
  });

  it('show a moved pair as moved and nothing else', () => {
    const [p, q1, a1, f, q2, a2, c] = piece.body as [Block, Block, Block, Block, Block, Block, Block];
    const comparison = compareInterviews(piece, { ...piece, body: [p, q2, a2, q1, a1, f, c] });
    expect(comparison.movedPairs).toEqual([{ question: 'q2', words: 'Việc khó nhất bây giờ là gì?', from: 2, to: 1 }]);
    expect(comparison.rows.map(({ id, change, moved }) => [id, change, moved])).toEqual([
      ['p', 'same', false],
      ['q2', 'same', true],
      ['a2', 'same', true],
      ['q1', 'same', false],
      ['a1', 'same', false],
      ['f', 'same', false],
      ['c', 'same', false],
    ]);
  });

  it('recognise a paragraph that was split, and one that was merged', () => {
    const halves = [
      answer('a1', 'Thấp hơn năm ngoái hai gang tay.'),
      answer('neu', 'Bà con đã bắt đầu tưới luân phiên từ tháng giêng.'),
    ];
    const split = { ...piece, body: piece.body.flatMap((block) => (block.id === 'a1' ? halves : [block])) };
    expect(changed(piece, split).map(({ id, change, after }) => [id, change, after])).toEqual([
      ['a1', 'split', [2, 3]],
    ]);
    expect(changed(split, piece).map(({ id, change, before }) => [id, change, before])).toEqual([
      ['a1', 'merged', [2, 3]],
    ]);
  });

  it('put a removed block where it stood', () => {
    const without = { ...piece, body: piece.body.filter(({ id }) => id !== 'f') };
    expect(compareInterviews(piece, without).rows.map(({ id }) => id)).toEqual(piece.body.map(({ id }) => id));
  });

  it('follow the words when ids were counted anew', () => {
    const a = smallPiece({ body: [question('b1', 'Một?'), answer('b2', 'Câu trả lời thứ nhất dài.')] });
    const b = smallPiece({
      body: [paragraph('b1', 'Đoạn mới.'), question('b2', 'Một?'), answer('b3', 'Câu trả lời thứ nhất dài.')],
    });
    expect(changed(a, b).map(({ change, id }) => [change, id])).toEqual([['added', 'b1']]);
  });
});

describe('a comparison in one line', () => {
  const piece = smallPiece();
  const line = (after: Interview, language: 'vi' | 'en' = 'en') =>
    comparisonSummary(compareInterviews(piece, after), translator(language));

  it('says what there is, and nothing of what there is none of', () => {
    expect(line(piece)).toBe('The two versions are the same.');
    expect(line(withText(piece, 'a2', 'Là chia nước cho hợp lý giữa ba thôn.'))).toBe(
      '1 block changed · +2 words · −2 words',
    );
    const both = { ...withText(piece, 'a2', 'Là chia nước.'), headline: asText('Tít khác'), section: 'Mục khác' };
    expect(line(both, 'vi')).toMatch(/^2 tít, thông tin đổi · 1 khối đổi · .*chữ$/);
    expect(line(both)).not.toMatch(/\b0 /);
  });
});
