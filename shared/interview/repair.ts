import { note, warning, type Remark } from '../checks/remark';
import { repairThreads } from '../review/threads/repair-threads';
import type { MintId } from './build';
import type { Block, Closing, Interview } from './types';

export interface Repaired {
  readonly interview: Interview;
  readonly remarks: readonly Remark[];
}

/**
 * Makes true what the rest of the program relies on, for files that others wrote or merged: ids are unique, there is
 * at most one closing and it stands last, and every reference to a person or picture leads somewhere.
 * No words are lost; each repair is told by a remark. A sound interview comes back as it is, with no remarks.
 */
export function repair(interview: Interview, mint: MintId): Repaired {
  const steps = [uniquePeople, uniquePhotos, uniqueBlocks, oneClosingLast, soundReferences, soundThreads];
  let current: Repaired = { interview, remarks: [] };
  for (const step of steps) {
    const next = step(current.interview, mint);
    current = { interview: next.interview, remarks: [...current.remarks, ...next.remarks] };
  }
  return current;
}

/** Gives every second bearer of an id a new one; null when there is none. */
function remintTwins<Item extends { readonly id: string }>(
  items: readonly Item[],
  mint: MintId,
): readonly Item[] | null {
  const all = new Set(items.map((item) => item.id));
  if (all.size === items.length) return null;
  const seen = new Set<string>();
  return items.map((item) => {
    let id = item.id;
    if (seen.has(id))
      do id = mint();
      while (all.has(id) || seen.has(id));
    seen.add(id);
    return id === item.id ? item : { ...item, id };
  });
}

function uniquePeople(interview: Interview, mint: MintId): Repaired {
  const people = remintTwins(interview.people, mint);
  return people ? { interview: { ...interview, people }, remarks: [note('ids-repaired')] } : { interview, remarks: [] };
}

function uniquePhotos(interview: Interview, mint: MintId): Repaired {
  const photos = remintTwins(interview.photos, mint);
  return photos ? { interview: { ...interview, photos }, remarks: [note('ids-repaired')] } : { interview, remarks: [] };
}

function uniqueBlocks(interview: Interview, mint: MintId): Repaired {
  const body = remintTwins(interview.body, mint)?.map((block): Block =>
    // The raw record is what is written back: the new id has to be in it, or the twins return with the file.
    block.kind === 'unknown' && block.raw['id'] !== block.id
      ? { ...block, raw: { ...block.raw, id: block.id } }
      : block,
  );
  return body ? { interview: { ...interview, body }, remarks: [note('ids-repaired')] } : { interview, remarks: [] };
}

function oneClosingLast(interview: Interview): Repaired {
  const { body } = interview;
  const closings = body.filter((block): block is Closing => block.kind === 'closing');
  const last = closings.at(-1);
  if (!last || (closings.length === 1 && body.at(-1) === last)) return { interview, remarks: [] };
  const others = body.flatMap((block): Block[] => {
    if (block === last) return [];
    return block.kind === 'closing' ? [{ ...block, kind: 'paragraph' }] : [block];
  });
  return {
    interview: { ...interview, body: [...others, last] },
    remarks: [note('closing-moved', {}, { block: last.id, part: 'text' })],
  };
}

function soundThreads(interview: Interview): Repaired {
  const repaired = repairThreads(interview);
  return { interview: repaired.interview, remarks: repaired.twins > 0 ? [note('ids-repaired')] : [] };
}

function soundReferences(interview: Interview): Repaired {
  const remarks: Remark[] = [];
  const people = new Set(interview.people.map((person) => person.id));
  const photos = new Set(interview.photos.map((photo) => photo.id));
  const body = interview.body.map((block): Block => {
    if (block.kind === 'photo' && block.photoId !== undefined && !photos.has(block.photoId)) {
      const { photoId: _, ...rest } = block;
      remarks.push(warning('photo-record-missing', {}, { block: block.id, part: 'caption' }));
      return rest;
    }
    if (block.kind === 'gallery' && block.pictures.some(({ photoId }) => photoId !== undefined && !photos.has(photoId)))
      return {
        ...block,
        pictures: block.pictures.map((picture, index) => {
          const { photoId, ...rest } = picture;
          if (photoId === undefined || photos.has(photoId)) return picture;
          remarks.push(warning('photo-record-missing', {}, { block: block.id, part: 'captions', index }));
          return rest;
        }),
      };
    if (
      (block.kind === 'question' || block.kind === 'answer') &&
      block.speaker !== undefined &&
      !people.has(block.speaker)
    ) {
      const { speaker: _, ...rest } = block;
      remarks.push(note('speaker-unknown', {}, { block: block.id, part: 'text' }));
      return rest;
    }
    return block;
  });
  const byline = interview.byline.map((signature) => {
    if (signature.person === undefined || people.has(signature.person)) return signature;
    const { person: _, ...rest } = signature;
    remarks.push(note('speaker-unknown', {}, { part: 'byline' }));
    return rest;
  });
  return remarks.length ? { interview: { ...interview, body, byline }, remarks } : { interview, remarks };
}
