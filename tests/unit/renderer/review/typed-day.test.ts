import { describe, expect, it } from 'vitest';
import { readDay, showDay, weekdayOf } from '../../../../renderer/review/rounds/typed-day';

const now = new Date(2026, 10, 26);

describe('a day as it is typed', () => {
  it.each([
    ['4/12', '2026-12-04'],
    ['4-12-26', '2026-12-04'],
    ['04/12/2026', '2026-12-04'],
    ['04.12.2026', '2026-12-04'],
    ['2026-12-04', '2026-12-04'],
    [' ', ''],
  ])('%s is %s', (line, day) => expect(readDay(line, now)).toBe(day));

  it.each(['12/31/2026', '31/2', 'thứ Sáu', '2026-13-01'])('%s is none', (line) =>
    expect(readDay(line, now)).toBeUndefined(),
  );

  it('is shown day before month, with its weekday', () => {
    expect([showDay('2026-12-04'), showDay(''), showDay(undefined)]).toEqual(['04/12/2026', '', '']);
    expect([weekdayOf('2026-12-04', 'vi'), weekdayOf('2026-12-04', 'en')]).toEqual(['Thứ Sáu', 'Friday']);
  });
});
