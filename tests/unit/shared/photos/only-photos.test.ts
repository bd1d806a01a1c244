import { describe, expect, test } from 'vitest';
import { shownPictures } from '../../../../shared/interview/shown-pictures';
import { onlyPhotos } from '../../../../shared/photos/only-photos';
import { gallery, interview, photo, q } from '../../../support/builders';

const piece = interview(
  q('Vì sao?'),
  photo({ photoId: 'lake' }),
  gallery([{ photoId: 'field' }, { photoId: 'house' }, {}]),
  gallery([{ photoId: 'river' }, { photoId: 'road' }]),
);
const shown = (photos: readonly string[]) => shownPictures(onlyPhotos(piece, photos)).map(({ photoId }) => photoId);

describe('a piece with some of its photos alone', () => {
  test('keeps those named, in a gallery too', () => expect(shown(['lake', 'house'])).toEqual(['lake', 'house']));
  test('has no gallery without a picture', () => {
    expect(onlyPhotos(piece, ['road']).body.map(({ kind }) => kind)).toEqual(['question', 'gallery']);
  });
  test('has all of them when none is named', () => expect(onlyPhotos(piece, [])).toBe(piece));
});
