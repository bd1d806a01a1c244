import { captionOf, creditOf, shownPictures } from '../interview/shown-pictures';
import type { ShownPicture } from '../interview/shown-pictures';
import { plainText } from '../interview/text';
import type { Interview, Photo, PhotoMetadata } from '../interview/types';
import { photoOf } from './desk-photos';
import type { FieldChange } from './fields';
import { placeFields } from './place-fields';

/**
 * What a photo's file is to say, from the texts under it and what the piece knows of it. What the file said when it was
 * taken in and the piece says no longer is taken away; a field that the piece never knew is not named: the file keeps its
 * own.
 */
export function fieldsToWrite(photo: Photo, shown: ShownPicture | undefined): FieldChange {
  const { metadata = {} } = photo;
  const now = (text: string | undefined, before: string | undefined) => {
    const own = text?.normalize('NFC').trim();
    if (own) return own;
    if (before === undefined) return undefined;
    return shown ? null : orGone(before);
  };
  const persons = metadata.persons
    ?.split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const plain: { readonly [field in keyof FieldChange]: string | null | undefined } = {
    caption: now(plainText(shown && captionOf(shown)), metadata.caption),
    headline: orGone(metadata.headline),
    creator: orGone(metadata.creator),
    credit: now(plainText(shown && creditOf(shown)), metadata.credit),
    copyright: orGone(metadata.copyright),
    usageTerms: orGone(metadata.usageTerms),
    alt: now(shown?.alt, metadata.alt),
    extended: orGone(metadata.extended),
    taken: orGone(metadata.taken),
  };
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, text]) => text !== undefined)),
    ...(metadata.place === undefined ? {} : placeFields(metadata.place)),
    ...(persons ? { persons: persons.length > 0 ? persons : null } : {}),
  };
}

/** A word about the photo that was there and was emptied is kept as the empty text. */
function orGone(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}

/** A photo of the piece with the first picture that shows it, in the order of the body. */
export interface ShownPhoto {
  readonly photo: Photo;
  readonly shown: ShownPicture;
}

/** Every photo that the body shows, by itself or in a gallery, once. */
export function shownPhotos(interview: Pick<Interview, 'body' | 'photos'>): readonly ShownPhoto[] {
  const seen = new Set<string>();
  return shownPictures(interview).flatMap((shown) => {
    const photo = photoOf(interview, shown);
    if (!photo || seen.has(photo.id)) return [];
    seen.add(photo.id);
    return [{ photo, shown }];
  });
}

/** The words about a photo that the desk lets people write, beside the texts of its block. */
export const DESK_METADATA = [
  'place',
  'taken',
  'persons',
  'headline',
  'creator',
  'copyright',
  'usageTerms',
  'extended',
] as const satisfies readonly (keyof PhotoMetadata)[];
export type DeskMetadata = (typeof DESK_METADATA)[number];

/**
 * The photo with one word about it changed. One that was there and is emptied stays as the empty text: that is how a file
 * is told to lose it.
 */
export function withMetadata(photo: Photo, field: DeskMetadata, text: string): Photo {
  const { metadata = {}, ...rest } = photo;
  const plain = text.normalize('NFC').trim();
  if (plain === '' && metadata[field] === undefined) return photo;
  return { ...rest, metadata: { ...metadata, [field]: plain } };
}
