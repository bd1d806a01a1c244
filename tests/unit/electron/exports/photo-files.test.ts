import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withResolution } from '../../../../electron/exports/jpeg-resolution';
import { cell, csv } from '../../../../electron/exports/photo-table';

const square = (space: 'cmyk' | 'b-w') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#555555' } })
    .toColourspace(space)
    .jpeg()
    .toBuffer();

describe('the resolution of a press photo', () => {
  it.each(['cmyk', 'b-w'] as const)(
    'stands in a resource block of a %s file, whose picture stays as it is',
    async (space) => {
      const jpeg = await square(space);
      const made = Buffer.from(withResolution(jpeg, 254));
      expect(made.length).toBe(jpeg.length + 46);
      expect(made.readUInt16BE(2)).toBe(0xffed);
      expect(made.indexOf('8BIM')).toBe(20);
      expect(made.readUInt32BE(32) / 65_536).toBe(254);
      const [before, after] = await Promise.all([jpeg, made].map((bytes) => sharp(bytes).raw().toBuffer()));
      expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
    },
  );

  it('is asked of JPEGs only', () => {
    expect(() => withResolution(new Uint8Array([1, 2, 3]), 254)).toThrow('not a JPEG');
  });
});

describe('a table for a spreadsheet', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+84', `"'+84"`],
    ['-2', `"'-2"`],
    ['@cmd', `"'@cmd"`],
    ['\t=1', `"' =1"`],
    ['  =1', `"'  =1"`],
    ['| calc', `"'| calc"`],
    ['nói "có", rồi thôi', `"nói ""có"", rồi thôi"`],
    ['hai\r\ndòng\u0000', `"hai dòng"`],
    ['', '""'],
  ])('shows %j as text', (text, shown) => {
    expect(cell(text)).toBe(shown);
  });

  it('is UTF-8 with its mark and the line ends of spreadsheets', () => {
    expect(
      csv([
        ['ạ', 'b'],
        ['c', 'd'],
      ]),
    ).toBe('\ufeff"ạ","b"\r\n"c","d"\r\n');
  });
});
