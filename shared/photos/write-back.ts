import { plainText } from '../interview/text';
import type { Interview, Photo, PhotoBlock, PhotoMetadata } from '../interview/types';
import type { FieldChange } from './fields';
import { placeFields } from './place-fields';

/**
 * What a photo's file is to say, from the texts of its block and what the piece knows of it. A field that the piece says
 * nothing about is not named: the file keeps its own.
 */
export function fieldsToWrite(photo: Photo, block: PhotoBlock | undefined): FieldChange {
  const { metadata = {} } = photo;
  const written = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);
  const persons = metadata.persons
    ?.split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const plain: { readonly [field in keyof FieldChange]: string | undefined } = {
    caption: written(plainText(block?.caption)) ?? metadata.caption,
    headline: metadata.headline,
    creator: metadata.creator,
    credit: written(plainText(block?.credit)) ?? metadata.credit,
    copyright: metadata.copyright,
    usageTerms: metadata.usageTerms,
    alt: written(block?.alt) ?? metadata.alt,
    extended: metadata.extended,
    taken: metadata.taken,
  };
  return {
    ...Object.fromEntries(Object.entries(plain).filter(([, text]) => text !== undefined)),
    ...(metadata.place === undefined ? {} : placeFields(metadata.place)),
    ...(persons && persons.length > 0 ? { persons } : {}),
  };
}

/** A photo of the piece with the first block that shows it, in the order of the body. */
export interface ShownPhoto {
  readonly photo: Photo;
  readonly block: PhotoBlock;
}

/** Every picture that the body shows, once. */
export function shownPhotos({ body, photos }: Pick<Interview, 'body' | 'photos'>): readonly ShownPhoto[] {
  const seen = new Set<string>();
  return body.flatMap((block) => {
    if (block.kind !== 'photo' || block.photoId === undefined || seen.has(block.photoId)) return [];
    const photo = photos.find(({ id }) => id === block.photoId);
    if (!photo) return [];
    seen.add(block.photoId);
    return [{ photo, block }];
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

/** The photo with one word about it changed; an empty one is taken away. */
export function withMetadata(photo: Photo, field: DeskMetadata, text: string): Photo {
  const { metadata: { [field]: _, ...others } = {}, ...rest } = photo;
  const plain = text.normalize('NFC').trim();
  const metadata: PhotoMetadata = plain === '' ? others : { ...others, [field]: plain };
  return Object.keys(metadata).length > 0 ? { ...rest, metadata } : rest;
}
