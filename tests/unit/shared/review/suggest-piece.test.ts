import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingMint } from '../../../../shared/interview/build';
import { joinRuns, plainText } from '../../../../shared/interview/text';
import type { Block, Interview, Run } from '../../../../shared/interview/types';
import { NEW_REVIEW } from '../../../../shared/review/review-file';
import { takeStep } from '../../../../shared/review/take-step';
import { withStretch } from '../../../../shared/review/suggest/body';
import { changeBody, type MarkedBody } from '../../../../shared/review/suggest/change-body';
import { decideSuggestions } from '../../../../shared/review/suggest/decide';
import { marksOf } from '../../../../shared/review/suggest/hunks';
import { movesOf } from '../../../../shared/review/suggest/moves';
import type { Mark, Weave } from '../../../../shared/review/suggest/weave';
import { sha, smallPiece } from './builders';
import { answer, id, interview, p, photo, pullQuote } from '../../../support/builders';

const RUNS = Number(process.env['RUNS'] ?? 300);

function marked(piece: Interview): MarkedBody {
  const byId = new Map(piece.body.map((block) => [block.id, block]));
  return {
    ids: piece.body.map((block) => block.id),
    block: (one) => byId.get(one),
    tail: piece.suggestions?.tail ?? [],
    moves: movesOf(piece.body, piece.suggestions?.order),
  };
}

/** The piece after its body became `body` by the hand of `mark`, or directly. */
function changed(piece: Interview, body: readonly Block[], mark: Mark | null): Interview {
  const byId = new Map(body.map((block) => [block.id, block]));
  const now = { ids: body.map((block) => block.id), block: (one: string) => byId.get(one) };
  const touched = new Set(body.filter((block) => !piece.body.includes(block)).map((block) => block.id));
  const { stretches, tail, moves } = changeBody(marked(piece), now, touched, mark);
  const next = body.map((block) => {
    const stretched = stretches.has(block.id) ? withStretch(block, stretches.get(block.id) ?? null) : block;
    if (stretched.kind === 'unknown') return stretched;
    const { moved: _moved, ...rest } = stretched;
    const move = moves.moved.get(block.id);
    return (move ? { ...rest, moved: move } : rest) as Block;
  });
  const { suggestions: _open, ...rest } = piece;
  const open = { ...(tail.length ? { tail } : {}), ...(moves.order ? { order: moves.order } : {}) };
  return { ...rest, body: next, ...(Object.keys(open).length ? { suggestions: open } : {}) };
}

const streams = (piece: Interview): readonly Weave[] => [
  ...piece.body.flatMap((block) => (block.kind === 'unknown' ? [] : Object.values(block.suggestions ?? {}))),
  piece.suggestions?.tail ?? [],
];
const openMarks = (piece: Interview): readonly Mark[] => [
  ...streams(piece).flatMap((weave) => weave.flatMap(marksOf)),
  ...piece.body.flatMap((block) => (block.kind !== 'unknown' && block.moved ? [block.moved] : [])),
];
const mint = countingMint('made');
const settle = (piece: Interview, decision: 'accept' | 'refuse', picks: (mark: Mark) => boolean = () => true) =>
  decideSuggestions(piece, decision, picks, mint);
/** What is read: kinds, texts and everything that a block holds, without ids. */
const said = (piece: Interview) =>
  piece.body.map((block) => {
    const { id: _id, ...rest } = block;
    return rest;
  });

interface Step {
  readonly kind: 'type' | 'cut' | 'split' | 'merge' | 'new' | 'remove' | 'removeMany' | 'kind' | 'move' | 'movePair';
  readonly at: number;
  readonly from: number;
  readonly length: number;
  readonly words: string;
  readonly who: string;
}
const words = fc
  .array(fc.constantFrom('đồng', 'chí', 'Đắk', 'Lắk', 'và', 'a', '2018', ','), { maxLength: 6 })
  .map((parts) => parts.join(' '));
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'type',
    'type',
    'cut',
    'split',
    'merge',
    'new',
    'remove',
    'removeMany',
    'kind',
    'move',
    'movePair',
  ),
  at: fc.nat(30),
  from: fc.nat(60),
  length: fc.nat(12),
  words,
  who: fc.constantFrom('Hà', 'Mai'),
});
const block = fc.oneof(
  { weight: 5, arbitrary: words.map((text) => answer(text, { speaker: 'p1' })) },
  { weight: 2, arbitrary: words.map((text) => p(text)) },
  { weight: 1, arbitrary: words.map((caption) => photo({ photoId: 'x', caption })) },
  { weight: 1, arbitrary: words.map((quote) => pullQuote(quote)) },
);
const story = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => interview(blocks.map((one, at) => id(`b${at}`, one))));

let count = 0;

function act(body: readonly Block[], { kind, at, from, length, words: put }: Step): readonly Block[] {
  const index = body.length ? at % body.length : 0;
  const one = body[index];
  if (!one) return [id(`n${count++}`, p(put))];
  const next = body[index + 1];
  const cells = 'text' in one ? one.text.flatMap((run) => [...run.text].map((text) => ({ ...run, text }))) : [];
  const x = cells.length ? from % (cells.length + 1) : 0;
  const withText = (block: Block, runs: readonly Run[]) => ({ ...block, text: joinRuns(joinRuns(runs)) }) as Block;
  const replaced = (many: number, ...by: readonly Block[]) => body.toSpliced(index, many, ...by);
  const typed: readonly Run[] = put === '' ? [] : [{ text: put }];
  switch (kind) {
    case 'type':
      return 'text' in one ? replaced(1, withText(one, [...cells.slice(0, x), ...typed, ...cells.slice(x)])) : body;
    case 'cut':
      return 'text' in one ? replaced(1, withText(one, [...cells.slice(0, x), ...cells.slice(x + length)])) : body;
    case 'split':
      return 'text' in one
        ? replaced(1, withText(one, cells.slice(0, x)), withText(id(`n${count++}`, p('')), cells.slice(x)))
        : body;
    case 'merge':
      return next && 'text' in one && 'text' in next ? replaced(2, withText(one, [...cells, ...next.text])) : body;
    case 'new':
      return replaced(1, one, at % 2 ? id(`n${count++}`, p(put)) : id(`n${count++}`, pullQuote(put)));
    case 'remove':
      return replaced(1);
    case 'removeMany':
      return replaced(length);
    case 'kind':
      if (!('text' in one)) return body;
      return replaced(1, {
        kind: one.kind === 'question' ? 'paragraph' : 'question',
        id: one.id,
        text: one.text,
      } as Block);
    case 'move':
      return body.toSpliced(index, 1).toSpliced(from % body.length, 0, one);
    case 'movePair': {
      const pair = body.slice(index, index + 2);
      return body.toSpliced(index, 2).toSpliced(from % Math.max(1, body.length - 1), 0, ...pair);
    }
  }
}

function play(start: Interview, steps: readonly Step[], direct = false): Interview {
  let piece = start;
  for (const [index, each] of steps.entries())
    piece = changed(
      piece,
      act(piece.body, each),
      direct ? null : { id: `m${index}`, by: each.who, at: index * 90_000 },
    );
  return piece;
}

describe('the proposals of a piece, for any story, two authors and any steps with moves', () => {
  it('all refused give the piece as it was, order and everything that blocks hold included', () => {
    fc.assert(
      fc.property(story, fc.array(step, { maxLength: 10 }), (start, steps) => {
        const refused = settle(play(start, steps), 'refuse');
        expect(openMarks(refused)).toEqual([]);
        expect(refused.suggestions).toBeUndefined();
        expect(said(refused)).toEqual(said(start));
      }),
      { numRuns: RUNS },
    );
  });

  it('all accepted give the piece as it is', () => {
    fc.assert(
      fc.property(story, fc.array(step, { maxLength: 10 }), (start, steps) => {
        const piece = play(start, steps);
        const accepted = settle(piece, 'accept');
        expect(openMarks(accepted)).toEqual([]);
        expect(accepted.suggestions).toBeUndefined();
        const plain = piece.body.map((one) => {
          const { moved: _moved, ...rest } = withStretch(one, null) as Block & { moved?: unknown };
          return rest;
        });
        expect(accepted.body).toEqual(plain);
      }),
      { numRuns: RUNS },
    );
  });

  it('decided one by one, in any mixture, come to an end and lose no word that was accepted', () => {
    fc.assert(
      fc.property(
        story,
        fc.array(step, { maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        (start, steps, bits) => {
          let piece = play(start, steps);
          for (let round = 0; openMarks(piece).length > 0; round++) {
            expect(round).toBeLessThan(300);
            const [one] = openMarks(piece);
            const accept = bits[round % bits.length] ?? true;
            const before = piece.body.map((each) => ('text' in each ? plainText(each.text) : each.kind)).join('¶');
            piece = settle(piece, accept ? 'accept' : 'refuse', (mark) => mark.id === one?.id);
            if (accept)
              expect(piece.body.map((each) => ('text' in each ? plainText(each.text) : each.kind)).join('¶')).toBe(
                before,
              );
            const ids = piece.body.map((each) => each.id);
            expect(new Set(ids).size).toBe(ids.length);
          }
          expect(piece.suggestions).toBeUndefined();
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('what is done directly is no proposal, and leaves open ones open', () => {
    fc.assert(
      fc.property(
        story,
        fc.array(step, { maxLength: 6 }),
        fc.array(step, { maxLength: 6 }),
        (start, proposed, done) => {
          expect(openMarks(play(start, done, true))).toEqual([]);
          const piece = play(play(start, proposed), done, true);
          expect(new Set(openMarks(piece).map(({ by }) => by)).has('')).toBe(false);
          expect(openMarks(settle(piece, 'refuse'))).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('approving', () => {
  it('waits until every proposal is decided', () => {
    const start = smallPiece();
    const open = changed(
      start,
      start.body.map((one) => (one.id === 'a2' ? { ...one, text: [{ text: 'Là chia nước.' }] } : one)) as Block[],
      { id: 'm', by: 'Hà', at: 0 },
    );
    const review = { ...NEW_REVIEW, state: 'in-review' as const };
    const act = { by: 'Mai', role: 'editor' as const, at: '2026-11-26T15:04:00.000Z', version: 'v' };
    expect(takeStep('approve', open, review, act, sha)).toEqual({
      ok: false,
      failure: { kind: 'step-open-proposals', step: 'approve', count: 1 },
    });
    expect(takeStep('approve', settle(open, 'accept'), review, act, sha).ok).toBe(true);
  });
});
