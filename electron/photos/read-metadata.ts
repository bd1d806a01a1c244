import type { PhotoMetadata } from '../../shared/interview/types';
import { placeLine } from '../../shared/photos/fields';
import type { PhotoFields } from '../../shared/photos/fields';

/** The words of a report as a piece keeps them. */
export function metadataOf(fields: PhotoFields): PhotoMetadata {
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
