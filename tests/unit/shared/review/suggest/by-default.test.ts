import { expect, test } from 'vitest';
import { suggestsByDefault } from '../../../../../shared/review/suggest/by-default';
import { ROLES, STATES } from '../../../../../shared/review/workflow';

test('only an editor proposes by default, and only while the piece is in review', () => {
  const on = ROLES.flatMap((role) =>
    STATES.flatMap((state) => (suggestsByDefault(state, role) ? [[role, state]] : [])),
  );
  expect(on).toEqual([['editor', 'in-review']]);
});
