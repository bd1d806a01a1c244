import { expect, test } from 'vitest';
import { groupRemarks, withoutChecked } from '../../../../renderer/checks/group-remarks';
import { note, warning } from '../../../../shared/checks/remark';
import { vi } from '../../../../shared/i18n/vi';

const missing = (block: string) => warning('picture-missing', {}, { block, part: 'caption' });

test('what one rule says of many places stands together, where it first spoke', () => {
  const groups = groupRemarks([note('block-empty'), missing('a'), note('block-empty')]);
  expect(groups.map(({ rule, remarks }) => [rule, remarks.length])).toEqual([
    ['block-empty', 2],
    ['picture-missing', 1],
  ]);
});

test('an import does not ask for what the checks ask for at the same place', () => {
  const told = withoutChecked([missing('a'), missing('b'), note('composed')], [missing('a')]);
  expect(told).toEqual([missing('b'), note('composed')]);
});

test('every title of a group is of a rule that has a sentence', () => {
  const titled = Object.keys(vi.checks).flatMap((key) => (key.startsWith('many-') ? [key.slice(5)] : []));
  expect(titled.length).toBeGreaterThan(5);
  expect(titled.filter((rule) => !(rule in vi.remarks))).toEqual([]);
});
