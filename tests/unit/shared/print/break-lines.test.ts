import { describe, expect, test } from 'vitest';
import { balancedLines, justifiedLines, raggedLines } from '../../../../shared/print/break-lines';
import type { Box, BrokenLine } from '../../../../shared/print/break-lines';

const words = (...widths: readonly number[]): readonly Box[] =>
  widths.map((width) => ({ width, space: 2, bound: false }));
const counts = (lines: readonly BrokenLine[]) => lines.map(({ from, to }) => to - from + 1);

describe('justified lines', () => {
  test('all of them together are even, not each as full as it gets', () => {
    const boxes = words(10, 10, 10, 24, 24, 10, 10, 10);
    // As full as it gets leaves one word alone on a line that gapes.
    expect(counts(raggedLines(boxes, 38))).toEqual([3, 1, 2, 2]);
    expect(counts(justifiedLines(boxes, () => 38))).toEqual([2, 2, 2, 2]);
  });

  test('the first line may be narrower', () => {
    expect(counts(justifiedLines(words(8, 8, 8, 8, 8), (line) => (line === 0 ? 18 : 28), 1))).toEqual([2, 3]);
  });

  test('no line ends behind a bound word', () => {
    const boxes = words(8, 8, 8, 8).map((box, at) => ({ ...box, bound: at === 1 }));
    expect(counts(justifiedLines(boxes, () => 18))).toEqual([1, 2, 1]);
  });

  test('a box wider than the line stands alone', () => {
    expect(counts(justifiedLines(words(5, 50, 5), () => 20))).toEqual([1, 1, 1]);
  });

  test('nothing gives no line', () => {
    expect(justifiedLines([], () => 20)).toEqual([]);
  });
});

describe('ragged lines', () => {
  test('each is as full as it gets', () => {
    expect(counts(raggedLines(words(8, 8, 8, 8), 28))).toEqual([3, 1]);
  });

  test('balanced ones need no more lines and leave no word alone', () => {
    expect(counts(balancedLines(words(8, 8, 8, 8), 28))).toEqual([2, 2]);
  });

  test('words bound together that no line holds are parted all the same', () => {
    const boxes = words(8, 8, 8, 8).map((box) => ({ ...box, bound: true }));
    expect(raggedLines(boxes, 18).flatMap(({ from, to }) => [from, to])).toEqual([0, 1, 2, 3]);
  });
});
