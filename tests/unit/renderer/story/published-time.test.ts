import { describe, expect, test } from 'vitest';
import { readPublished, showPublished } from '../../../../renderer/story/published-time';

const now = new Date(2018, 5, 1);
const SAIGON = '2000-01-01T00:00+07:00';

describe('the time a piece goes out', () => {
  test('is shown as newsrooms write it', () => {
    expect(showPublished('2018-02-02T09:14+07:00')).toBe('09:14, 02/02/2018');
    expect(showPublished(undefined)).toBe('');
  });

  test.each([
    '09:14, 02/02/2018',
    '9:14 2/2/2018',
    '9h14, 2/2/2018',
    '9g14 2-2-2018',
    '9 giờ 14 ngày 2/2/2018',
    '02/02/2018 09:14',
    '2.2.2018 9h14',
    '09:14, 02/02/18',
    '9h14 2/2',
    '2018-02-02 09:14',
    '2018-02-02T09:14+07:00',
    'Thứ Sáu, 2/2/2018 9:14',
  ])('is read from “%s”', (line) => {
    expect(readPublished(line, SAIGON, now)).toBe('2018-02-02T09:14+07:00');
  });

  test('may be a bare hour or a day alone', () => {
    expect(readPublished('9h 2/2/2018', SAIGON, now)).toBe('2018-02-02T09:00+07:00');
    expect(readPublished('2/2/2018', SAIGON, now)).toBe('2018-02-02T00:00+07:00');
  });

  test.each(['mai', '30/02/2018', '25:00, 02/02/2018', '14', '9:14', '2018'])('is not guessed from “%s”', (line) => {
    expect(readPublished(line, SAIGON, now)).toBeUndefined();
  });

  test('can be taken away', () => {
    expect(readPublished('  ', SAIGON, now)).toBeNull();
  });

  test('without an earlier offset it is the clock of this machine', () => {
    const read = readPublished('09:14, 02/02/2018', undefined, now);
    expect(new Date(read ?? '').getTime()).toBe(new Date(2018, 1, 2, 9, 14).getTime());
  });
});
