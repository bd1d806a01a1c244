import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fontCoverage } from '../../../../electron/press/font-coverage';
import { findPressResources } from '../../../../electron/press/resources';

/** A font of nothing but a `cmap` with one table of format 12 that holds the code points from `first` to `last`. */
function fontOf(first: number, last: number): Uint8Array {
  const font = new DataView(new ArrayBuffer(12 + 16 + 4 + 8 + 16 + 12));
  const cmap = 28;
  font.setUint16(4, 1);
  font.setUint32(12, 0x636d6170);
  font.setUint32(20, cmap);
  font.setUint16(cmap + 2, 1);
  font.setUint32(cmap + 8, 12);
  font.setUint16(cmap + 12, 12);
  font.setUint32(cmap + 24, 1);
  font.setUint32(cmap + 28, first);
  font.setUint32(cmap + 32, last);
  return new Uint8Array(font.buffer);
}

describe('fontCoverage', () => {
  test('without fonts every visible character is missing, each once', () => {
    expect(fontCoverage([]).missingFrom('ă ă\u2060b')).toEqual(['ă', 'b']);
  });

  test('joins the ranges of several fonts, beyond the first 65,536 characters too', () => {
    const coverage = fontCoverage([fontOf(0x1f600, 0x1f610), fontOf(0x61, 0x63), fontOf(0x62, 0x64)]);
    expect(coverage.missingFrom('abcde\u{1f600}\u{1f610}\u{1f611}')).toEqual(['e', '\u{1f611}']);
  });

  test('the faces of the page draw every Vietnamese letter and the marks of a newspaper', async () => {
    const { fonts } = await findPressResources();
    const bases = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY';
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...bases].flatMap((base) => tones.map((tone) => (base + tone).normalize('NFC'))).join('');
    const bytes = fonts.map((file) => new Uint8Array(readFileSync(file)));
    for (const font of bytes) expect(fontCoverage([font]).missingFrom('Tiếng Việt')).toEqual([]);
    const coverage = fontCoverage(bytes);
    expect(coverage.missingFrom(`${letters}đĐ“”‘’–—…₫%‰²³½°§№€`)).toEqual([]);
  });
});
