import type { PhotoMetadata } from '../../shared/interview/types';
import { placeLine } from '../../shared/photos/fields';
import { readPhotoReport } from './photo-report';

/** What a piece keeps of the words in a picture file. Never fails: a picture with broken metadata is a picture without. */
export function readPhotoMetadata(bytes: Uint8Array): PhotoMetadata {
  const { fields } = readPhotoReport(bytes);
  const found: Record<keyof PhotoMetadata, string | undefined> = {
    caption: fields.caption,
    headline: fields.headline,
    credit: fields.credit,
    creator: fields.creator,
    copyright: fields.copyright,
    usageTerms: fields.usageTerms,
    alt: fields.alt,
    extended: fields.extended,
    taken: fields.taken,
    place: placeLine(fields),
    persons: fields.persons?.join('; '),
    digitalSource: fields.digitalSource,
  };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined));
}
