import { describe, expect, test } from 'vitest';
import { FLOW } from '../../../../shared/print/flow';
import type { FixedPiece, FlowPiece, FlowRole, Piece } from '../../../../shared/print/flow';
import { quoteMoves } from '../../../../shared/print/move-quote';
import { pour, spread, unitsOf } from '../../../../shared/print/pour';
import type { Slot } from '../../../../shared/print/pour';

/** A text of so many lines; what the lines say does not matter here. */
function lines(role: FlowRole, count: number, more: Partial<FlowPiece> = {}): FlowPiece {
  const line = { tokens: [], indent: 0, justified: true, natural: 0 };
  return {
    kind: 'flow',
    role,
    style: FLOW[role],
    source: { block: role, part: 'text' },
    whole: false,
    lines: Array.from({ length: count }, () => line),
    ...more,
  };
}

const picture = (rows: number): FixedPiece => ({
  kind: 'fixed',
  what: 'picture',
  rows,
  above: 1,
  below: 1,
  keepNext: false,
  items: [],
});

const columns = (...rows: readonly number[]): readonly Slot[] =>
  rows.map((high, column) => ({ column, row: 0, rows: high }));

/** How many units each column took. */
function taken(pieces: readonly Piece[], ...rows: readonly number[]): readonly number[] {
  return pour(unitsOf(pieces), 0, columns(...rows)).slots.map(({ placed }) => placed.length);
}

test('air is given over questions and subheads, never between the two', () => {
  const subhead: FixedPiece = { ...picture(2), what: 'subhead', below: 0, keepNext: true };
  const story = [lines('answer', 3), subhead, lines('question', 1), lines('answer', 2), lines('question', 1)];
  const firsts = unitsOf(story).filter(({ line }) => line === 0);
  expect(firsts.map(({ gives }) => gives)).toEqual(['none', 'air', 'none', 'none', 'air']);
});

test('a pull quote moves as far as it is told, nearest places first, and says how far', () => {
  const quote: FixedPiece = { ...picture(6), what: 'pullQuote' };
  const story = [lines('answer', 30), quote, lines('answer', 30)];
  const far = (farthest?: number) => quoteMoves(unitsOf(story), story, farthest).map((move) => move.far);
  expect(far()).toEqual([...far()].sort((one, other) => one - other));
  expect(Math.max(...far())).toBe(14);
  expect(Math.max(...far(24))).toBe(24);
});

describe('pour', () => {
  test('a paragraph is parted where the column ends', () => {
    expect(taken([lines('answer', 9)], 5, 5)).toEqual([5, 4]);
  });

  test('no last line of a paragraph opens a column', () => {
    expect(taken([lines('answer', 6)], 5, 5)).toEqual([4, 2]);
  });

  test('no first line of a paragraph stays alone at the foot', () => {
    expect(taken([lines('answer', 4), lines('answer', 6)], 5, 9)).toEqual([4, 6]);
  });

  test('a paragraph of three lines is not parted', () => {
    expect(taken([lines('answer', 3), lines('answer', 3)], 5, 5)).toEqual([3, 3]);
  });

  test('a question goes with the first two lines of its answer', () => {
    const story = [lines('answer', 4), lines('question', 2), lines('answer', 5)];
    // Four lines, a row of air, two of the question: the two lines of the answer would need row nine.
    expect(taken(story, 8, 9)).toEqual([4, 7]);
    expect(taken(story, 9, 9)).toEqual([8, 3]);
  });

  test('a question whose answer opens with one line keeps the next line too', () => {
    const story = [lines('answer', 4), lines('question', 1), lines('answer', 1), lines('answer', 5)];
    expect(taken(story, 7, 9)).toEqual([4, 7]);
    expect(taken(story, 8, 9)).toEqual([4, 7]);
    expect(taken(story, 9, 9)).toEqual([8, 3]);
  });

  test('thanks and byline are never alone', () => {
    expect(taken([lines('answer', 6), lines('closing', 1), lines('byline', 1)], 6, 6)).toEqual([4, 4]);
  });

  test('the air over a question is none at the head of a column', () => {
    const { slots } = pour(unitsOf([lines('answer', 4), lines('question', 1), lines('answer', 2)]), 0, columns(4, 4));
    expect(slots[1]?.placed.map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(taken([lines('answer', 4), lines('question', 1), lines('answer', 2)], 4, 3)).toEqual([4, 3]);
  });

  test('a subhead and the heading of a box stay with what they head', () => {
    const subhead: FixedPiece = { ...picture(2), what: 'subhead', below: 0, keepNext: true };
    expect(taken([lines('answer', 4), subhead, lines('answer', 4)], 8, 9)).toEqual([4, 5]);
    expect(taken([lines('answer', 4), lines('boxHeading', 1), lines('box', 4)], 5, 9)).toEqual([4, 5]);
  });

  test('a picture keeps a row of air on either side and is not parted', () => {
    const { slots } = pour(unitsOf([lines('answer', 2), picture(4), lines('answer', 4)]), 0, columns(9, 9));
    expect(slots[0]?.placed).toEqual([
      { unit: 0, row: 0 },
      { unit: 1, row: 1 },
      { unit: 2, row: 3 },
    ]);
    expect(slots[0]?.free).toBe(2);
    expect(slots[1]?.placed.length).toBe(4);
  });

  test('a question longer than any column is parted only where a column is as deep as it gets', () => {
    const units = unitsOf([lines('question', 12), lines('answer', 4)]);
    expect(pour(units, 0, columns(5, 5)).next).toBe(0);
    const forced = pour(units, 0, columns(5, 5, 9), 5);
    expect(forced.next).toBe(16);
    expect(forced.forced).toBe(2);
  });

  test('the lines beside an initial stay together', () => {
    const story = [lines('paragraph', 8, { initial: { letter: 'N', rows: 3, size: 40 } })];
    expect(pour(unitsOf(story), 0, columns(2, 9)).slots.map(({ placed }) => placed.length)).toEqual([0, 8]);
  });

  test('free rows go over the questions of a short column, from its foot up', () => {
    const units = unitsOf([
      lines('answer', 2),
      lines('question', 1),
      lines('answer', 2),
      lines('question', 1),
      lines('answer', 2),
    ]);
    const [filled] = pour(units, 0, columns(11)).slots;
    expect(filled?.free).toBe(1);
    const full = filled && spread(units, filled);
    expect(full?.free).toBe(0);
    expect(full?.placed.map(({ row }) => row)).toEqual([0, 1, 3, 4, 5, 8, 9, 10]);
  });
});
