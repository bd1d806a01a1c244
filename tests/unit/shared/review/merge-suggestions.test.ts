import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../shared/interview/build';
import { plainText, toText } from '../../../../shared/interview/text';
import type { Block, Interview } from '../../../../shared/interview/types';
import { mergeInterviews } from '../../../../shared/review/merge/merge-interviews';
import { paragraphOf, stretchOf, withStretch } from '../../../../shared/review/suggest/body';
import { changesOf } from '../../../../shared/review/suggest/changes';
import { decideSuggestions } from '../../../../shared/review/suggest/decide';
import { updateWeave } from '../../../../shared/review/suggest/update';
import { a, id, interview, q, title } from '../../../support/builders';

const START = interview(
  title('Nước ngầm'),
  id('q', q('Năm nay ra sao?')),
  a('Bà con giữ được nước qua mùa khô.', 'Vườn vẫn xanh.').map((block, at) => ({ ...block, id: `a${at}` })),
);

/** The piece after somebody proposed these words for a block; null for the author writes them for good. */
function told(piece: Interview, block: string, words: string, by: string | null, at = 1000): Interview {
  const body = piece.body.map((one): Block => {
    if (one.id !== block || !('text' in one)) return one;
    const next = { ...one, text: toText(words) } as Block;
    return by === null
      ? next
      : withStretch(next, updateWeave(stretchOf(one), [paragraphOf(next)], { id: `${by}${at}`, by, at }));
  });
  return { ...piece, body };
}

const merged = (one: Interview, two: Interview) => mergeInterviews(START, one, two).interview;
const wordsOf = (piece: Interview, block: string) => {
  const found = piece.body.find((one) => one.id === block);
  return found && 'text' in found ? plainText(found.text) : '';
};
const refused = (piece: Interview, picks: (by: string) => boolean = () => true) =>
  decideSuggestions(piece, 'refuse', ({ by }) => picks(by), countingMint());
const authorsOf = (piece: Interview) =>
  changesOf(piece).map(({ authors, place }) => `${authors.join('+')} ${place.block}`);

describe('proposals of two branches', () => {
  it('in different blocks are all there, each under its author', () => {
    const mine = told(START, 'a0', 'Bà con giữ được rất nhiều nước qua mùa khô.', 'Hà');
    const theirs = told(START, 'a1', 'Vườn xanh.', 'Mai');
    for (const piece of [merged(mine, theirs), merged(theirs, mine)]) {
      expect(authorsOf(piece).toSorted()).toEqual(['Hà a0', 'Mai a1']);
      expect(refused(piece).body).toEqual(START.body);
    }
  });

  it('in one block too', () => {
    const mine = told(START, 'a0', 'Bà con trong buôn giữ được nước qua mùa khô.', 'Hà');
    const theirs = told(START, 'a0', 'Bà con giữ được nước qua mùa khô vừa rồi.', 'Mai');
    const piece = merged(mine, theirs);
    expect(wordsOf(piece, 'a0')).toBe('Bà con trong buôn giữ được nước qua mùa khô vừa rồi.');
    expect(authorsOf(piece).toSorted()).toEqual(['Hà a0', 'Mai a0']);
    expect(
      wordsOf(
        refused(piece, (by) => by === 'Hà'),
        'a0',
      ),
    ).toBe('Bà con giữ được nước qua mùa khô vừa rồi.');
    expect(refused(piece).body).toEqual(START.body);
  });

  it('beside what the other wrote for good: that is no proposal', () => {
    const mine = told(START, 'a0', 'Bà con trong buôn giữ được nước qua mùa khô.', 'Hà');
    const theirs = told(START, 'a0', 'Bà con giữ được nước qua mùa khô dài.', null);
    for (const piece of [merged(mine, theirs), merged(theirs, mine)]) {
      expect(authorsOf(piece)).toEqual(['Hà a0']);
      expect(wordsOf(refused(piece), 'a0')).toBe('Bà con giữ được nước qua mùa khô dài.');
    }
  });

  it('with a block that the other deleted by a proposal', () => {
    const mine = told(START, 'a0', 'Bà con trong buôn giữ được nước qua mùa khô.', 'Hà');
    const [q1, a0] = START.body;

    const mark = { id: 'x', by: 'Mai', at: 5 };
    const theirs: Interview = {
      ...START,
      body: q1 && a0 ? [q1, a0] : [],
      suggestions: {
        tail: [
          { text: 'Vườn vẫn xanh.', look: '', del: mark },
          { end: { id: 'a1', kind: 'answer', base: 'a1' }, del: mark },
        ],
      },
    };
    const piece = merged(mine, theirs);

    expect(
      changesOf(piece)
        .flatMap(({ authors }) => authors)
        .toSorted(),
    ).toEqual(['Hà', 'Mai']);
    expect(refused(piece).body).toEqual(START.body);
  });

  it('a decision that one branch took stands where the other left the text alone', () => {
    const open = told(START, 'a0', 'Bà con trong buôn giữ được nước qua mùa khô.', 'Hà');
    const decided = decideSuggestions(open, 'accept', () => true, countingMint());
    const elsewhere = told(open, 'a1', 'Vườn xanh.', 'Mai');
    const piece = mergeInterviews(open, decided, elsewhere).interview;
    expect(authorsOf(piece)).toEqual(['Mai a1']);
  });
});
