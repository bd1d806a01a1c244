import type { Remark } from '../checks/remark';
import { note, warning } from '../checks/remark';
import { captionOf, creditOf, placeOfPicture, shownInBlock, shownPictures } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import { plainText } from '../interview/text';
import type { Interview, Photo } from '../interview/types';
import { textsOf } from '../interview/visit';
import type { PageTemplate } from '../print/page-template';
import { POINTS_PER_MM, spanWidth } from '../print/page-template';
import { BERLINER } from '../print/templates/shipped';
import { TYPE_SCALE } from '../print/type-scale';
import { nameFaults } from './name-faults';
import { hasWhen, hasWhere, hasWho, wordsOf } from './w-words';

/** Lines of caption under a photo that a page still carries well. */
const CAPTION_LINES = { narrow: 6, wide: 3 } as const;

/** The mean width of a letter with its share of spaces, as a part of the type size: measured on Vietnamese captions. */
const LETTER_WIDTH = 0.5;

/** A screen reader reads an alt text in one breath: longer ones belong to the extended description. In characters. */
const ALT_LIMIT = 250;

/** Fewest words that can tell who does what. */
const FEWEST_WORDS = 4;

/**
 * What a picture editor would ask of one photo's texts, beyond what every piece is checked for (missing caption, credit,
 * alt): who, where and when; names and offices as in the piece; the alt text's own work; room on the page. Hints only.
 */
export function lintCaption(
  picture: ShownPicture,
  interview: Interview,
  page: PageTemplate = BERLINER,
): readonly Remark[] {
  const photo = interview.photos.find(({ id }) => id === picture.photoId);
  const own = plainText(picture.caption).normalize('NFC').trim();
  // Who, where and when may be told by either: a gallery says once what all its pictures share.
  const common = plainText(picture.gallery?.caption).normalize('NFC').trim();
  const told = [own, common].filter((words) => words !== '').join(' ');
  return [
    ...(told === '' ? [] : lintWords(picture, told, interview, photo)),
    ...(own === '' ? [] : lintLength(picture, own, page)),
    ...lintCredit(picture, photo),
    ...lintAlt(picture, plainText(captionOf(picture)).normalize('NFC').trim()),
  ];
}

/** The same for every photo of the piece. */
export function lintCaptions(interview: Interview, page: PageTemplate = BERLINER): readonly Remark[] {
  return shownPictures(interview).flatMap((picture) => lintCaption(picture, interview, page));
}

function lintWords(
  picture: ShownPicture,
  caption: string,
  interview: Interview,
  photo: Photo | undefined,
): readonly Remark[] {
  const at = placeOfPicture(picture, 'caption');
  const { people } = interview;
  const text = textsOf({ ...interview, body: interview.body.filter((block) => shownInBlock(block).length === 0) })
    .map((each) => plainText(each.text))
    .join('\n');
  const persons = (photo?.metadata?.persons ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [
    ...(hasWho(caption, [...people.map(({ name }) => name), ...persons]) ? [] : [note('photo-who', {}, at)]),
    ...(wordsOf(caption).length < FEWEST_WORDS ? [note('photo-what', {}, at)] : []),
    ...(hasWhere(caption) ? [] : [note('photo-where', { place: photo?.metadata?.place ?? '' }, at)]),
    ...(hasWhen(caption) ? [] : [note('photo-when', {}, at)]),
    ...nameFaults(caption, people, text).map(({ rule, found, right }) => warning(rule, { found, right }, at)),
  ];
}

function lintLength(picture: ShownPicture, caption: string, page: PageTemplate): readonly Remark[] {
  const { span } = picture;
  const room = captionRoom(span, page);
  const length = [...caption].length;
  return length > room ? [note('caption-long', { length, room, span }, placeOfPicture(picture, 'caption'))] : [];
}

/** How many characters of caption stand well under a photo over so many columns. */
export function captionRoom(span: number, page: PageTemplate = BERLINER): number {
  const columns = Math.min(Math.max(1, span), page.columns);
  const line = (spanWidth(page, columns) * POINTS_PER_MM) / (TYPE_SCALE.caption.size * LETTER_WIDTH);
  return Math.floor(line * (columns === 1 ? CAPTION_LINES.narrow : CAPTION_LINES.wide));
}

function lintCredit(picture: ShownPicture, photo: Photo | undefined): readonly Remark[] {
  const written = bare(plainText(creditOf(picture)));
  const known = [photo?.metadata?.credit, photo?.metadata?.creator].flatMap((name) => name || []);
  if (written === '' || known.length === 0) return [];
  if (known.some((name) => written.includes(bare(name)) || bare(name).includes(written))) return [];
  return [note('credit-differs', { file: known[0] ?? '' }, placeOfPicture(picture, 'credit'))];
}

function lintAlt(picture: ShownPicture, caption: string): readonly Remark[] {
  const at = placeOfPicture(picture, 'alt');
  const plain = picture.alt.normalize('NFC').trim();
  if (plain === '') return [];
  const words = new Set(wordsOf(caption.toLowerCase()));
  const own = wordsOf(plain.toLowerCase());
  const repeated = own.filter((word) => words.has(word)).length;
  // Word for word the same is told by the check of the piece.
  const close = own.length >= FEWEST_WORDS && repeated / own.length > 0.85 && bare(plain) !== bare(caption);
  return [
    ...(close ? [note('alt-close-to-caption', {}, at)] : []),
    ...([...plain].length > ALT_LIMIT ? [note('alt-long', { limit: ALT_LIMIT }, at)] : []),
    ...(/^(?:hình ảnh|bức ảnh|tấm ảnh|ảnh|photo|image|picture)(?:\s+(?:chụp|của|về|of|showing))?\s/iu.test(plain)
      ? [note('alt-says-photo', {}, at)]
      : []),
  ];
}

function bare(text: string): string {
  return wordsOf(text.normalize('NFC').toLowerCase())
    .filter((word) => !['ảnh', 'photo', 'nguồn'].includes(word))
    .join(' ');
}
