import { expect, test } from 'vitest';
import { blocksEdited } from '../../../../shared/review/blocks-edited';
import { answer, id, interview, q } from '../../../support/builders';
import { withProposals, withThreads } from '../../../support/proposals';

const WORDS = 'Thiếu một phần ba nước so với mọi năm, và ai cũng thấy.';
const BEFORE = interview(id('q', q('Ra sao?')), id('a1', answer(WORDS)), id('a2', answer('Còn vườn thì chưa.')));

test('other words and new blocks are edits, comments on the words are none', () => {
  const [asked, , other] = BEFORE.body;
  if (!asked || !other) throw new Error('no blocks');
  const now = { ...BEFORE, body: [asked, id('a1', answer('Thiếu một nửa.')), other, id('new', answer('Còn vườn.'))] };
  expect([...blocksEdited(BEFORE, now)]).toEqual(['a1', 'new']);
  expect([...blocksEdited(BEFORE, withThreads(BEFORE, 2))]).toEqual([]);
});

test('a proposal is an edit by the words that it has put in', () => {
  expect([...blocksEdited(BEFORE, withProposals(BEFORE, 2, ['Hà']))]).toContain('a1');
});
