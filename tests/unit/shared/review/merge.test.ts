import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../../../shared/interview/build';
import { plainText } from '../../../../shared/interview/text';
import { normalise } from '../../../../shared/interview/normalise';
import type { Block, Interview } from '../../../../shared/interview/types';
import { textsOf } from '../../../../shared/interview/visit';
import { anchorsOf } from '../../../../shared/review/compare/align';
import { tokensOf } from '../../../../shared/review/compare/tokens';
import { mergeInterviews } from '../../../../shared/review/merge/merge-interviews';
import { threeWay } from '../../../../shared/review/merge/three-way';
import { anyInterview } from '../../../support/arbitraries';
import { answer, smallPiece, withBlock, withText } from './builders';
import { revise, revision } from './revisions';

const base = smallPiece();
const wordsOf = (interview: Interview, id: string) => {
  const block = interview.body.find((each) => each.id === id);
  return block && 'text' in block ? plainText(block.text) : null;
};
const runs = Number(process.env['RUNS'] ?? 300);
const sides = fc.tuple(fc.array(revision, { maxLength: 6 }), fc.array(revision, { maxLength: 6 }));

describe('a merge', () => {
  it('takes what each side changed, in one paragraph too', () => {
    const a = withText(base, 'a2', 'Là chia nước cho thật công bằng giữa ba thôn.');
    const b = withText(base, 'a2', 'Là chia nước cho công bằng giữa bốn thôn.');
    const { interview, conflicts } = mergeInterviews(base, a, b);
    expect(wordsOf(interview, 'a2')).toBe('Là chia nước cho thật công bằng giữa bốn thôn.');
    expect(conflicts).toEqual([]);
  });

  it('keeps both wordings where both changed the same words', () => {
    const a = withText(base, 'a2', 'Là chia nước cho hợp lý giữa ba thôn.');
    const b = withText(base, 'a2', 'Là chia nước cho sòng phẳng giữa ba thôn.');
    const { interview, conflicts } = mergeInterviews(base, a, b);
    expect(wordsOf(interview, 'a2')).toBe('Là chia nước cho [[hợp lý | sòng phẳng]] giữa ba thôn.');
    expect(conflicts).toEqual([{ kind: 'text', place: { block: 'a2', part: 'text' }, a: 'hợp lý', b: 'sòng phẳng' }]);
  });

  it('keeps a block that one side removed and the other changed', () => {
    const a = { ...base, body: base.body.filter(({ id }) => id !== 'a2') };
    const b = withText(base, 'a2', 'Là giữ rừng đầu nguồn.');
    const { interview, conflicts } = mergeInterviews(base, a, b);
    expect(interview.body.map(({ id }) => id)).toEqual(base.body.map(({ id }) => id));
    expect(conflicts).toEqual([{ kind: 'deleted', place: { block: 'a2', part: 'block' }, by: 'a' }]);
  });

  it('takes a move of one side and words of the other', () => {
    const [p, q1, a1, f, q2, a2, c] = base.body as [Block, Block, Block, Block, Block, Block, Block];
    const a = { ...base, body: [p, q2, a2, q1, a1, f, c] };
    const { interview } = mergeInterviews(base, a, withText(base, 'a2', 'Là chia nước.'));
    expect(interview.body.map(({ id }) => id)).toEqual(['p', 'q2', 'a2', 'q1', 'a1', 'f', 'c']);
    expect(wordsOf(interview, 'a2')).toBe('Là chia nước.');
  });

  it('keeps two different new blocks of one id', () => {
    const a = { ...base, body: [...base.body.slice(0, 6), answer('x', 'Của A'), ...base.body.slice(6)] };
    const b = {
      ...base,
      body: [
        ...base.body.slice(0, 6),
        { kind: 'list', id: 'x', ordered: false, items: [asText('Của B')] } as Block,
        ...base.body.slice(6),
      ],
    };
    const { interview, conflicts } = mergeInterviews(base, a, b);
    expect(textsOf(interview).map(({ text }) => plainText(text))).toEqual(expect.arrayContaining(['Của A', 'Của B']));
    expect(conflicts.map(({ kind }) => kind)).toEqual(['twin']);
  });

  it('merges captions, alt texts and marks', () => {
    const a = withBlock(
      base,
      'f',
      (block) => ({ ...block, alt: 'Một hồ nước rất cạn', caption: asText('Hồ thôn Ba, tháng ba.') }) as Block,
    );
    const b = withBlock(base, 'f', (block) => ({ ...block, credit: asText('Ảnh: Hảo Lê'), span: 3 }) as Block);
    const { interview, conflicts } = mergeInterviews(base, a, b);
    expect(interview.body[3]).toMatchObject({ alt: 'Một hồ nước rất cạn', span: 3, credit: [{ text: 'Ảnh: Hảo Lê' }] });
    expect(conflicts).toEqual([]);
    const bold = withText(base, 'a2', [
      { text: 'Là chia ' },
      { text: 'nước', marks: ['bold'] },
      { text: ' cho công bằng giữa ba thôn.' },
    ]);
    const longer = withText(base, 'a2', 'Là chia nước cho công bằng giữa ba thôn và hai xã.');
    expect(mergeInterviews(base, bold, longer).interview.body[5]).toMatchObject({
      text: [
        { text: 'Là chia ' },
        { text: 'nước', marks: ['bold'] },
        { text: ' cho công bằng giữa ba thôn và hai xã.' },
      ],
    });
  });
});

describe('comments', () => {
  const said = (id: string, by: string, at: number, text = id) => ({ id, by, at, text });
  const thread = (...comments: readonly ReturnType<typeof said>[]) => ({
    id: 't',
    anchor: { kind: 'piece' as const },
    quote: '',
    comments,
  });
  const first = said('c1', 'Lê An', 1);
  const talk = { ...base, threads: [thread(first)] };

  it('of both sides stand one after the other, in the order in which they were said', () => {
    const a = { ...talk, threads: [thread(first, said('c3', 'Lê An', 30))] };
    const b = {
      ...talk,
      threads: [{ ...thread(first, said('c2', 'Y Bình', 20)), resolved: { by: 'Y Bình', at: 21 } }],
    };
    const { interview, conflicts } = mergeInterviews(talk, a, b);
    expect(interview.threads?.[0]?.comments.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
    // Lê An answered what Y Bình settled: somebody has to read that answer first.
    expect(interview.threads?.[0]?.resolved).toBeUndefined();
    expect(conflicts).toEqual([]);
  });

  it('that one side took away and the other answered stay', () => {
    const answered = { ...talk, threads: [thread(first, said('c2', 'Y Bình', 20))] };
    expect(mergeInterviews(talk, { ...talk, threads: [] }, answered).interview.threads).toEqual(answered.threads);
    expect(mergeInterviews(talk, { ...talk, threads: [] }, talk).interview.threads ?? []).toEqual([]);
  });
});

describe('for any interviews', () => {
  it('a merge of one with itself is it', () => {
    fc.assert(
      fc.property(anyInterview, (any) => {
        expect(mergeInterviews(any, any, any)).toEqual({ interview: normalise(any), conflicts: [], remarks: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('one side that changed nothing leaves the other as it is', () => {
    fc.assert(
      fc.property(anyInterview, fc.array(revision, { maxLength: 8 }), (any, steps) => {
        const changed = normalise(steps.reduce((piece, step) => revise(piece, step, 'a'), any));
        expect(mergeInterviews(any, changed, any)).toMatchObject({ interview: changed, conflicts: [] });
        expect(mergeInterviews(any, any, changed)).toMatchObject({ interview: changed, conflicts: [] });
      }),
      { numRuns: runs },
    );
  });

  it('no word that either side wrote is lost', () => {
    fc.assert(
      fc.property(sides, ([ours, theirs]) => {
        const a = ours.reduce((piece, step) => revise(piece, step, 'a'), base);
        const b = theirs.reduce((piece, step) => revise(piece, step, 'b'), base);
        const merged = mergeInterviews(base, a, b).interview;
        const all = textsOf(merged)
          .map(({ text }) => plainText(text))
          .join('\n');
        for (const side of [a, b])
          for (const { place, text } of textsOf(side)) {
            const same = textsOf(base).find((each) => JSON.stringify(each.place) === JSON.stringify(place));
            const was = plainText(same?.text);
            for (const added of stretchesAdded(was, plainText(text))) expect(all).toContain(added);
          }
      }),
      { numRuns: runs },
    );
  });

  it('the sides may be exchanged', () => {
    fc.assert(
      fc.property(sides, ([ours, theirs]) => {
        const a = ours.reduce((piece, step) => revise(piece, step, 'a'), base);
        const b = theirs.reduce((piece, step) => revise(piece, step, 'b'), base);
        const one = mergeInterviews(base, a, b);
        const other = mergeInterviews(base, b, a);
        expect(other.conflicts.length).toBe(one.conflicts.length);
        expect(contents(other.interview, true)).toEqual(contents(one.interview, false));
      }),
      { numRuns: runs },
    );
  });

  it('the chunks of three lists give the three lists back', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', ' ', ','), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, list, (x, y, z) => {
        const chunks = threeWay(x, y, z, (item) => item);
        expect(chunks.flatMap((chunk) => chunk.base)).toEqual(x);
        expect(chunks.flatMap((chunk) => chunk.a)).toEqual(y);
        expect(chunks.flatMap((chunk) => chunk.b)).toEqual(z);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The words in a row that stand in the second text and not in the first. */
function stretchesAdded(before: string, after: string): readonly string[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const kept = new Set(anchorsOf(a, b).map(([, place]) => place));
  return b
    .map((token, place) => (kept.has(place) ? '\n' : token))
    .join('')
    .split('\n')
    .filter((each) => each.trim() !== '');
}

/** Texts by block, with the sides of conflicts exchanged when asked; the order is the only thing that may differ. */
function contents(interview: Interview, exchange: boolean): ReadonlyMap<string, string> {
  const swap = (text: string) => (exchange ? text.replace(/\[\[(.*?) \| (.*?)\]\]/gs, '[[$2 | $1]]') : text);
  return new Map(
    textsOf(interview)
      .map(
        ({ place, text }) =>
          [`${place.block ?? ''} ${place.part} ${place.index ?? ''}`, swap(plainText(text))] as const,
      )
      .toSorted(([x], [y]) => (x < y ? -1 : 1)),
  );
}
