import { describe, expect, test } from 'vitest';
import type { Gallery, GalleryPicture } from '../../../../shared/interview/types';
import { checkPhotos } from '../../../../shared/checks/photos';
import { countingMint } from '../../../../shared/interview/build';
import { joinPhotos, partGallery, rowsOfGallery, sharesCredit } from '../../../../shared/interview/gallery';
import { repair } from '../../../../shared/interview/repair';
import { blockSchema } from '../../../../shared/interview/schema';
import { keyOfPicture, placeOfPicture, shownPictures } from '../../../../shared/interview/shown-pictures';
import { plainText } from '../../../../shared/interview/text';
import { lintCaptions } from '../../../../shared/photos/lint-caption';
import { textsForExport } from '../../../../shared/photos/rights-packet';
import { canonicalForm } from '../../../../shared/review/canonical';
import { gallery, id, interview, p, photo, photoFile, picture } from '../../../support/builders';

const two = () =>
  id(
    'g',
    gallery(
      [
        { photoId: 'x', caption: 'Ông Ama Hlan', credit: 'Ảnh: NX', alt: 'Một người đàn ông' },
        { photoId: 'y', alt: 'Mặt hồ' },
      ],
      { caption: 'Ở Cư M’gar', credit: 'Ảnh: MA' },
    ),
  );
const piece = () =>
  interview(p('Đầu'), two(), id('f', photo({ caption: 'Rời' })), photoFile(picture('x')), photoFile(picture('y', '1')));

const withGallery = (given: Gallery) => piece().body.map((block) => (block.id === 'g' ? given : block));

describe('rows of a gallery', () => {
  test.each([
    ['pair', 2, [2]],
    ['pair', 3, [2, 1]],
    ['triptych', 3, [3]],
    ['triptych', 4, [2, 2]],
    ['triptych', 5, [3, 2]],
    ['strip', 5, [5]],
    ['strip', 7, [4, 3]],
    ['strip', 12, [6, 6]],
    ['pair', 1, [1]],
  ] as const)('%s of %i', (layout, count, rows) => {
    expect(rowsOfGallery(layout, count)).toEqual(rows);
  });

  test('no more stand beside each other than there is room for', () => {
    expect(rowsOfGallery('triptych', 3, 2)).toEqual([2, 1]);
    expect(rowsOfGallery('strip', 4, 1)).toEqual([1, 1, 1, 1]);
  });
});

describe('the pictures of a piece', () => {
  test('photos and pictures of galleries stand in one list, each with its texts, place and name', () => {
    const shown = shownPictures(piece());
    expect(shown.map(keyOfPicture)).toEqual(['g/0', 'g/1', 'f']);
    expect(shown.map((one) => plainText(one.caption))).toEqual(['Ông Ama Hlan', '', 'Rời']);
    expect(shown.map((one) => placeOfPicture(one, 'alt'))).toEqual([
      { block: 'g', part: 'alts', index: 0 },
      { block: 'g', part: 'alts', index: 1 },
      { block: 'f', part: 'alt' },
    ]);
  });

  test('common caption and credit serve pictures without their own, in checks and in exported texts', () => {
    expect(checkPhotos(piece()).filter(({ place }) => place?.block === 'g')).toEqual([]);
    const { pictures } = two();
    const bare = { ...two(), caption: [], credit: [], pictures: [...pictures, { caption: [], credit: [], alt: '' }] };
    const rules = checkPhotos({ ...piece(), body: [bare] }).map(({ rule, place }) => [rule, place?.part, place?.index]);
    expect(rules).toEqual([
      ['caption-missing', 'captions', 1],
      ['credit-missing', 'credits', 1],
      ['picture-missing', 'captions', 2],
      ['caption-missing', 'captions', 2],
      ['credit-missing', 'credits', 2],
      ['alt-missing', 'alts', 2],
    ]);
    const [, lake] = shownPictures(piece());
    expect(textsForExport(picture('y'), lake)).toMatchObject({
      caption: 'Ở Cư M’gar',
      credit: 'Ảnh: MA',
      alt: 'Mặt hồ',
    });
  });

  test('an alt text that repeats the common caption is told', () => {
    const { pictures } = two();
    const repeated = {
      ...two(),
      pictures: pictures.map((each, at) => (at === 1 ? { ...each, alt: 'Ở Cư M’gar' } : each)),
    };
    expect(checkPhotos({ ...piece(), body: [repeated] })).toMatchObject([
      { rule: 'alt-repeats-caption', place: { block: 'g', part: 'alts', index: 1 } },
    ]);
  });

  test('hints point to the picture that they mean', () => {
    const places = lintCaptions(piece()).filter(({ place }) => place?.block === 'g');
    expect(places.every(({ place }) => place?.index !== undefined)).toBe(true);
  });
});

describe('a gallery in the file', () => {
  test('a picture that leads nowhere is told, its words stay', () => {
    const lost = { ...piece(), photos: [picture('x')] };
    const { interview: sound, remarks } = repair(lost, countingMint());
    expect(remarks).toMatchObject([
      { rule: 'photo-record-missing', place: { block: 'g', part: 'captions', index: 1 } },
    ]);
    expect(sound.body[1]).toMatchObject({ pictures: [{ photoId: 'x' }, { alt: 'Mặt hồ' }] });
    expect(shownPictures(sound)[1]).not.toHaveProperty('photoId');
  });

  test('what an older program held as unknown in its journal is a gallery again', () => {
    const raw = JSON.parse(JSON.stringify(two())) as { kind: string; id: string };
    expect(blockSchema.parse({ kind: 'unknown', id: 'g', raw })).toEqual(two());
    expect(blockSchema.safeParse({ ...raw, pictures: [] }).success).toBe(false);
  });

  test('the seal covers words, order, layout and files of its pictures, not their ids', () => {
    const sealed = canonicalForm(piece());
    const g = two();
    const [first, second] = g.pictures as readonly [GalleryPicture, GalleryPicture];
    const form = (block: Partial<Gallery>) => canonicalForm({ ...piece(), body: withGallery({ ...g, ...block }) });
    expect(form({})).toBe(sealed);
    expect(form({ id: 'other' })).toBe(sealed);
    const changes: readonly Partial<Gallery>[] = [
      { layout: 'strip' },
      { pictures: [second, first] },
      { pictures: [{ ...first, alt: 'khác' }, second] },
      { pictures: [{ ...first, photoId: 'y' }, second] },
      { caption: [] },
    ];
    for (const change of changes) expect(form(change)).not.toBe(sealed);
    const renamed = { ...piece(), photos: [{ ...picture('x'), id: 'q' }, picture('y', '1')] };
    const pictures = g.pictures.map((each, at) => (at === 0 ? { ...each, photoId: 'q' } : each));
    expect(canonicalForm({ ...renamed, body: withGallery({ ...g, pictures }) })).toBe(sealed);
  });
});

describe('joining and parting', () => {
  test('photos joined and parted again keep every text and picture', () => {
    const photos = [
      id('a', photo({ photoId: 'x', span: 2, caption: 'Một', credit: 'A', alt: 'một' })),
      id('b', photo({ span: 1, caption: 'Hai', alt: 'hai' })),
      id('c', photo({ span: 4, credit: 'C' })),
    ] as const;
    const joined = joinPhotos(photos);
    expect(joined).toMatchObject({ id: 'a', layout: 'triptych', span: 4 });
    const parted = partGallery(joined);
    expect(
      parted.map(({ caption, credit, alt, photoId }) => [plainText(caption), plainText(credit), alt, photoId]),
    ).toEqual([
      ['Một', 'A', 'một', 'x'],
      ['Hai', '', 'hai', undefined],
      ['', 'C', '', undefined],
    ]);
    expect(parted.map((each) => each.id)).toEqual(['a', '', '']);
  });

  test('parting gives the common words to the pictures; joining galleries loses none', () => {
    const parted = partGallery(two());
    expect(parted.map(({ caption, credit }) => [plainText(caption), plainText(credit)])).toEqual([
      ['Ở Cư M’gar Ông Ama Hlan', 'Ảnh: NX'],
      ['', 'Ảnh: MA'],
    ]);
    const joined = joinPhotos([two(), two()]);
    expect(joined.pictures).toHaveLength(4);
    expect(plainText(joined.caption)).toBe('Ở Cư M’gar');
    expect(plainText(joined.pictures[2]?.caption)).toBe('Ở Cư M’gar Ông Ama Hlan');
  });

  test('one credit that all repeat is shared; different ones, none, or beside a common one are not', () => {
    expect(sharesCredit(gallery([{ credit: 'A' }, { credit: 'A' }]))).toBe(true);
    expect(sharesCredit(gallery([{ credit: 'A' }, { credit: 'B' }]))).toBe(false);
    expect(sharesCredit(gallery([{}, {}]))).toBe(false);
    expect(sharesCredit(gallery([{ credit: 'A' }, { credit: 'A' }], { credit: 'C' }))).toBe(false);
  });
});
