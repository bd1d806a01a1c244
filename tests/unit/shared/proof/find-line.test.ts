import { expect, test } from 'vitest';
import { lineOfSpot, spotAt } from '../../../../shared/proof/find-line';
import type { ProofLine } from '../../../../shared/proof/proof';

const line = (block: string, from: number, to: number, x: number, y: number, page = 0): ProofLine => ({
  page,
  x,
  y,
  width: 100,
  height: 10,
  place: { block, part: 'text' },
  from,
  to,
});
const LINES = [line('a', 0, 19, 0, 0), line('a', 20, 39, 0, 10), line('b', 0, 12, 110, 0), line('a', 40, 55, 0, 0, 1)];

test('finds the line of the caret, also behind its last word', () => {
  const at = (offset: number) => lineOfSpot(LINES, { place: { block: 'a', part: 'text' }, offset });
  expect(at(0)).toBe(LINES[0]);
  expect(at(19)).toBe(LINES[0]);
  expect(at(20)).toBe(LINES[1]);
  expect(at(39)).toBe(LINES[1]);
  expect(at(400)).toBe(LINES[3]);
  expect(lineOfSpot(LINES, { place: { block: 'none', part: 'text' }, offset: 0 })).toBeNull();
  expect(lineOfSpot(LINES, { place: { block: 'a', part: 'caption' }, offset: 0 })).toBeNull();
});

test('finds the words under a click', () => {
  expect(spotAt(LINES, 0, 50, 15)).toEqual({ place: { block: 'a', part: 'text' }, offset: 30 });
  expect(spotAt(LINES, 0, 0, 5)?.offset).toBe(0);
  expect(spotAt(LINES, 1, 100, 5)?.offset).toBe(55);
});

test('takes the nearest line in the gutter, and none on the empty page', () => {
  expect(spotAt(LINES, 0, 103, 15)?.place.block).toBe('a');
  expect(spotAt(LINES, 0, 108, 4)?.place.block).toBe('b');
  expect(spotAt(LINES, 0, 50, 200)).toBeNull();
  expect(spotAt(LINES, 7, 50, 5)).toBeNull();
});
