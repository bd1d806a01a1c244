import { describe, expect, it, test } from 'vitest';
import { shownPictures } from '../../../../shared/interview/shown-pictures';
import type { ShownPicture } from '../../../../shared/interview/shown-pictures';
import { codesOfPeople } from '../../../../shared/photos/code-list';
import { deskVariables, fillFrom, fieldText, writeField } from '../../../../shared/photos/desk-fields';
import { onlyPictures, pictureAt } from '../../../../shared/photos/desk-photos';
import { expandTyped } from '../../../../shared/photos/expand-typed';
import { placeLine } from '../../../../shared/photos/fields';
import { placeFields } from '../../../../shared/photos/place-fields';
import { readTakenDay, showTakenDay } from '../../../../shared/photos/taken-day';
import { textStates, writtenTexts } from '../../../../shared/photos/texts-state';
import { fieldsToWrite, shownPhotos, withMetadata } from '../../../../shared/photos/write-back';
import { bold, gallery, id, interview, p, person, photo, photoFile, picture, text } from '../../../support/builders';

const people = interview(
  person({ id: 'h', name: 'Lê Ngọc Hảo', part: 'interviewee', role: 'Giám đốc', office: 'Hợp tác xã Ea Sương' }),
).people;
const codes = codesOfPeople(people);

describe('a code closed by its second backslash', () => {
  const typed = (words: string) => expandTyped(words, words.length, codes, { place: 'Ea Tul' });
  it('becomes the name, with the caret behind it', () => {
    expect(typed('Bà \\lnh\\')).toEqual({ text: 'Bà Lê Ngọc Hảo', caret: 14, remarks: [] });
    expect(typed('\\lnh#2\\')?.text).toBe('Giám đốc Hợp tác xã Ea Sương');
    expect(typed('tại {nơi}')?.text).toBe('tại Ea Tul');
  });
  it('leaves what stands behind the caret', () => {
    expect(expandTyped('Bà \\lnh\\ nói', 8, codes, {})).toMatchObject({ text: 'Bà Lê Ngọc Hảo nói', caret: 14 });
  });
  it('is none at the first backslash, at a doubled one, or elsewhere', () => {
    for (const words of ['Bà \\', 'Bà \\\\', 'Bà \\lnh\\ ', 'Bà']) expect(typed(words)).toBeNull();
  });
  it('stays with a remark when nobody is called so, and its end opens no other', () => {
    expect(typed('\\xyz\\')).toMatchObject({ text: '\\xyz\\', remarks: [{ rule: 'code-unknown' }] });
    expect(typed('\\xyz\\lnh\\')).toBeNull();
  });
});

test('a place goes into the four fields of a file and comes back as it was', () => {
  const lines = [
    'Buôn Ma Thuột',
    'Buôn Ma Thuột, Đắk Lắk',
    'Buôn Ako Dhong, Buôn Ma Thuột, Đắk Lắk',
    'Đắk Lắk, Việt Nam',
    'Nhà văn hoá, buôn Ako Dhong, Buôn Ma Thuột, Đắk Lắk, Việt Nam',
  ];
  for (const line of lines) {
    const read = Object.fromEntries(Object.entries(placeFields(line)).filter(([, part]) => part !== null));
    expect(placeLine(read)).toBe(line);
  }
  expect(placeFields(lines[2] ?? '')).toEqual({
    sublocation: 'Buôn Ako Dhong',
    city: 'Buôn Ma Thuột',
    province: 'Đắk Lắk',
    country: null,
  });
});

test('a day is read as newsrooms write it, and keeps the time of the same day', () => {
  expect(readTakenDay('20/11/2026', undefined)).toBe('2026-11-20');
  expect(readTakenDay('2-2-18', undefined)).toBe('2018-02-02');
  expect(readTakenDay('2026-11-20', '2026-11-20T07:05:00+07:00')).toBe('2026-11-20T07:05:00+07:00');
  expect(readTakenDay('31/2/2026', undefined)).toBeUndefined();
  expect(readTakenDay(' ', 'x')).toBeNull();
  expect(showTakenDay('2026-11-20T07:05:00')).toBe('20/11/2026');
});

const firstBlock = id(
  'b1',
  photo({ photoId: 'p1', caption: text('Hồ ', bold('Ea Sương')), credit: 'Ảnh: NX', alt: 'Mặt hồ' }),
);
const secondBlock = id('b2', photo({ photoId: 'p2', caption: 'Đồi cà phê' }));
const piece = interview(
  photoFile(withMetadata(picture('p1', '1'), 'place', 'Ea Tul')),
  photoFile(picture('p2', '2')),
  firstBlock,
  p('…'),
  secondBlock,
);
const [first, second] = shownPictures(piece) as [ShownPicture, ShownPicture];

describe('fields of many photos', () => {
  it('are written where they differ only', () => {
    expect(writeField(piece, [first, second], 'credit', 'Ảnh: NX')).toEqual({
      blocks: [{ block: 'b2', credit: text('Ảnh: NX') }],
      photos: [],
    });
    expect(writeField(piece, [first, second], 'place', 'Ea Tul').photos.map(({ id: of }) => of)).toEqual(['p2']);
  });
  it('keep the marks of a caption that is edited as plain words', () => {
    expect(writeField(piece, [first], 'caption', 'Hồ Ea Sương mùa khô').blocks[0]).toEqual({
      block: 'b1',
      caption: text('Hồ ', bold('Ea Sương mùa khô')),
    });
  });
  it('come from the photo before where they are empty', () => {
    const { blocks, photos } = fillFrom(piece, first, second);
    expect(blocks).toEqual([{ block: 'b2', credit: first.credit, alt: 'Mặt hồ' }]);
    expect(photos[0]?.metadata).toEqual({ place: 'Ea Tul' });
  });
  it('are said plainly', () => {
    expect(fieldText(first, piece.photos[0], 'caption')).toBe('Hồ Ea Sương');
    expect(fieldText(first, piece.photos[0], 'place')).toBe('Ea Tul');
  });
});

test('three texts are told apart: written, missing, repeated', () => {
  expect(textStates(first)).toEqual({ caption: 'written', credit: 'written', alt: 'written' });
  expect(textStates({ ...second, alt: 'đồi cà phê' })).toEqual({
    caption: 'written',
    credit: 'missing',
    alt: 'repeated',
  });
  expect(writtenTexts(second)).toBe(1);
});

test('a photo is written with the words of its block, and with nothing where the piece says nothing', () => {
  expect(shownPhotos(piece).map(({ photo: each }) => each.id)).toEqual(['p1', 'p2']);
  const [shown] = shownPhotos(piece);
  expect(shown && fieldsToWrite(shown.photo, shown.shown)).toEqual({
    caption: 'Hồ Ea Sương',
    credit: 'Ảnh: NX',
    alt: 'Mặt hồ',
    sublocation: null,
    city: 'Ea Tul',
    province: null,
    country: null,
  });
  expect(fieldsToWrite(picture('p2'), undefined)).toEqual({});
});

test('what was there and was emptied is taken out of the file; what nobody knew stays in it', () => {
  const emptied = withMetadata(withMetadata(picture('p1'), 'place', 'Ea Tul'), 'place', '');
  expect(emptied.metadata).toEqual({ place: '' });
  expect(withMetadata(picture('p1'), 'place', ' ')).toEqual(picture('p1'));
  const known = {
    ...emptied,
    metadata: { ...emptied.metadata, caption: 'Hồ', credit: 'NX', creator: '', persons: '' },
  };
  expect(fieldsToWrite(known, { ...first, caption: [], credit: [], alt: '' })).toEqual({
    caption: null,
    credit: null,
    creator: null,
    persons: null,
    sublocation: null,
    city: null,
    province: null,
    country: null,
  });
  // A photo that the body does not show keeps the words that it came with.
  expect(fieldsToWrite(known, undefined)).toMatchObject({ caption: 'Hồ', credit: 'NX' });
});

test('only the chosen pictures go into files: those of galleries one by one, as photos do', () => {
  const chosenFrom = (...keys: readonly string[]) =>
    shownPictures(
      onlyPictures(
        interview(
          p('Mở đầu'),
          id('b1', photo({ photoId: 'p1' })),
          id(
            'g1',
            gallery([{ photoId: 'p2' }, { photoId: 'p3', caption: 'Vườn cà phê' }], { caption: 'Nước về buôn' }),
          ),
          id('b2', photo({ photoId: 'p1' })),
        ),
        new Set(keys),
      ),
    );
  expect(chosenFrom('g1/1')).toMatchObject([
    { photoId: 'p3', caption: text('Vườn cà phê'), gallery: { caption: text('Nước về buôn') } },
  ]);
  expect(chosenFrom('b2', 'g1/0').map(({ block }) => block)).toEqual(['g1', 'b2']);
  expect(chosenFrom()).toEqual([]);
});

describe('the pictures of a gallery', () => {
  const pair = id(
    'g',
    gallery([{ photoId: 'p1', caption: 'Trái' }, { photoId: 'p2' }], { caption: 'Hai mùa', credit: 'Ảnh: NX' }),
  );
  const withPair = { ...piece, body: [pair] };
  const [left, right] = shownPictures(withPair) as [ShownPicture, ShownPicture];

  it('stand on the sheet each by its number', () => {
    expect(pictureAt(withPair, { block: 'g', part: 'captions', index: 1 })).toEqual(right);
    expect(pictureAt(withPair, { block: 'g', part: 'caption' })).toEqual(left);
    expect(writeField(piece, [left, right], 'alt', 'Mặt hồ').blocks).toEqual([
      { block: 'g/0', alt: 'Mặt hồ' },
      { block: 'g/1', alt: 'Mặt hồ' },
    ]);
  });
  it('have the common words where they have none of their own', () => {
    expect(textStates(left)).toEqual({ caption: 'written', credit: 'shared', alt: 'missing' });
    expect(writtenTexts({ ...right, alt: 'Mặt hồ' })).toBe(3);
    expect(textStates({ ...right, alt: 'hai mùa' }).alt).toBe('repeated');
    const written = shownPhotos(withPair).map(({ photo: each, shown }) => fieldsToWrite(each, shown));
    expect(written).toMatchObject([
      { caption: 'Trái', credit: 'Ảnh: NX' },
      { caption: 'Hai mùa', credit: 'Ảnh: NX' },
    ]);
  });
});

test('the variables of a photo are its own words before those of the piece', () => {
  const shown = { ...picture('p1'), metadata: { place: 'Ea Tul', persons: 'Y Bhiu Niê; Mai An', creator: 'NX' } };
  expect(deskVariables({ ...piece, people }, first, shown)).toMatchObject({
    place: 'Ea Tul',
    people: 'Y Bhiu Niê, Mai An',
    photographer: 'NX',
    caption: 'Hồ Ea Sương',
  });
});
