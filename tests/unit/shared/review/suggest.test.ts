import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../../../shared/interview/build';
import { joinRuns, plainText } from '../../../../shared/interview/text';
import type { Run } from '../../../../shared/interview/types';
import { hunksOf, marksOf } from '../../../../shared/review/suggest/hunks';
import { resolve } from '../../../../shared/review/suggest/resolve';
import { updateWeave, updateWhole } from '../../../../shared/review/suggest/update';
import {
  baseOf,
  currentOf,
  isEnd,
  weaveOf,
  type Mark,
  type Paragraph,
  type Weave,
} from '../../../../shared/review/suggest/weave';
import { COMPOSING, INJECTING, SELECTING, typed } from './telex-steps';

const RUNS = Number(process.env['RUNS'] ?? 400);
const SYLLABLES = [
  'tiếng',
  'Việt',
  'đồng',
  'chí',
  'Đắk',
  'Lắk',
  'ủy',
  'ban',
  'và',
  'là',
  'a',
  'ạ',
  'ơ̆',
  '👩‍🌾',
  '2018',
  ',',
];
const words = fc.array(fc.constantFrom(...SYLLABLES), { maxLength: 12 }).map((parts) => parts.join(' '));
const story = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((texts): readonly Paragraph[] =>
    texts.map((text, at) => ({ id: `b${at}`, kind: 'answer', text: asText(text) })),
  );

interface Step {
  readonly kind:
    'insert' | 'delete' | 'replace' | 'split' | 'merge' | 'across' | 'new' | 'remove' | 'kind' | 'bold' | 'back';
  readonly block: number;
  readonly from: number;
  readonly length: number;
  readonly words: string;
  readonly who: string;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'delete',
    'replace',
    'split',
    'merge',
    'across',
    'new',
    'remove',
    'kind',
    'bold',
    'back',
  ),
  block: fc.nat(20),
  from: fc.nat(200),
  length: fc.nat(30),
  words,
  who: fc.constantFrom('Hà', 'Mai'),
});

let fresh = 0;
const letters = ({ text }: Paragraph): readonly Run[] =>
  text.flatMap((run) => [...run.text].map((char) => ({ ...run, text: char })));
const withLetters = (paragraph: Paragraph, runs: readonly Run[]): Paragraph => ({
  ...paragraph,
  text: joinRuns(joinRuns(runs)),
});

/** What the paragraphs are after the step. */
function act(paragraphs: readonly Paragraph[], { kind, block, from, length, words: put }: Step): readonly Paragraph[] {
  const at = block % paragraphs.length;
  const one = paragraphs[at];
  if (!one) return paragraphs;
  const cells = letters(one);
  const x = cells.length ? from % (cells.length + 1) : 0;
  const y = Math.min(cells.length, x + (length % 9));
  const next = paragraphs[at + 1];
  const replaced = (count: number, ...by: readonly Paragraph[]) => paragraphs.toSpliced(at, count, ...by);
  const typedRuns: readonly Run[] = put === '' ? [] : [{ text: put }];
  const newOne = (runs: readonly Run[]) => withLetters({ id: `n${fresh++}`, kind: 'answer', text: [] }, runs);
  switch (kind) {
    case 'insert':
      return replaced(1, withLetters(one, [...cells.slice(0, x), ...typedRuns, ...cells.slice(x)]));
    case 'delete':
      return replaced(1, withLetters(one, [...cells.slice(0, x), ...cells.slice(y)]));
    case 'replace':
      return replaced(1, withLetters(one, [...cells.slice(0, x), ...typedRuns, ...cells.slice(y)]));
    case 'split':
      return replaced(1, withLetters(one, cells.slice(0, x)), newOne(cells.slice(x)));
    case 'merge':
      return next ? replaced(2, withLetters(one, [...cells, ...letters(next)])) : paragraphs;
    case 'across':
      return next ? replaced(2, withLetters(one, [...cells.slice(0, x), ...letters(next).slice(length)])) : paragraphs;
    case 'new':
      return replaced(1, one, newOne(typedRuns));
    case 'remove':
      return paragraphs.length > 1 ? replaced(1) : paragraphs;
    case 'kind':
      return replaced(1, { ...one, kind: one.kind === 'answer' ? 'question' : 'answer' });
    case 'bold':
      return replaced(
        1,
        withLetters(
          one,
          cells.map((cell, index) => (index >= x && index < y ? { ...cell, marks: ['bold'] } : cell)),
        ),
      );
    case 'back':
      return paragraphs;
  }
}

const worded = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ kind, text }) => ({ kind, text }));
const marksIn = (weave: Weave): readonly Mark[] => weave.flatMap(marksOf);

/** Plays the steps; after each, the weave has to tell the text as it is and as it was. */
function play(
  start: readonly Paragraph[],
  steps: readonly Step[],
): { readonly weave: Weave; readonly now: readonly Paragraph[] } {
  let weave = weaveOf(start);
  let now = start;
  for (const [index, each] of steps.entries()) {
    const before = now;
    const mark = (part: number): Mark => ({ id: `m${index}-${part}`, by: each.who, at: index * 20_000 });
    now = act(now, each);
    weave = updateWeave(weave, now, mark(0));
    if (each.kind === 'back') {
      // Everything deleted and typed again.
      weave = updateWeave(
        weave,
        now.map((one) => ({ ...one, text: [] })),
        mark(1),
      );
      weave = updateWeave(weave, before, mark(2));
    }
    expect(currentOf(weave)).toEqual(now);
    expect(baseOf(weave)).toEqual(start);
  }
  return { weave, now };
}

describe('a weave, for any story, two authors and any steps', () => {
  it('tells the text as it is and as it was, and settles to either', () => {
    fc.assert(
      fc.property(story, fc.array(step, { maxLength: 14 }), (start, steps) => {
        const { weave, now } = play(start, steps);
        const accepted = resolve(weave, 'accept', () => true);
        const refused = resolve(weave, 'refuse', () => true);
        expect([marksIn(accepted), marksIn(refused)]).toEqual([[], []]);
        expect(currentOf(accepted)).toEqual(now);
        expect(worded(baseOf(accepted))).toEqual(worded(now));
        expect(worded(currentOf(refused))).toEqual(worded(start));
        expect(baseOf(refused)).toEqual(start);
      }),
      { numRuns: RUNS },
    );
  });

  it('is decided mark by mark, in any mixture, and ends with none', () => {
    fc.assert(
      fc.property(
        story,
        fc.array(step, { maxLength: 10 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
        (start, steps, bits) => {
          let { weave } = play(start, steps);
          const twofold = weave.some((item) => item.ins && item.del);
          for (let round = 0; marksIn(weave).length > 0; round++) {
            expect(round).toBeLessThan(500);
            const [one] = marksIn(weave);
            const accept = bits[round % bits.length] ?? true;
            const [current, base] = [worded(currentOf(weave)), worded(baseOf(weave))];
            weave = resolve(weave, accept ? 'accept' : 'refuse', ({ id }) => id === one?.id);
            if (accept) expect(worded(currentOf(weave))).toEqual(current);
            else if (!twofold) expect(worded(baseOf(weave))).toEqual(base);
          }
          expect(worded(currentOf(weave))).toEqual(worded(baseOf(weave)));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('comes back from JSON as it was, and hunks cover every mark', () => {
    fc.assert(
      fc.property(story, fc.array(step, { maxLength: 10 }), (start, steps) => {
        const { weave } = play(start, steps);
        expect(JSON.parse(JSON.stringify(weave))).toEqual(weave);
        const hunks = hunksOf(weave);
        expect(new Set(hunks.flatMap(({ marks }) => marks.map(({ id }) => id)))).toEqual(
          new Set(marksIn(weave).map(({ id }) => id)),
        );
        const length = currentOf(weave).reduce((sum, { text }) => sum + plainText(text).length + 1, 0);
        expect(hunks.reduce((sum, hunk) => sum + hunk.length, 0)).toBeLessThanOrEqual(length);
      }),
      { numRuns: RUNS },
    );
  });
});

const one = (text: string): readonly Paragraph[] => [{ id: 'a', kind: 'answer', text: asText(text) }];
const by = (who: string, id = who, at = 0): Mark => ({ id, by: who, at });
const show = (weave: Weave) =>
  weave
    .map((item) => {
      const text = isEnd(item) ? '¶' : item.text;
      return item.ins && item.del ? `{-${text}-}` : item.ins ? `{+${text}+}` : item.del ? `[-${text}-]` : text;
    })
    .join('');

/** A paragraph with proposals by two authors all over it. */
const manyProposals = fc.array(
  fc.record({ from: fc.nat(60), length: fc.nat(6), put: words, who: fc.constantFrom('Hà', 'Mai') }),
  { maxLength: 10 },
);

describe('a weave brought up around the change only', () => {
  it('tells the text as it is and as it was, as one brought up as a whole does', () => {
    fc.assert(
      fc.property(words, words, manyProposals, (head, tail, steps) => {
        let text = `${head} yên ${tail}`;
        let weave = weaveOf(one(text));
        for (const [index, { from, length, put, who }] of steps.entries()) {
          const x = Math.min(from, text.length);
          text = (text.slice(0, x) + put + text.slice(x + length)).normalize('NFC');
          const mark = { id: `m${index}`, by: who, at: index * 40_000 };
          const next = updateWeave(weave, one(text), mark);
          expect(currentOf(next)).toEqual(one(text));
          expect(baseOf(next)).toEqual(baseOf(weave));
          const whole = updateWhole(weave, one(text), mark);
          expect(currentOf(next)).toEqual(currentOf(whole));
          expect(baseOf(next)).toEqual(baseOf(whole));
          weave = next;
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a weave', () => {
  it('keeps words, not letters, of a word that was typed over', () => {
    const start = weaveOf(one('một đóng góp'));
    const without = updateWeave(start, one('một  góp'), by('Hà', 'h1'));
    expect(show(updateWeave(without, one('một đồng góp'), by('Hà', 'h2', 1000)))).toBe('một [-đóng-]{+đồng+} góp¶');
    expect(show(updateWeave(without, one('một đóng góp'), by('Hà', 'h2', 1000)))).toBe('một đóng góp¶');
  });

  it('keeps what two authors did to the same words apart', () => {
    const mine = updateWeave(weaveOf(one('một hai')), one('một rưỡi hai'), by('Hà'));
    const theirs = updateWeave(mine, one('một hai'), by('Mai'));
    expect(show(theirs)).toBe('một {-rưỡi -}hai¶');
    expect(show(resolve(theirs, 'refuse', (mark) => mark.by === 'Mai'))).toBe('một {+rưỡi +}hai¶');
    expect(show(resolve(theirs, 'refuse', (mark) => mark.by === 'Hà'))).toBe('một hai¶');
  });

  it('gives a split and a merge their old ids back when they are refused', () => {
    const start = one('một hai');
    const split = updateWeave(
      weaveOf(start),
      [...one('một '), { id: 'b', kind: 'answer', text: asText('hai') }],
      by('Hà'),
    );
    expect(show(split)).toBe('một {+¶+}hai¶');
    expect(currentOf(resolve(split, 'refuse', () => true))).toEqual(start);
    const two = [...one('một '), { id: 'b', kind: 'answer', text: asText('hai') }];
    const merged = updateWeave(weaveOf(two), one('một hai'), by('Hà'));
    expect(show(merged)).toBe('một [-¶-]hai¶');
    expect(currentOf(resolve(merged, 'refuse', () => true))).toEqual(two);
    expect(baseOf(resolve(merged, 'accept', () => true))).toEqual(start);
  });

  it('takes an added word whole whose first or last letters stand beside it too', () => {
    const start = weaveOf(one('Chúng tôi bắt đầu bằng một cuốn sổ.'));
    const split = [...one('Chúng tôi bắt đầu '), { id: 'b', kind: 'answer', text: asText('bằng một cuốn quyển sổ.') }];
    expect(show(updateWeave(start, split, by('Hà')))).toBe('Chúng tôi bắt đầu {+¶+}bằng một cuốn{+ quyển+} sổ.¶');
    const twice = updateWeave(weaveOf(one('một trong hai điều khó')), one('một trăm trong hai điều rất khổ'), by('Hà'));
    expect(show(twice)).toBe('một {+trăm +}trong hai điều [-khó-]{+rất khổ+}¶');
  });

  it('gives one id to a burst of typing and another to each place', () => {
    let weave = weaveOf(one('một hai ba'));
    for (const [index, text] of ['một c hai ba', 'một cộ hai ba', 'một cộng hai ba'].entries())
      weave = updateWeave(weave, one(text), by('Hà', `k${index}`, index * 300));
    expect(new Set(marksIn(weave).map(({ id }) => id))).toEqual(new Set(['k0']));
    const two = updateWeave(weaveOf(one('một hai ba bốn năm sáu bảy')), one('mốt hai ba bốn năm sáu bẩy'), by('Mai'));
    expect(new Set(marksIn(two).map(({ id }) => id)).size).toBe(2);
  });

  it('counts for the eye what a space parts as one change', () => {
    const weave = updateWeave(weaveOf(one('hai ba xã vùng sâu')), one('hai hoặc ba phường xa'), by('Hà'));
    expect(hunksOf(weave).length).toBeLessThanOrEqual(2);
    expect(hunksOf(weaveOf(one('yên')))).toEqual([]);
  });

  it('called twice for one change gives the same', () => {
    const start = weaveOf(one('một hai'));
    const next = one('một rưỡi hai');
    expect(updateWeave(start, next, by('Hà'))).toEqual(updateWeave(start, next, by('Hà')));
    expect(updateWeave(updateWeave(start, next, by('Hà')), next, by('Hà'))).toEqual(updateWeave(start, next, by('Hà')));
  });
});

/** Eight places and six ways to type Telex into them, on the level of the text after each event. */
const PLACES: readonly [string, (text: string) => { readonly from: number; readonly to: number }, readonly string[]][] =
  [
    ['at the end', (text) => ({ from: text.length, to: text.length }), []],
    ['in the middle', () => ({ from: 8, to: 8 }), []],
    ['inside a word', () => ({ from: 6, to: 6 }), []],
    ['over a selection', () => ({ from: 4, to: 12 }), []],
    ['after a deleted word', () => ({ from: 4, to: 4 }), ['Bà đã đồng lòng.']],
    ['a step before the gap', () => ({ from: 3, to: 3 }), ['Bà đã đồng lòng.']],
    ['a step after the gap', () => ({ from: 5, to: 5 }), ['Bà đã đồng lòng.']],
    ['in an empty block', () => ({ from: 0, to: 0 }), ['']],
  ];

describe('Telex in suggest mode leaves base and text right', () => {
  const start = 'Bà con đã đồng lòng.';
  for (const [place, selection, first] of PLACES)
    for (const [way, method] of Object.entries({ ...COMPOSING, ...INJECTING, ...SELECTING }))
      it(`${place}, ${way}`, () => {
        let weave = weaveOf(one(start));
        let text = start;
        let clock = 0;
        const show2 = (next: string) => {
          text = next;
          weave = updateWeave(weave, one(text), by('Hà', `t${clock}`, clock++ * 30));
          expect(currentOf(weave)).toEqual(one(text));
          expect(baseOf(weave)).toEqual(one(start));
        };
        first.forEach(show2);
        const { from, to } = selection(text);
        for (const next of typed(text, from, to, method)) show2(next);
        expect(text.slice(from)).toMatch(/^Đồng nước/);
        expect(currentOf(resolve(weave, 'refuse', () => true))).toEqual(one(start));
        expect(currentOf(resolve(weave, 'accept', () => true))).toEqual(one(text));
      });
});
