import { describe, expect, test } from 'vitest';
import { applyChange, changeSchema, isEmptyChange, mergeChanges } from '../../../../shared/interview/change';
import type { Thread } from '../../../../shared/interview/threads';
import { interview, p } from '../../../support/builders';

const piece = interview(p('Mười năm.'));

function thread(id: string, text = 'Đúng chưa?'): Thread {
  return {
    id,
    anchor: { kind: 'block', block: 'b1' },
    quote: '',
    comments: [{ id: `${id}-1`, by: 'Hồng Hà', at: 5, text }],
  };
}

describe('changes of threads', () => {
  test('a new thread goes behind the others, a changed one stays where it is, null takes one away', () => {
    const two = applyChange(piece, { threads: { t1: thread('t1'), t2: thread('t2') } });
    const answered = applyChange(two, { threads: { t1: thread('t1', 'Đã xem.'), t3: thread('t3') } });
    expect(answered.threads).toEqual([thread('t1', 'Đã xem.'), thread('t2'), thread('t3')]);
    expect(applyChange(answered, { threads: { t2: null } }).threads?.map(({ id }) => id)).toEqual(['t1', 't3']);
  });

  test('two changes in one have the effect of both', () => {
    const first = { threads: { t1: thread('t1'), t2: thread('t2') } };
    const second = { threads: { t1: null } };
    const apart = applyChange(applyChange(piece, first), second);
    expect(applyChange(piece, mergeChanges(first, second))).toEqual(apart);
  });

  test('a change of a thread alone is a change, and passes the border', () => {
    const change = { threads: { t1: thread('t1'), t2: null } };
    expect(isEmptyChange(change)).toBe(false);
    expect(isEmptyChange({ threads: {} })).toBe(true);
    expect(changeSchema.parse(change)).toEqual(change);
  });

  test('a thread in which nobody says anything is refused', () => {
    expect(changeSchema.safeParse({ threads: { t1: { ...thread('t1'), comments: [] } } }).success).toBe(false);
  });
});
