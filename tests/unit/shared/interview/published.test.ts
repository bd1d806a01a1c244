import { describe, expect, test } from 'vitest';
import { publishedOf } from '../../../../shared/interview/published';
import { makeRun } from '../../../../shared/interview/text';
import type { Interview } from '../../../../shared/interview/types';
import { canonicalForm } from '../../../../shared/review/canonical';
import { a, closing, interview, p, q, title } from '../../../support/builders';

const plain = interview(title('Đối thoại với xã'), p('Mười năm sau ngày thành lập.'), q('Vì sao?'), a('Vì dân.'));

/** The same words with everything that a newsroom can say of them. */
function talkedOver(): Interview {
  const mark = { id: 'm1', by: 'Hồng Hà', at: 1_800_000_000_000 };
  const [first, ...rest] = plain.body;
  if (first?.kind !== 'paragraph') throw new Error('the first block is a paragraph');
  return {
    ...plain,
    headline: [makeRun('Đối thoại ', [], undefined, ['t1']), makeRun('với xã')],
    body: [
      {
        ...first,
        text: [makeRun('Mười năm ', [], undefined, ['t2']), makeRun('sau ngày thành lập.')],
        suggestions: { text: [{ text: 'Mười năm sau ngày thành lập.', look: '', ins: mark }] },
        moved: { ...mark, after: null },
      },
      ...rest,
    ],
    suggestions: { tail: [{ end: { id: 'x', kind: 'paragraph', base: 'x' }, del: mark }] },
    threads: [
      {
        id: 't1',
        anchor: { kind: 'words', place: { part: 'headline' } },
        quote: 'Đối thoại',
        comments: [comment('c1')],
      },
    ],
  };
}

function comment(id: string) {
  return { id, by: 'Hồng Hà', at: 1_800_000_000_000, text: 'Đúng chưa?' };
}

describe('what is published', () => {
  test('threads, their places and open proposals are left out, the words stay', () => {
    expect(publishedOf(talkedOver())).toEqual(plain);
  });

  test('what the newsroom says of a piece does not touch its seal', () => {
    expect(canonicalForm(talkedOver())).toBe(canonicalForm(plain));
  });

  test('a word more does', () => {
    expect(canonicalForm({ ...plain, body: [...plain.body, closing('Cảm ơn!')] })).not.toBe(canonicalForm(plain));
  });
});
