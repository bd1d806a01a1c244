import { isBlank, plainText } from '../interview/text';
import type { Interview, PhotoBlock } from '../interview/types';
import { sameWords } from '../text/fold';
import { warning, type Remark } from './remark';

/** A picture in print has a file, a caption and a credit; on the web also an alt text that says more than the caption. */
export function checkPhotos(interview: Interview): readonly Remark[] {
  const known = new Set(interview.photos.map(({ id }) => id));
  return interview.body.flatMap((block) => (block.kind === 'photo' ? checkPhoto(block, known) : []));
}

function checkPhoto({ id, photoId, caption, credit, alt }: PhotoBlock, known: ReadonlySet<string>): readonly Remark[] {
  const at = (part: string) => ({ block: id, part });
  const repeats = alt.trim() !== '' && !isBlank(caption) && sameWords(alt, plainText(caption));
  return [
    ...(photoId !== undefined && known.has(photoId) ? [] : [warning('picture-missing', {}, at('caption'))]),
    ...(isBlank(caption) ? [warning('caption-missing', {}, at('caption'))] : []),
    ...(isBlank(credit) ? [warning('credit-missing', {}, at('credit'))] : []),
    ...(alt.trim() === '' ? [warning('alt-missing', {}, at('alt'))] : []),
    ...(repeats ? [warning('alt-repeats-caption', {}, at('alt'))] : []),
  ];
}
