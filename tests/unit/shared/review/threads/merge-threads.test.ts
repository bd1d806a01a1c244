import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Thread } from '../../../../../shared/interview/threads';
import { mergeInterviews } from '../../../../../shared/review/merge/merge-interviews';
import { mergeThreads } from '../../../../../shared/review/threads/merge-threads';
import { repairThreads } from '../../../../../shared/review/threads/repair-threads';
import { standingsOf } from '../../../../../shared/review/threads/standing';
import {
  deleteComment,
  editComment,
  openThread,
  reopen,
  reply,
  resolve,
} from '../../../../../shared/review/threads/write-thread';
import { fields, id, interview, p } from '../../../../support/builders';
import { aboutWords, marked, said } from './said';

const base = [aboutWords('t1', 'b1', 'lúa', said('Hoa', 'Số nào?', 1))];
const [first] = base as [Thread];

function answered(thread: Thread, by: string, text: string, at: number): Thread {
  const done = reply(thread, said(by, text, at));
  if (!done.ok) throw new Error(done.failure.kind);
  return done.value;
}

describe('threads of two machines', () => {
  test('both answers stand, in the order of their times', () => {
    const a = [answered(first, 'Nam', 'Của Sở', 5)];
    const b = [answered(first, 'Hoa', 'Gấp nhé', 3), aboutWords('t2', 'b2', 'giá', said('Hoa', 'Cao?', 4))];
    const merged = mergeThreads(base, a, b);
    expect(merged.map((one) => one.comments.map(({ text }) => text))).toEqual([
      ['Số nào?', 'Gấp nhé', 'Của Sở'],
      ['Cao?'],
    ]);
    expect(mergeThreads(base, b, a)).toEqual(merged);
  });

  test('settled on one side and answered on the other is open; settled alone is settled; reopened is open', () => {
    const settled = resolve(first, 'Hoa', 9);
    expect(mergeThreads(base, [settled], [answered(first, 'Nam', 'Chưa', 8)])[0]?.resolved).toBeUndefined();
    expect(mergeThreads(base, [settled], base)[0]?.resolved).toEqual({ by: 'Hoa', at: 9 });
    expect(mergeThreads([settled], [settled], [reopen(settled)])[0]?.resolved).toBeUndefined();
    const later = resolve(first, 'Nam', 12);
    expect(mergeThreads(base, [later], [settled])[0]?.resolved).toEqual({ by: 'Hoa', at: 9 });
  });

  test('what one side took back is gone unless the other touched it', () => {
    expect(mergeThreads(base, [], base)).toEqual([]);
    const b = [answered(first, 'Nam', 'Của Sở', 5)];
    expect(mergeThreads(base, [], b)).toEqual(b);
  });

  test('two wordings of one comment both stay', () => {
    const edit = (text: string, at: number) => {
      const done = editComment(first, 'Hoa-1', { by: 'Hoa', text, at });
      if (!done.ok) throw new Error(done.failure.kind);
      return [done.value];
    };
    const merged = mergeThreads(base, edit('Số của ai?', 5), edit('Số năm nào?', 7))[0]?.comments[0];
    expect(merged).toMatchObject({ text: 'Số năm nào?\n———\nSố của ai?', edited: 7 });
  });

  test('a thread one hung on words stays on them while the other writes beside it', () => {
    const body = (text: Parameters<typeof p>[0]) => interview(id('b1', p(text)));
    const a = { ...body(marked('Năm nay ', ['lúa', 't1'], ' được mùa.')), threads: base };
    const b = body('Năm nay lúa được mùa to. Giá cao.');
    const merged = mergeInterviews(body('Năm nay lúa được mùa.'), a, b);
    expect(merged.conflicts).toEqual([]);
    expect(standingsOf(merged.interview).get('t1')).toMatchObject({ words: 'lúa' });
    expect(merged.interview.threads).toEqual(base);
  });

  test('threads of both on the same words are both on them, also inside a word', () => {
    const body = (text: Parameters<typeof p>[0], ...threads: readonly Thread[]) =>
      interview(id('b1', p(text)), fields({ threads }));
    const a = body(marked('Năm nay l', ['úa', 't1'], ' được mùa.'), first);
    const b = body(marked('Năm ', ['nay lúa', 't2'], ' được mùa.'), aboutWords('t2', 'b1', 'nay lúa'));
    const merged = mergeInterviews(body('Năm nay lúa được mùa.'), a, b);
    expect(merged.conflicts).toEqual([]);
    const standings = standingsOf(merged.interview);
    expect([standings.get('t1'), standings.get('t2')]).toMatchObject([{ words: 'lúa' }, { words: 'nay lúa' }]);
  });
});

describe('threads read from a file', () => {
  test('twins become one talk, and words name only threads that there are', () => {
    const twin = aboutWords('t1', 'b1', 'lúa', said('Nam', 'Của Sở', 2));
    const piece = interview(id('b1', p(marked(['lúa', 't1', 'gone'], ' mùa'))), fields({ threads: [first, twin] }));
    const { interview: repaired, twins } = repairThreads(piece);
    expect(twins).toBe(1);
    expect(repaired.threads?.map((one) => one.comments.length)).toEqual([2]);
    expect(repaired.body[0]).toMatchObject({ text: marked(['lúa', 't1'], ' mùa') });
    expect(repairThreads(repaired)).toEqual({ interview: repaired, twins: 0 });
  });
});

/** Steps that somebody takes on the threads; every id is of the one who acts, as two machines never mint the same. */
type Step = readonly [kind: 'open' | 'reply' | 'edit' | 'delete' | 'settle' | 'reopen', which: number];
const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>('open', 'reply', 'reply', 'edit', 'delete', 'settle', 'reopen'),
    fc.nat({ max: 9 }),
  ),
  { maxLength: 12 },
);

function act(threads: readonly Thread[], by: string, taken: readonly Step[], start: number): readonly Thread[] {
  return taken.reduce<readonly Thread[]>((now, [kind, which], index) => {
    const at = start + index;
    const comment = said(by, `${by} nói ${at}`, at);
    const thread = now[which % Math.max(1, now.length)];
    if (kind === 'open' || !thread) {
      const opened = openThread({ id: `${by}${at}`, anchor: { kind: 'piece' }, quote: '' }, comment);
      return opened.ok ? [...now, opened.value] : now;
    }
    const own = thread.comments.find((one) => one.by === by)?.id ?? '';
    const put = (next: Thread | null) => now.flatMap((one) => (one === thread ? (next ?? []) : one));
    if (kind === 'settle') return put(resolve(thread, by, at));
    if (kind === 'reopen') return put(reopen(thread));
    const changed =
      kind === 'reply'
        ? reply(thread, comment)
        : kind === 'edit'
          ? editComment(thread, own, { by, text: `${by} sửa ${at}`, at })
          : deleteComment(thread, own, by);
    return changed.ok ? put(changed.value) : now;
  }, threads);
}

test('merging never loses what either side has said since, and both machines come to the same', () => {
  fc.assert(
    fc.property(steps, steps, steps, (before, ofA, ofB) => {
      const was = act(act([], 'Hoa', before, 1), 'Nam', before, 100);
      const [a, b] = [act(was, 'Hoa', ofA, 1000), act(was, 'Nam', ofB, 2000)];
      const merged = mergeThreads(was, a, b);
      const texts = new Set(merged.flatMap(({ comments }) => comments.map(({ text }) => text)));
      const old = new Set(was.flatMap(({ comments }) => comments.map(({ text }) => text)));
      for (const side of [a, b])
        for (const { comments } of side)
          for (const { text } of comments) if (!old.has(text)) expect(texts).toContain(text);
      expect(mergeThreads(was, b, a)).toEqual(merged);
      const ids = (threads: readonly Thread[]) => threads.map((one) => one.id).toSorted();
      expect(ids(mergeThreads(was, a, was))).toEqual(ids(a));
    }),
    { numRuns: 500 },
  );
});
