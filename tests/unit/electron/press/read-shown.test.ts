import { expect, test } from 'vitest';
import { readShown } from '../../../../electron/press/page-svg/read-shown';

function read(operand: string): readonly (number | string)[] {
  const shown: (number | string)[] = [];
  readShown(
    operand,
    (glyph) => shown.push(glyph),
    (kern) => shown.push(`k${kern}`),
  );
  return shown;
}

test('reads glyphs of two bytes, written as octal, as escapes or as they are', () => {
  expect(read('(\\000\\001\\001\\021)')).toEqual([1, 0x111]);
  expect(read('(\\000\\b\\000\\n\\000\\()')).toEqual([8, 10, 0x28]);
  expect(read('(\\000A\\0009)')).toEqual([0x41, 0x39]);
  expect(read('(\\0001\\377\\376)')).toEqual([0x31, 0xfffe]);
});

test('reads brackets that stand in pairs inside a string', () => {
  expect(read('(\\000(\\000))')).toEqual([0x28, 0x29]);
});

test('reads the steps between glyphs, and hexadecimal strings', () => {
  expect(read('[(\\000\\001) -15.5 (\\000\\002) 4 <00FF01>]')).toEqual([1, 'k-15.5', 2, 'k4', 0xff]);
});
