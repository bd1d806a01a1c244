import { describe, expect, test } from 'vitest';
import {
  COMMENT_LIMIT,
  deleteComment,
  editComment,
  openThread,
  reopen,
  reply,
  resolve,
} from '../../../../../shared/review/threads/write-thread';
import { aboutWords, said } from './said';

const one = aboutWords('t1', 'b1', 'lúa được mùa', said('Hoa', 'Số liệu ở đâu?', 1));

describe('a thread', () => {
  test('begins with one comment, in NFC and without blank ends', () => {
    const begun = openThread(
      { id: 't', anchor: { kind: 'piece' }, quote: '' },
      said('Hoa', '\n Tít dài quá \r\nbớt đi\n'),
    );
    expect(begun.ok && begun.value.comments.map(({ text }) => text)).toEqual(['Tít dài quá \nbớt đi']);
    const decomposed = openThread(
      { id: 't', anchor: { kind: 'piece' }, quote: 'lúa'.normalize('NFD') },
      said('Hoa', 'ế'.normalize('NFD')),
    );
    expect(decomposed.ok && [decomposed.value.quote, decomposed.value.comments[0]?.text]).toEqual(['lúa', 'ế']);
  });

  test('takes no empty comment and none beyond the limit', () => {
    expect(reply(one, said('Nam', ' \n'))).toEqual({ ok: false, failure: { kind: 'comment-empty' } });
    const long = reply(one, said('Nam', 'a'.repeat(COMMENT_LIMIT + 1)));
    expect(long).toEqual({ ok: false, failure: { kind: 'comment-too-long', most: COMMENT_LIMIT } });
  });

  test('that was settled is open again after an answer', () => {
    const settled = resolve(one, 'Nam', 5);
    expect(settled.resolved).toEqual({ by: 'Nam', at: 5 });
    expect(resolve(settled, 'Hoa', 9)).toBe(settled);
    const answered = reply(settled, said('Hoa', 'Chưa', 6));
    expect(answered.ok && [answered.value.resolved, answered.value.comments.length]).toEqual([undefined, 2]);
    expect(reopen(settled)).toEqual(one);
  });

  test('lets only the author change or take back a comment', () => {
    const two = reply(one, said('Nam', 'Sở Nông nghiệp', 2));
    if (!two.ok) throw new Error('not taken');
    const edited = editComment(two.value, 'Nam-2', { by: 'Nam', text: 'Sở NN&PTNT', at: 3 });
    expect(edited.ok && edited.value.comments[1]).toEqual({
      id: 'Nam-2',
      by: 'Nam',
      at: 2,
      text: 'Sở NN&PTNT',
      edited: 3,
    });
    const refused = { ok: false, failure: { kind: 'comment-not-yours', by: 'Nam' } };
    expect(editComment(two.value, 'Nam-2', { by: 'Hoa', text: 'x', at: 3 })).toEqual(refused);
    expect(deleteComment(two.value, 'Nam-2', 'Hoa')).toEqual(refused);
    expect(deleteComment(two.value, 'none', 'Hoa')).toEqual({ ok: false, failure: { kind: 'comment-gone' } });
    expect(deleteComment(two.value, 'Hoa-1', 'Hoa')).toMatchObject({ value: { comments: [{ id: 'Nam-2' }] } });
    expect(deleteComment(one, 'Hoa-1', 'Hoa')).toEqual({ ok: true, value: null });
  });

  test('keeps a comment as it was when the same words are written again', () => {
    expect(editComment(one, 'Hoa-1', { by: 'Hoa', text: ' Số liệu ở đâu? ', at: 3 })).toEqual({ ok: true, value: one });
  });
});
