import { describe, expect, test } from 'vitest';
import { toText } from '../../../../shared/interview/text';
import { setLines } from '../../../../shared/print/set-lines';
import { tokensOf } from '../../../../shared/print/tokens';
import { EVEN } from './even-widths';

const type = { face: 'text', size: 10, weight: 400 } as const;

/** Two words of four letters: 42.5 points with an ordinary space. */
const set = (width: number) => setLines(tokensOf(toText('chữc chữc')), { type, width, shape: 'justified' }, EVEN);

describe('the last line of a justified text', () => {
  test('is filled when it is wider than its measure: only so its spaces give way', () => {
    expect(set(42).map(({ natural, justified }) => [natural, justified])).toEqual([[42.5, true]]);
  });

  test('is filled when a hair would part it', () => {
    expect(set(42.6).map(({ justified }) => justified)).toEqual([true]);
  });

  test('stays as wide as its words otherwise', () => {
    expect(set(43.5).map(({ justified }) => justified)).toEqual([false]);
  });
});
