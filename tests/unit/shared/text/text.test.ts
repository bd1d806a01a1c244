import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLongDate, formatTimeLine, parseStamp, toIso } from '../../../../shared/text/dates';
import { decodeText } from '../../../../shared/text/decode';
import { fold, holdsTyped, sameWords } from '../../../../shared/text/fold';
import { slugOf } from '../../../../shared/text/slug';
import { cleanSpaces } from '../../../../shared/text/spaces';

describe('cleanSpaces', () => {
  it('counts what it cleans', () => {
    expect(cleanSpaces('\u00a0cấp”,\u00a0 Ban\u200b Tổ  chức. ')).toEqual({
      text: 'cấp”, Ban Tổ chức.',
      counts: { noBreak: 2, zeroWidth: 1, double: 2, ends: 1 },
    });
  });

  it('leaves a clean line alone, emoji joiners included', () => {
    expect(cleanSpaces('Nhà nông 👩‍🌾 giỏi')).toEqual({
      text: 'Nhà nông 👩‍🌾 giỏi',
      counts: { noBreak: 0, zeroWidth: 0, double: 0, ends: 0 },
    });
  });
});

describe('fold', () => {
  it('takes Vietnamese to bare letters', () => {
    expect(fold('Đồng chí Nguyễn Thị Ước, Đắk Lắk')).toBe('dong chi nguyen thi uoc, dak lak');
    expect(fold('ĐẮK Lắk', { accents: true })).toBe('đắk lắk');
    expect(fold('ĐẮK Lắk', { matchCase: true })).toBe('DAK Lak');
  });

  it('keeps every place where it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(fold(given)).toHaveLength(given.length);
      }),
    );
    expect(fold('İ ﬁ ß 👩‍🌾')).toHaveLength('İ ﬁ ß 👩‍🌾'.length);
  });

  it('finds what is typed without accents, in either form, with spaces round it', () => {
    expect(holdsTyped('Lên trang web', 'len TRANG')).toBe(true);
    expect(holdsTyped('Đắk Lắk'.normalize('NFD'), ' đắk')).toBe(true);
    expect(holdsTyped('Lên trang web', '')).toBe(true);
    expect(holdsTyped('Lên trang web', 'trang in')).toBe(false);
  });

  it('finds a no-break space by a space', () => expect(fold('số\u00a004')).toBe('so 04'));

  it('tells whether two texts say the same', () => {
    expect(sameWords('Ông Y Blăm Niê.', 'ông  y blam nie')).toBe(true);
    expect(sameWords('Ông Y Blăm', 'Ông Y Blăm Niê')).toBe(false);
    expect(sameWords('đồng chí'.normalize('NFD'), 'Đồng chí')).toBe(true);
  });
});

describe('slugOf', () => {
  it.each([
    ['Nâng cao năng lực, sức chiến đấu', 'nang-cao-nang-luc-suc-chien-dau'],
    ['Đắk Lắk'.normalize('NFD'), 'dak-lak'],
    ['CON', 'con-1'],
    ['../../etc/passwd', 'etc-passwd'],
    ['-- “?!” ...', 'phong-van'],
    ['Bà Tư’s 100% .', 'ba-tus-100'],
    ['面试', 'phong-van'],
  ])('%s', (headline, slug) => expect(slugOf(headline)).toBe(slug));

  it('stays a short, safe name for every headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (headline) => {
        expect(slugOf(headline)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
    expect(slugOf('nghiêng '.repeat(40))).toBe(Array(10).fill('nghieng').join('-'));
    expect(slugOf('a'.repeat(300))).toHaveLength(80);
  });
});

describe('dates', () => {
  it.each([
    ['09:14, 02/02/2018', '2018-02-02T09:14+07:00'],
    ['Thứ Sáu, 2/2/2018 | 9:14 (GMT+7)', '2018-02-02T09:14+07:00'],
    ['Thứ sáu, ngày 02-02-2018 - 09:14', '2018-02-02T09:14+07:00'],
    ['02-02-2018 09h14', '2018-02-02T09:14+07:00'],
    ['Cập nhật lúc 21:05, ngày 31/12/2025', '2025-12-31T21:05+07:00'],
    ['2/2/2018 3:07 PM', '2018-02-02T15:07+07:00'],
    ['Friday, February 2, 2018, 9:14 AM', '2018-02-02T09:14+07:00'],
    ['2 February 2018 09:14', '2018-02-02T09:14+07:00'],
    ['Thứ Sáu, 02/02/2018', '2018-02-02T00:00+07:00'],
  ])('reads %s', (line, iso) => {
    const time = parseStamp(line);
    expect(time && toIso(time)).toBe(iso);
    const decomposed = parseStamp(line.normalize('NFD'));
    expect(decomposed && toIso(decomposed)).toBe(iso);
  });

  it.each([
    '31/02/2018 09:14',
    '02/13/2018 09:14',
    '25:00, 02/02/2018',
    '(3-2-1930 - 3-2-2018)',
    'Lúc 09:14, 02/02/2018 trời mưa',
    'Ngày 02/02/2018, tỉnh họp',
  ])('does not read %s', (line) => {
    expect(parseStamp(line)).toBeNull();
  });

  it('prints the time line and the folio', () => {
    const at = '2018-02-02T09:14+07:00';
    expect(formatTimeLine(at, 'vi')).toBe('09:14, 02/02/2018');
    expect(formatLongDate(at, 'vi')).toBe('Thứ Sáu, ngày 2-2-2018');
    expect(formatTimeLine(at, 'en')).toBe('2 February 2018, 09:14');
    expect(formatLongDate('2026-11-22T00:30:00Z', 'en-GB')).toBe('Sunday, 22 November 2026');
    expect(formatLongDate('soon', 'vi')).toBe('');
  });
});

describe('decodeText', () => {
  const decode = (bytes: Uint8Array) => decodeText(bytes, (label) => new TextDecoder(label, { fatal: true }));
  const bytes = (...parts: (number[] | string)[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

  it('reads UTF-8 with and without a mark, and UTF-16 with one', () => {
    expect(decode(bytes('Đắk'))).toEqual({ ok: true, value: 'Đắk' });
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'Đắk'))).toEqual({ ok: true, value: 'Đắk' });
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x10, 0x01, 0x61, 0x00]))).toEqual({ ok: true, value: 'Đa' });
    expect(decode(Uint8Array.from([0xfe, 0xff, 0x01, 0x10, 0x00, 0x61]))).toEqual({ ok: true, value: 'Đa' });
  });

  it('refuses binary files and other encodings', () => {
    expect(decode(bytes('PK', [3, 4, 0, 0]))).toEqual({ ok: false, failure: { kind: 'not-ours' } });
    expect(decode(bytes('Ca', [0xe9]))).toEqual({ ok: false, failure: { kind: 'damaged', detail: 'UTF-8' } });
  });
});
