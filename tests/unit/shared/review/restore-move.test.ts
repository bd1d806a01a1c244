import { expect, test } from 'vitest';
import { applyChange } from '../../../../shared/interview/change';
import type { Interview } from '../../../../shared/interview/types';
import { restoreMove } from '../../../../shared/review/restore-move';
import { answer, id, interview, p, q } from '../../../support/builders';

const BLOCKS = {
  lead: id('lead', p('Mở đầu.')),
  q1: id('q1', q('Một?')),
  a1: id('a1', answer('Một.')),
  q2: id('q2', q('Hai?')),
  a2: id('a2', answer('Hai.')),
  more: id('more', answer('Thêm.')),
  q3: id('q3', q('Ba?')),
};
const inOrder = (...names: readonly (keyof typeof BLOCKS)[]): Interview =>
  interview(...names.map((name) => BLOCKS[name]));
const THEN = inOrder('lead', 'q1', 'a1', 'q2', 'a2', 'q3');

/** The names after the move back; null when nothing moves. */
function back(now: Interview, moved: string): string | null {
  const change = restoreMove(now, THEN, moved);
  return (
    change &&
    applyChange(now, change)
      .body.map((block) => block.id)
      .join(' ')
  );
}

test('a paragraph goes back behind the one it followed, also to the beginning', () => {
  expect(back(inOrder('lead', 'q1', 'q2', 'a2', 'a1', 'q3'), 'a1')).toBe('lead q1 a1 q2 a2 q3');
  expect(back(inOrder('q1', 'a1', 'lead', 'q2', 'a2', 'q3'), 'lead')).toBe('lead q1 a1 q2 a2 q3');
});

test('a question takes its answers along, new ones too, and divides no other pair', () => {
  expect(back(inOrder('lead', 'q2', 'a2', 'more', 'q1', 'a1', 'q3'), 'q2')).toBe('lead q1 a1 q2 a2 more q3');
  expect(back(inOrder('lead', 'q2', 'a2', 'q1', 'a1', 'more', 'q3'), 'q2')).toBe('lead q1 a1 more q2 a2 q3');
});

test('nothing moves what stands in its place, is new or is gone', () => {
  expect(back(THEN, 'q2')).toBeNull();
  expect(back(inOrder('lead', 'q1', 'more'), 'more')).toBeNull();
  expect(back(inOrder('lead', 'q1'), 'a1')).toBeNull();
});
