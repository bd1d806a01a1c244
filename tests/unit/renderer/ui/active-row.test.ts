import { expect, it } from 'vitest';
import { rowAfterKey } from '../../../../renderer/ui/active-row';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', 2, 1],
  ['Home', 1, 0],
  ['End', 0, 2],
])('%s in a list of three leads from row %i to row %i', (key, from, to) => {
  expect(rowAfterKey(key, from, 3)).toBe(to);
});

it('other keys, and a list without rows, lead nowhere', () => {
  expect(rowAfterKey('a', 0, 3)).toBeNull();
  expect(rowAfterKey('ArrowLeft', 0, 3)).toBeNull();
  expect(rowAfterKey('ArrowDown', 0, 0)).toBeNull();
});
