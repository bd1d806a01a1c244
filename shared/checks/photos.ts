import { captionOf, creditOf, placeOfPicture, shownPictures } from '../interview/shown-pictures';
import type { PictureText, ShownPicture } from '../interview/shown-pictures';
import { isBlank, plainText } from '../interview/text';
import type { Interview } from '../interview/types';
import { sameWords } from '../text/fold';
import { warning, type Remark } from './remark';

/**
 * A picture in print has a file, a caption and a credit; on the web also an alt text that says more than the caption. The
 * common caption and credit of a gallery serve each of its pictures.
 */
export function checkPhotos(interview: Interview): readonly Remark[] {
  const known = new Set(interview.photos.map(({ id }) => id));
  return shownPictures(interview).flatMap((picture) => checkPicture(picture, known));
}

function checkPicture(picture: ShownPicture, known: ReadonlySet<string>): readonly Remark[] {
  const { photoId, alt } = picture;
  const at = (text: PictureText) => placeOfPicture(picture, text);
  const caption = captionOf(picture);
  const repeats = alt.trim() !== '' && !isBlank(caption) && sameWords(alt, plainText(caption));
  return [
    ...(photoId !== undefined && known.has(photoId) ? [] : [warning('picture-missing', {}, at('caption'))]),
    ...(isBlank(caption) ? [warning('caption-missing', {}, at('caption'))] : []),
    ...(isBlank(creditOf(picture)) ? [warning('credit-missing', {}, at('credit'))] : []),
    ...(alt.trim() === '' ? [warning('alt-missing', {}, at('alt'))] : []),
    ...(repeats ? [warning('alt-repeats-caption', {}, at('alt'))] : []),
  ];
}
