import { normalise } from '../interview/normalise';
import { publishedOf } from '../interview/published';
import type { Block, Interview, Photo } from '../interview/types';

/**
 * Everything that is published, as text: what a seal is made over. One part to a line, each line JSON with its keys in order,
 * the first line names the form. Pieces that print the same have the same form, on every machine and in every order of keys.
 *
 * What is left out is named here; all else is in, so that a field of a later version cannot change unseen under a seal.
 */
export function canonicalForm(interview: Interview): string {
  const { body, photos, people, format: _format, version: _version, ...fields } = normalise(publishedOf(interview));
  const photoOf = new Map(photos.map((photo) => [photo.id, photo]));
  const places = new Map(people.map(({ id }, index) => [id, index]));
  const lines: unknown[][] = [['galley-canonical', CANONICAL_VERSION]];
  for (const [field, value] of Object.entries(fields).toSorted(byKey)) {
    if (!PRIVATE_FIELDS.has(field) && value !== undefined) lines.push([field, withPeople(value, places)]);
  }
  for (const { id: _id, ...person } of people) lines.push(['person', person]);
  for (const block of body) lines.push(['block', publishedBlock(block, photoOf, places)]);
  return lines.map((line) => `${JSON.stringify(ordered(line))}\n`).join('');
}

/** Raised when the same piece would give another form: seals of the earlier form are then checked in that form. */
const CANONICAL_VERSION = 1;

/** How the piece was made, not what it says. */
const PRIVATE_FIELDS: ReadonlySet<string> = new Set(['template', 'variables']);

/** Ids are names inside the file; prompts are never printed; a time code points into the recording. */
const PRIVATE_OF_BLOCKS: ReadonlySet<string> = new Set(['id', 'prompt', 'timecode', 'photoId', 'speaker']);

/** What the picture file says of itself and how it was called: the page shows the texts of the block. */
const PRIVATE_OF_PHOTOS: ReadonlySet<string> = new Set(['id', 'name', 'metadata']);

function publishedBlock(
  block: Block,
  photoOf: ReadonlyMap<string, Photo>,
  places: ReadonlyMap<string, number>,
): unknown {
  if (block.kind === 'unknown') return without(block.raw, PRIVATE_OF_BLOCKS);
  const rest = without(block, PRIVATE_OF_BLOCKS);
  if (block.kind === 'photo') {
    const photo = block.photoId === undefined ? undefined : photoOf.get(block.photoId);
    return photo ? { ...rest, photo: without(photo, PRIVATE_OF_PHOTOS) } : rest;
  }
  if (block.kind === 'gallery') {
    const pictures = block.pictures.map(({ photoId, ...picture }) => {
      const photo = photoId === undefined ? undefined : photoOf.get(photoId);
      return photo ? { ...picture, photo: without(photo, PRIVATE_OF_PHOTOS) } : picture;
    });
    return { ...rest, pictures };
  }
  const speaker = block.kind === 'question' || block.kind === 'answer' ? block.speaker : undefined;
  return speaker === undefined ? rest : { ...rest, speaker: places.get(speaker) ?? null };
}

/** Signatures point to people by id: the place in the list says the same without naming the id. */
function withPeople(value: unknown, places: ReadonlyMap<string, number>): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('person' in entry)) return entry;
    return { ...entry, person: typeof entry.person === 'string' ? (places.get(entry.person) ?? null) : null };
  });
}

function without(record: object, keys: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(byKey)
      .map(([key, inner]: [string, unknown]) => [key, ordered(inner)]),
  );
}

// By code unit, not by locale: the form must not depend on the language of the machine.
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
