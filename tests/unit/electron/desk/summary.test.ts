import { expect, test } from 'vitest';
import { summarise } from '../../../../electron/desk/summary';
import { emptyInterview } from '../../../../shared/interview/build';
import type { Block } from '../../../../shared/interview/types';
import { ok } from '../../../../shared/result';

test('a box or an empty photo beside a question is no answer and no picture', () => {
  const body: readonly Block[] = [
    { kind: 'question', id: 'q', text: [{ text: 'Vì sao?' }] },
    { kind: 'box', id: 'b', heading: [{ text: 'Con số' }], paragraphs: [[{ text: '17 hộ' }]] },
    { kind: 'photo', id: 'p', span: 2, caption: [], credit: [], alt: '' },
  ];
  expect(summarise('a', 1, ok({ ...emptyInterview(), body }))).toMatchObject({ pairs: 1, answered: 0, photos: 0 });
  const answered: readonly Block[] = [...body, { kind: 'answer', id: 'a', text: [{ text: 'Vì thế.' }] }];
  expect(summarise('a', 1, ok({ ...emptyInterview(), body: answered }))).toMatchObject({ answered: 1 });
});
