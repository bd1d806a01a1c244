import type { Block, Interview } from '../interview/types';

/** The piece with these pictures alone, those of galleries too; with all of them when none is named. */
export function onlyPhotos(interview: Interview, photos: readonly string[]): Interview {
  if (photos.length === 0) return interview;
  const named = ({ photoId }: { readonly photoId?: string }) => photoId !== undefined && photos.includes(photoId);
  const body = interview.body.flatMap((block): readonly Block[] => {
    if (block.kind === 'photo') return named(block) ? [block] : [];
    if (block.kind !== 'gallery') return [block];
    const pictures = block.pictures.filter(named);
    return pictures.length > 0 ? [{ ...block, pictures }] : [];
  });
  return { ...interview, body };
}
