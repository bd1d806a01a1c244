import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataBlocks, XMP_LIMIT } from '../../../../electron/photos/metadata-blocks';
import { readPhotoReport } from '../../../../electron/photos/photo-report';
import { tiffDirectories } from '../../../../electron/photos/tiff-tags';
import { deflateSync } from 'node:zlib';
import { CAPTION, CREDIT, withIptc } from './iptc';
import { freshFolder, packet, picture, withPacket, withSegment } from './pictures';

const folder = freshFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let jpeg: Buffer;
beforeAll(async () => (jpeg = await picture()));

/** IPTC bytes of a caption in a charset that the block does not tell. */
function unmarked(caption: readonly number[]): Uint8Array {
  return withIptc(jpeg, {}, false).byteLength > 0 ? putCaption(Buffer.from(caption)) : jpeg;
}
function putCaption(value: Buffer): Uint8Array {
  const head = Buffer.from([0x1c, 2, CAPTION, 0, value.length]);
  const block = Buffer.concat([head, value, Buffer.alloc((head.length + value.length) % 2)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(head.length + value.length);
  return withSegment(
    jpeg,
    0xed,
    Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), size, block]),
  );
}

describe('charsets', () => {
  it('takes marked UTF-8, and unmarked UTF-8, for what it is', () => {
    for (const marked of [true, false]) {
      const { fields, guesses } = readPhotoReport(withIptc(jpeg, { [CAPTION]: 'Hồ chứa đầu mùa khô' }, marked));
      expect([fields.caption, guesses]).toEqual(['Hồ chứa đầu mùa khô', []]);
    }
  });

  it('shows Windows-1258 as a guess, with what Latin-1 would say', () => {
    // "Đường về làng": Đ=D0, ư=FD, ơ=F5 with grave CC behind, ê=EA grave, a grave.
    const bytes = [0xd0, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x20, 0x76, 0xea, 0xcc, 0x20, 0x6c, 0x61, 0xcc, 0x6e, 0x67];
    const { fields, guesses, remarks } = readPhotoReport(unmarked(bytes));
    expect(fields.caption).toBe('Đường về làng');
    expect(guesses).toMatchObject([
      { field: 'caption', source: 'iptc', charset: 'windows-1258', otherwise: { charset: 'windows-1252' } },
    ]);
    expect(remarks.map(({ rule }) => rule)).toContain('photo-charset-guessed');
  });

  it.each([
    ['còn', 'Latin-1 with a tone behind a consonant'],
    ['São Paulo', 'a letter both charsets have'],
    ['café – naïve', 'Western punctuation'],
  ])('shows “%s” as Latin-1 (%s)', (text) => {
    const bytes = [...text].map((letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));
    const { fields, guesses } = readPhotoReport(unmarked(bytes));
    expect(fields.caption).toBe(text);
    expect(guesses).toMatchObject([{ charset: 'windows-1252', otherwise: { charset: 'windows-1258' } }]);
  });

  it('undoes UTF-8 that was encoded twice, as a guess', () => {
    const garbled = 'Há»“ chá»©a';
    const { fields, guesses } = readPhotoReport(
      withPacket(jpeg, packet(`<photoshop:Headline>${garbled}</photoshop:Headline>`)),
    );
    expect(fields.headline).toBe('Hồ chứa');
    expect(guesses).toMatchObject([{ charset: 'utf-8-twice', otherwise: { text: garbled } }]);
  });

  it('prefers XMP where IPTC is a guess, and the longer of a text that IPTC cut short', () => {
    const guess = withPacket(
      Buffer.from(unmarked([0x63, 0xf2, 0x6e])),
      packet('<dc:description>còn đây</dc:description>'),
    );
    expect(readPhotoReport(guess)).toMatchObject({ fields: { caption: 'còn đây' }, guesses: [] });
    const cut = withPacket(
      Buffer.from(withIptc(jpeg, { [CREDIT]: 'Báo Cao Nguyên của tỉnh' })),
      packet('<photoshop:Credit>Báo Cao Nguyên của tỉnh Đắk Lắk</photoshop:Credit>'),
    );
    expect(readPhotoReport(cut)).toMatchObject({
      fields: { credit: 'Báo Cao Nguyên của tỉnh Đắk Lắk' },
      conflicts: [],
    });
  });

  it('tells when parts of a file say different things', () => {
    const bytes = withPacket(
      Buffer.from(withIptc(jpeg, { [CREDIT]: 'Báo A' })),
      packet('<photoshop:Credit>Báo B</photoshop:Credit>'),
    );
    expect(readPhotoReport(bytes).conflicts).toEqual([{ field: 'credit', used: 'iptc', other: 'xmp', text: 'Báo B' }]);
  });
});

describe('origin', () => {
  it.each([
    ['trainedAlgorithmicMedia', 'generated'],
    ['compositeWithTrainedAlgorithmicMedia', 'in-part'],
    ['digitalCapture', null],
  ])('%s is %s', (term, ai) => {
    const type = `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${term}</Iptc4xmpExt:DigitalSourceType>`;
    expect(readPhotoReport(withPacket(jpeg, packet(type)))).toMatchObject({ ai, fields: { digitalSource: term } });
  });

  it('reads the AI fields of IPTC 2025.1', () => {
    const inner =
      '<Iptc4xmpExt:AISystemUsed>Máy vẽ</Iptc4xmpExt:AISystemUsed><Iptc4xmpExt:AIPromptInformation>một cái hồ</Iptc4xmpExt:AIPromptInformation>';
    expect(readPhotoReport(withPacket(jpeg, packet(inner)))).toMatchObject({
      ai: 'named',
      fields: { aiSystem: 'Máy vẽ', aiPrompt: 'một cái hồ' },
    });
  });

  it('sees content credentials', () => {
    const box = Buffer.from('JP\0\x01\0\0\0\x01\0\0\0\x30jumb\0\0\0\x28jumdc2pa', 'latin1');
    expect(readPhotoReport(withSegment(jpeg, 0xeb, box)).credentials).toBe(true);
    expect(readPhotoReport(jpeg).credentials).toBe(false);
  });
});

describe('hostile data', () => {
  it('ends at directories that point at themselves', () => {
    const exif = Buffer.from('4d4d002a00000008000187690004000000010000000800000008', 'hex');
    const bytes = withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]));
    expect(readPhotoReport(bytes).fields).toEqual({});
    expect(readPhotoReport(exif).fields).toEqual({});
    expect(tiffDirectories(exif)).toHaveLength(1);
  });

  it('does not read 50 MB of XMP, in whatever way it comes', async () => {
    const png = await picture('png');
    const xmp = Buffer.concat([
      Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'),
      deflateSync(Buffer.alloc(50 * 1024 * 1024, 0x20)),
    ]);
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('iTXt'), xmp, Buffer.alloc(4)]);
    chunk.writeUInt32BE(xmp.length);
    const bomb = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
    expect(readPhotoReport(bomb)).toMatchObject({ fields: {}, remarks: [{ rule: 'photo-metadata-oversized' }] });

    const part = Buffer.concat([
      Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1'),
      Buffer.alloc(60_000, 0x20),
    ]);
    let long: Buffer = jpeg;
    for (let count = 0; count * 60_000 < XMP_LIMIT * 2; count++) long = withSegment(long, 0xe1, part);
    expect(metadataBlocks(long).oversized).toBe(true);
  });

  it('refuses entities', () => {
    const bytes = withPacket(
      jpeg,
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${packet('<dc:description>&e;</dc:description>')}`,
    );
    expect(readPhotoReport(bytes)).toMatchObject({ fields: {}, remarks: [{ rule: 'photo-xmp-damaged' }] });
  });

  it('keeps scripts and page code as the letters they are', () => {
    const text = '<script>alert(1)</script> #include "x" $1/0$';
    expect(readPhotoReport(withIptc(jpeg, { [CAPTION]: text })).fields.caption).toBe(text);
  });
});

it('sees what is private', async () => {
  const { default: sharp } = await import('sharp');
  const exif = {
    IFD2: { BodySerialNumber: '123456', CameraOwnerName: 'Vu' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 30/1 0/1' },
  };
  const bytes = await sharp(jpeg).withExif(exif).toBuffer();
  expect(readPhotoReport(bytes).private).toEqual(['gps', 'serial', 'owner']);
});
