import { describe, expect, test } from 'vitest';
import type { Weave } from '../../../../../shared/interview/suggestions';
import type { Interview } from '../../../../../shared/interview/types';
import { openThreadsByBlock } from '../../../../../shared/review/threads/count-threads';
import { filterThreads, writersOf } from '../../../../../shared/review/threads/filter-threads';
import { threadsInOrder } from '../../../../../shared/review/threads/order-threads';
import { standingsOf } from '../../../../../shared/review/threads/standing';
import { answer, byline, fields, id, interview, list, p, photo, q, title } from '../../../../support/builders';
import { aboutWords, marked, said, thread } from './said';

const LAST = { block: 'gone', part: 'text' };
const THREADS = [
  thread('piece', { kind: 'piece' }, ''),
  thread('byline', { kind: 'field', field: 'byline' }, 'NX'),
  aboutWords('late', 'b2', 'được mùa', said('Hoa', 'a', 1), said('Nam', '@Hoa xem', 2)),
  aboutWords('early', 'b2', 'Năm nay'),
  thread('caption', { kind: 'block', block: 'photo', part: 'caption' }, 'Ảnh'),
  thread('photo', { kind: 'block', block: 'photo' }, 'Ảnh'),
  aboutWords('lost', 'gone', 'chữ đã xóa'),
  thread('lost photo', { kind: 'block', block: 'gone' }, 'Ảnh cũ'),
  thread('standfirst', { kind: 'field', field: 'standfirst' }, 'Sapo đã bỏ'),
  { ...aboutWords('over two', 'b2', 'mùa\nVề giá'), resolved: { by: 'Hoa', at: 3 } },
  aboutWords('item', 'items', 'Mục hai'),
];

const PIECE = interview(
  title('Được mùa'),
  id('q', q('Ra sao?')),
  id('b2', p(marked(['Năm nay', 'early'], ' lúa ', ['được ', 'late'], ['mùa', 'late', 'over two'], '.'))),
  id('b3', p(marked(['Về giá', 'over two'], ' thì không.'))),
  id('photo', photo({ photoId: 'x', caption: 'Ảnh' })),
  id('items', list('Mục một', marked(['Mục hai', 'item']))),
  byline('NX'),
  fields({ threads: THREADS }),
);

describe('a thread whose words a proposal takes out', () => {
  const weave = (kept: string, struck: string): Weave => [
    { text: kept, look: '' },
    { text: struck, look: '', del: { id: 's1', by: 'Hà', at: 1 } },
    { end: { id: 'b1', kind: 'answer', base: 'b1' } },
  ];
  const piece = (struck: string): Interview =>
    interview(
      { ...id('b1', answer('Năm nay lúa ')), suggestions: { text: weave('Năm nay lúa ', struck) } },
      fields({ threads: [aboutWords('t', 'b1', 'được mùa'), aboutWords('other', 'b1', 'mất mùa')] }),
    );

  test('stands there until somebody has decided, and is no lost one', () => {
    const found = piece('được mùa.');
    expect(standingsOf(found).get('t')).toEqual({ kind: 'struck', place: { block: 'b1', part: 'text' } });
    expect(standingsOf(found).get('other')).toMatchObject({ kind: 'detached' });
    expect([...openThreadsByBlock(found)]).toEqual([['b1', ['t']]]);
    const listed = threadsInOrder(found);
    expect(listed.map(({ thread: { id: name } }) => name)).toEqual(['t', 'other']);
    expect(filterThreads(listed, { filter: 'detached', me: 'Hoa' })).toHaveLength(1);
  });

  test('other struck words are not its own', () => {
    expect(standingsOf(piece('thất thu.')).get('t')).toMatchObject({ kind: 'detached' });
  });
});

describe('where a thread stands', () => {
  const standings = standingsOf(PIECE);

  test('by its words, over several runs and texts', () => {
    expect(standings.get('late')).toEqual({
      kind: 'words',
      spots: [{ place: { block: 'b2', part: 'text' }, from: 12, to: 20 }],
      words: 'được mùa',
    });
    expect(standings.get('over two')).toMatchObject({
      words: 'mùa\nVề giá',
      spots: [{ from: 17 }, { from: 0, to: 6 }],
    });
    expect(standings.get('item')).toMatchObject({ spots: [{ place: { block: 'items', part: 'items', index: 1 } }] });
  });

  test('detached when its words, block or field are gone, with its last place', () => {
    expect(standings.get('lost')).toEqual({ kind: 'detached', last: LAST });
    expect(standings.get('lost photo')).toEqual({ kind: 'detached', last: LAST });
    expect(standings.get('standfirst')).toEqual({ kind: 'detached', last: { part: 'standfirst' } });
  });

  test('in the order of the text, detached ones behind', () => {
    expect(threadsInOrder(PIECE).map((one) => one.thread.id)).toEqual([
      'piece',
      'early',
      'late',
      'over two',
      'photo',
      'caption',
      'item',
      'byline',
      'lost',
      'lost photo',
      'standfirst',
    ]);
  });

  test('counted by block while open', () => {
    expect(Object.fromEntries(openThreadsByBlock(PIECE))).toEqual({
      b2: ['late', 'early'],
      photo: ['caption', 'photo'],
      items: ['item'],
    });
  });
});

describe('filters', () => {
  const ids = (given: Omit<Parameters<typeof filterThreads>[1], 'me'>, me = 'Hoa') =>
    filterThreads(threadsInOrder(PIECE), { me, ...given }).map((one) => one.thread.id);

  test('open, settled, detached, mine, mentioned, by person', () => {
    expect(ids({ filter: 'open' })).toHaveLength(THREADS.length - 1);
    expect(ids({ filter: 'resolved' })).toEqual(['over two']);
    expect(ids({ filter: 'detached' })).toEqual(['lost', 'lost photo', 'standfirst']);
    expect(ids({ filter: 'mine' }, 'Nam')).toEqual(['late']);
    expect(ids({ filter: 'mentioned', names: ['Hoa', 'Nam'] })).toEqual(['late']);
    expect(ids({ filter: 'mentioned' }, 'Nam')).toEqual([]);
    expect(ids({ filter: 'all', person: 'Nam' })).toEqual(['late']);
    expect(writersOf(THREADS)).toEqual(['Hoa', 'Nam']);
  });
});
