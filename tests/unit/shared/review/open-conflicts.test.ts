import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, changeBetween } from '../../../../shared/interview/change';
import { asText } from '../../../../shared/interview/build';
import { plainText } from '../../../../shared/interview/text';
import type { Block, Interview, Text } from '../../../../shared/interview/types';
import { chooseWording, openConflicts, type Choice } from '../../../../shared/review/merge/open-conflicts';
import { mergeInterviews } from '../../../../shared/review/merge/merge-interviews';
import { anyInterview } from '../../../support/arbitraries';
import { smallPiece, withBlock, withText } from './builders';

const base = smallPiece();
const textOf = (piece: Interview, id: string): Text => {
  const block = piece.body.find((each) => each.id === id);
  return block && 'text' in block ? block.text : [];
};
const chosen = (piece: Interview, choice: Choice): Interview => {
  const [conflict] = openConflicts(piece);
  const change = conflict && chooseWording(piece, conflict, choice);
  return change ? applyChange(piece, change) : piece;
};

describe('two wordings in a text', () => {
  const merged = mergeInterviews(
    base,
    withText(base, 'a2', 'Là chia nước cho hợp lý giữa ba thôn.'),
    withText(base, 'a2', 'Là chia nước cho sòng phẳng giữa ba thôn.'),
  ).interview;

  it('are found with their place and the words around them', () => {
    expect(openConflicts(merged)).toMatchObject([
      {
        place: { block: 'a2', part: 'text' },
        a: 'hợp lý',
        b: 'sòng phẳng',
        before: 'Là chia nước cho ',
        after: ' giữa ba thôn.',
      },
    ]);
    expect(openConflicts(base)).toEqual([]);
  });

  it.each([
    ['a', 'Là chia nước cho hợp lý giữa ba thôn.'],
    ['b', 'Là chia nước cho sòng phẳng giữa ba thôn.'],
    ['both', 'Là chia nước cho hợp lý sòng phẳng giữa ba thôn.'],
  ] as const)('give way to the choice of %s', (choice, words) => {
    const piece = chosen(merged, choice);
    expect(plainText(textOf(piece, 'a2'))).toBe(words);
    expect(openConflicts(piece)).toEqual([]);
  });

  it('keep their looks', () => {
    const bold: Text = [{ text: 'Là ' }, { text: '[[' }, { text: 'giữ', marks: ['bold'] }, { text: ' | bỏ]] nước.' }];
    expect(textOf(chosen(withText(base, 'a2', bold), 'a'), 'a2')).toEqual([
      { text: 'Là ' },
      { text: 'giữ', marks: ['bold'] },
      { text: ' nước.' },
    ]);
  });

  it('of which one is nothing leave no double space', () => {
    const piece = withText(base, 'a2', 'Là [[– | chia đều]] nước.');
    expect(plainText(textOf(chosen(piece, 'a'), 'a2'))).toBe('Là nước.');
    expect(plainText(textOf(chosen(piece, 'b'), 'a2'))).toBe('Là chia đều nước.');
  });

  it('of an earlier merge within a later one are chosen from the inside', () => {
    const once = chosen(withText(base, 'a2', 'Là [[một | [[hai | ba]]]].'), 'a');
    expect(plainText(textOf(once, 'a2'))).toBe('Là [[một | hai]].');
    expect(plainText(textOf(chosen(once, 'b'), 'a2'))).toBe('Là hai.');
  });

  it('are found in captions, the mention of a picture and the head', () => {
    const photo = withBlock(
      base,
      'f',
      (block) => ({ ...block, alt: 'Hồ [[cạn | đầy]]', caption: asText('[[x | y]]') }) as Block,
    );
    const piece = { ...photo, headline: asText('Giữ [[nước | rừng]]') };
    expect(openConflicts(piece).map(({ place }) => place.part)).toEqual(['headline', 'caption', 'alt']);
    let left = piece as Interview;
    for (let at = 0; at < 3; at++) left = chosen(left, 'b');
    expect([plainText(left.headline), left.body[3]]).toMatchObject([
      'Giữ rừng',
      { alt: 'Hồ đầy', caption: [{ text: 'y' }] },
    ]);
  });

  it('that have gone meanwhile are not chosen from', () => {
    const [conflict] = openConflicts(merged);
    expect(conflict && chooseWording(base, conflict, 'a')).toBeNull();
  });
});

it('the change between any two interviews leads from one to the other', () => {
  fc.assert(
    fc.property(anyInterview, anyInterview, (before, after) => {
      expect(applyChange(before, changeBetween(before, after))).toEqual(after);
    }),
    { numRuns: 200 },
  );
});
