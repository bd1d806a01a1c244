import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../shared/interview/text';
import type { Gallery, Interview } from '../../../../shared/interview/types';
import { compareInterviews } from '../../../../shared/review/compare/compare-interviews';
import { comparisonAsText } from '../../../../shared/review/compare/comparison-as-text';
import { translator } from '../../../../shared/i18n/translate';
import { restoreBlock } from '../../../../shared/review/restore';
import { mergeInterviews } from '../../../../shared/review/merge/merge-interviews';
import { gallery, id, interview, photoFile, picture } from '../../../support/builders';

const FILES = ['x', 'y', 'z'].map((name, index) => photoFile(picture(name, String(index))));
const words = [
  { photoId: 'x', caption: 'Cánh đồng một vụ', alt: 'đồng' },
  { photoId: 'y', caption: 'Con đường đất đỏ', alt: 'đường' },
];
const piece = (pictures = words, more: Partial<Gallery> = {}): Interview =>
  interview(id('g', { ...gallery(pictures), ...more }), ...FILES);
const merged = (a: Interview, b: Interview) => {
  const { interview: result, conflicts } = mergeInterviews(piece(), a, b);
  const [block] = result.body;
  if (block?.kind !== 'gallery') throw new Error('no gallery');
  const pictures = block.pictures.map(({ photoId, caption }) => `${photoId} ${plainText(caption)}`);
  return { block, pictures, conflicts };
};

describe('merging galleries', () => {
  const [field, road] = words as [(typeof words)[0], (typeof words)[0]];

  test('words of one side and the order of the other are both taken', () => {
    const typed = piece([field, { ...road, caption: 'Con đường đất đỏ về buôn' }]);
    const turned = piece([road, field]);
    const { pictures, conflicts } = merged(typed, turned);
    expect(pictures).toEqual(['y Con đường đất đỏ về buôn', 'x Cánh đồng một vụ']);
    expect(conflicts).toEqual([]);
  });

  test('an added picture and a changed layout are both taken', () => {
    const more = piece([...words, { photoId: 'z', caption: 'Giếng', alt: '' }], { layout: 'pair' });
    const { pictures, block } = merged(more, piece(words, { layout: 'strip' }));
    expect(pictures).toHaveLength(3);
    expect(block.layout).toBe('strip');
  });

  test('a picture that one side took out and the other wrote on stays, and is told', () => {
    const out = piece([road]);
    const typed = piece([{ ...field, caption: 'Cánh đồng hai vụ' }, road]);
    const { pictures, conflicts } = merged(out, typed);
    expect(pictures).toContain('x Cánh đồng hai vụ');
    expect(conflicts).toMatchObject([{ kind: 'deleted', by: 'a', place: { block: 'g', part: 'captions' } }]);
    expect(merged(out, piece()).pictures).toEqual(['y Con đường đất đỏ']);
  });

  test('both wordings of one caption stand, and its place names the picture', () => {
    const { pictures, conflicts } = merged(
      piece([field, { ...road, caption: 'Con đường đất nâu' }]),
      piece([field, { ...road, caption: 'Con đường đất vàng' }]),
    );
    expect(pictures[1]).toMatch(/nâu.*vàng/);
    expect(conflicts).toMatchObject([{ kind: 'text', place: { block: 'g', part: 'captions', index: 1 } }]);
  });
});

describe('comparing galleries', () => {
  test('texts are named with the number of their picture, layout and order as facts', () => {
    const [field, road] = words as [(typeof words)[0], (typeof words)[0]];
    const after = piece([field, { ...road, caption: 'Con đường đất vàng', alt: 'lối đi' }], { layout: 'strip' });
    const comparison = compareInterviews(piece(), after);
    expect(comparison.rows).toMatchObject([
      {
        change: 'changed',
        kind: 'gallery',
        texts: [
          { part: 'captions', index: 1 },
          { part: 'alts', index: 1 },
        ],
      },
    ]);
    expect(comparisonAsText(comparison, translator('vi'))).toContain('Chú thích ảnh 2');
    const turned = compareInterviews(piece(), piece([road, field]));
    expect(turned.rows[0]?.facts.map(({ fact }) => fact)).toContain('pictures');
  });
});

test('a gallery that comes back brings the photos that have left the list', () => {
  const then = piece();
  const now = { ...then, body: [], photos: then.photos.slice(1) };
  expect(restoreBlock(now, then, 'g')).toMatchObject({
    order: ['g'],
    fields: { photos: [{ id: 'y' }, { id: 'z' }, { id: 'x' }] },
  });
});
