import { keyOfPicture } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import { plainText } from '../interview/text';
import type { Interview, Photo, Text } from '../interview/types';
import { idOfPhoto, photoOf } from './desk-photos';
import type { PhotoFields } from './fields';
import { retypeText } from './retype';
import { showTakenDay } from './taken-day';
import { PHOTO_TEXTS } from './texts-state';
import type { PhotoText } from './texts-state';
import type { Variables } from './variables';
import { variablesOf } from './variables';
import { DESK_METADATA, withMetadata } from './write-back';

/** Everything that is written about a photo at the photo desk, in the order of the keyboard. */
export const DESK_FIELDS = [...PHOTO_TEXTS, ...DESK_METADATA] as const;
export type DeskField = (typeof DESK_FIELDS)[number];

/** What a field says, as plain words. */
export function fieldText(block: ShownPicture, photo: Photo | undefined, field: DeskField): string {
  if (isBlockText(field)) return field === 'alt' ? block.alt : plainText(block[field]);
  return photo?.metadata?.[field] ?? '';
}

/** What a field says as it is shown: a day in the newsroom's form. */
export function shownFieldText(block: ShownPicture, photo: Photo | undefined, field: DeskField): string {
  const text = fieldText(block, photo, field);
  return field === 'taken' ? showTakenDay(text) : text;
}

/** New values of the texts of one picture. */
export interface BlockTexts {
  /** Its key (keyOfPicture): the id of a photo block, in a gallery with the picture's number. */
  readonly block: string;
  readonly caption?: Text;
  readonly credit?: Text;
  readonly alt?: string;
}

/** What changes when fields of several photos are written: texts in their blocks, words in their records. */
export interface DeskChange {
  readonly blocks: readonly BlockTexts[];
  readonly photos: readonly Photo[];
}

/** The change that gives a field these words in each of the blocks; only what differs is in it. */
export function writeField(
  interview: Pick<Interview, 'photos'>,
  blocks: readonly ShownPicture[],
  field: DeskField,
  text: string,
): DeskChange {
  if (isBlockText(field)) return { blocks: blocks.flatMap((block) => blockText(block, field, text) ?? []), photos: [] };
  const ids = new Set(blocks.map(idOfPhoto));
  return {
    blocks: [],
    photos: interview.photos
      .filter(({ id }) => ids.has(id))
      .flatMap((photo) => {
        const next = withMetadata(photo, field, text);
        return next.metadata?.[field] === photo.metadata?.[field] ? [] : [next];
      }),
  };
}

/** The change that takes over from `from` whatever `to` does not say yet. */
export function fillFrom(interview: Pick<Interview, 'photos'>, from: ShownPicture, to: ShownPicture): DeskChange {
  const texts: Partial<Record<PhotoText, Text | string>> = {};
  for (const text of PHOTO_TEXTS) {
    const source = text === 'alt' ? from.alt : from[text];
    if (fieldText(to, undefined, text).trim() === '' && source.length > 0) texts[text] = source;
  }
  const before = photoOf(interview, to);
  const source = photoOf(interview, from);
  let photo = before;
  for (const field of DESK_METADATA) {
    const text = fieldText(from, source, field);
    if (photo && text !== '' && fieldText(to, photo, field) === '') photo = withMetadata(photo, field, text);
  }
  return {
    blocks: Object.keys(texts).length > 0 ? [{ block: keyOfPicture(to), ...texts } as BlockTexts] : [],
    photos: photo && photo !== before ? [photo] : [],
  };
}

function blockText(block: ShownPicture, field: PhotoText, text: string): BlockTexts | null {
  const plain = text.normalize('NFC').replace(/\s*\n\s*/g, ' ');
  if (plain === fieldText(block, undefined, field)) return null;
  return field === 'alt'
    ? { block: keyOfPicture(block), alt: plain }
    : { block: keyOfPicture(block), [field]: retypeText(block[field], plain) };
}

function isBlockText(field: DeskField): field is PhotoText {
  return PHOTO_TEXTS.some((text) => text === field);
}

/** What codes and patterns may name for this photo: its own words before those of the piece. */
export function deskVariables(interview: Interview, block: ShownPicture, photo: Photo | undefined): Variables {
  const metadata = photo?.metadata ?? {};
  const written = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const words: { readonly [field in keyof PhotoFields]: PhotoFields[field] | undefined } = {
    caption: written(plainText(block.caption)),
    credit: written(metadata.credit ?? ''),
    creator: written(metadata.creator ?? ''),
    taken: written(metadata.taken ?? ''),
    sublocation: written(metadata.place ?? ''),
    persons: personsOf(metadata.persons),
  };
  return variablesOf(
    interview,
    Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as PhotoFields,
  );
}

function personsOf(line: string | undefined): readonly string[] | undefined {
  const names = (line ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length > 0 ? names : undefined;
}
