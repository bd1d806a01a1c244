import { describe, expect, test } from 'vitest';
import {
  matchNames,
  mentionAt,
  mentions,
  mentionsIn,
  namesToMention,
} from '../../../../../shared/review/threads/mentions';
import { byline, fields, interview, person } from '../../../../support/builders';
import { aboutWords, said } from './said';

const NAMES = ['Lê An', 'Lê An Bình', 'Y Đăng Niê'];

describe('mentions', () => {
  test('are "@" and a known name; the longer of two that begin alike', () => {
    const text = 'Nhờ @Lê An Bình và @Lê An xem, @Ai Đó thì không.';
    expect(mentionsIn(text, NAMES).map(({ name }) => name)).toEqual(['Lê An Bình', 'Lê An']);
    expect(mentionsIn(text, NAMES)[0]).toEqual({ from: 4, to: 15, name: 'Lê An Bình' });
    expect(mentions('@Lê An Bình ơi', 'Lê An', NAMES)).toBe(false);
    expect(mentions('@Lê An, xem', 'Lê An', NAMES)).toBe(true);
  });

  test('are no mail addresses and no beginnings of other words', () => {
    expect(mentionsIn('toasoan@Lê An', NAMES)).toEqual([]);
    expect(mentionsIn('@Lê Anh', NAMES)).toEqual([]);
  });

  test('are being typed from "@" to the caret', () => {
    expect(mentionAt('Nhờ @y đ', 8)).toEqual({ from: 4, typed: 'y đ' });
    expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' });
    for (const [text, caret] of [
      ['a@b', 3],
      ['@ y', 3],
      ['@Y, nhờ', 7],
      ['không', 5],
      ['', 0],
    ] as const)
      expect(mentionAt(text, caret), text).toBeNull();
  });

  test('are completed without accents, those that begin so first', () => {
    expect(matchNames(NAMES, 'le')).toEqual(['Lê An', 'Lê An Bình']);
    expect(matchNames(NAMES, 'dang')).toEqual(['Y Đăng Niê']);
    expect(matchNames(['Trần Lê', 'Lê Hoa'], 'lê')).toEqual(['Lê Hoa', 'Trần Lê']);
    expect(matchNames(NAMES, '')).toHaveLength(3);
    expect(matchNames(NAMES, 'ê')).toEqual([]);
  });

  test('reach colleagues, writers, those who sign; not the one who is interviewed', () => {
    const piece = interview(
      byline('Nguyễn Xuân'),
      person({ id: 'p1', name: 'Ama Hlan', part: 'interviewee' }),
      person({ id: 'p2', name: 'Y Đăng Niê', part: 'photographer' }),
      fields({ threads: [aboutWords('t', 'b', 'x', said('Hoa', 'a'), said('Nguyễn Xuân', 'b', 2))] }),
    );
    expect(namesToMention(piece, ['Hoa', ' '])).toEqual(['Hoa', 'Nguyễn Xuân', 'Y Đăng Niê']);
  });
});
